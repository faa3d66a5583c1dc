"""A driver's day on the phone: fetched, received, brought home; with signal and without."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from field.gateways.clock import SystemClock
from tests.browser.axe import violations
from tests.browser.phone.conftest import Phone
from tests.browser.phone.outbox import NO_DIALLER, send_now
from tests.browser.phone.stub_office import Plug, StubOffice
from tests.browser.phone.trip_stops import AT_HOME, AT_OFFICE, BED, LEAVE, PICKUP, drive, soon, told

pytestmark = pytest.mark.browser
READY = "navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => names.length)"
SCREENS = {
    "today": "#/",
    "pickup": f"#/alamat/{PICKUP}",
    "at_office": f"#/alamat/{AT_OFFICE}",
    "leave": f"#/alamat/{LEAVE}",
    "at_home": f"#/alamat/{AT_HOME}",
    "bed": f"#/alamat/{BED}",
    "not": f"#/alamat/{PICKUP}/tidak",
    "recorded": f"#/alamat/{BED}/rekam",
    "map": "#/peta",
    "outbox": "#/kotak",
}
CARE = """() => new Promise((found) => {
    const opened = indexedDB.open("antarjemput-kurir");
    opened.onsuccess = () => {
        const asked = opened.result.transaction("meta").objectStore("meta").get("care");
        asked.onsuccess = () => { opened.result.close(); found(asked.result ?? null); };
    };
})"""


@pytest.fixture(autouse=True)
def route(office: StubOffice) -> None:
    drive(office)


def visit(page: Page, screen: str) -> None:
    page.evaluate("hash => { location.hash = hash; }", SCREENS[screen])
    page.wait_for_function("hash => location.hash === hash", arg=SCREENS[screen])
    page.wait_for_function("document.querySelectorAll('main h1').length === 1")


def opened(page: Page, plug: Plug) -> Page:
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    page.locator(".care").first.wait_for()
    return page


def call(page: Page, name: str) -> None:
    """Press a button that also dials: here is no dialler, which would hold the page up."""
    page.evaluate(NO_DIALLER)
    where = page.locator("footer" if name == "Telepon" else "main")
    saved(page, where.get_by_role("link", name=name))


def press(page: Page, name: str) -> None:
    saved(page, page.get_by_role("button", name=name))


def saved(page: Page, button: Locator) -> None:
    """Press, and wait until this act is told, not the one before, whose word still stands."""
    page.evaluate("document.getElementById('live').textContent = ''")
    button.click()
    expect(page.locator("#live")).to_contain_text("tersimpan di HP")


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1366)])
def test_axe_finds_nothing_and_nothing_runs_off(
    browser: Browser, plug: Plug, scheme: str, width: int
) -> None:
    context = browser.new_context(
        # High enough that no bar lies over what axe measures.
        viewport={"width": width, "height": 2200},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = opened(context.new_page(), plug)
    press(page, "Saya sudah sampai")
    found = {}
    for screen in SCREENS:
        visit(page, screen)
        found[screen] = violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{screen} is {wide} px too wide"
    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}
    context.close()


def test_large_letters_fit_a_small_phone(page: Page, plug: Plug) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, plug)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    for screen in SCREENS:
        visit(page, screen)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{screen} is {wide} px too wide"


def test_a_day_without_signal_ends_at_home(phone: Phone, plug: Plug, office: StubOffice) -> None:
    page = opened(phone.open(plug.url), plug)
    assert page.evaluate(READY) == 1
    phone.context.set_offline(True)
    plug.pull()
    page.reload()

    press(page, "Saya sudah sampai")
    page.get_by_role("checkbox", name="Bapak Karta").uncheck()
    press(page, "Naik ke mobil: Ibu Warsih")
    page.get_by_role("link", name="Tidak jadi").click()
    expect(page.get_by_role("checkbox", name="Ibu Warsih")).to_have_count(0)
    page.get_by_label("Dibatalkan di pintu").check()
    press(page, "Simpan")
    # The toast may be the last act's: what comes next is offered once this act is stored.
    page.get_by_role("button", name="Turun dari mobil: Ibu Warsih").wait_for()
    phone.kill()
    page = phone.open(plug.url)
    press(page, "Turun dari mobil: Ibu Warsih")
    press(page, "Diterima petugas kantor: Ibu Warsih")
    expect(page.get_by_role("main")).to_contain_text("Bapak Karta tadi tidak ikut")
    press(page, "Saya sudah sampai")
    expect(page.get_by_role("checkbox", name="Bapak Karta")).not_to_be_checked()
    press(page, "Naik ke mobil: Ibu Warsih")
    page.get_by_role("link", name="Tidak jadi").click()
    page.get_by_label("Tadi tidak berangkat").check()
    press(page, "Simpan")
    press(page, "Turun dari mobil: Ibu Warsih")
    press(page, "Sudah di dalam rumah: Ibu Warsih")
    expect(page.locator(".line")).to_contain_text("4 dari 5")
    assert office.events == {}

    plug.put_in()
    phone.context.set_offline(False)
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    sent = sorted(office.events.values(), key=lambda event: int(event["seq"]))
    assert [(event["kind"], event["data"]["people"]) for event in sent] == [
        ("arrived", []),
        ("aboard", [1]),
        ("door_cancelled", [2]),
        ("dropped", [1]),
        ("at_office", [1]),
        ("arrived", []),
        ("aboard", [1]),
        ("cancelled", [2]),
        ("dropped", [1]),
        ("home", [1]),
    ]


def test_a_no_show_needs_its_proof(
    page: Page, plug: Plug, office: StubOffice, photo: FilePayload
) -> None:
    told(office, "arrived", soon(-6), 1)
    opened(page, plug)
    page.get_by_role("link", name="Tidak jadi").click()
    page.get_by_label("Kami sampai, menunggu").check()
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("#problems")).to_contain_text("Telepon dulu")
    expect(page.locator("#problems")).to_contain_text("Ambil foto")
    page.get_by_role("link", name="Ibu Warsih + Bapak Karta").click()
    call(page, "Telepon")
    page.get_by_role("link", name="Tidak jadi").click()
    expect(page.get_by_label("Kami sampai, menunggu")).to_be_checked()
    page.locator("input[type=file]").set_input_files([photo])
    page.get_by_alt_text("Foto yang diambil").wait_for()
    press(page, "Simpan")
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    called, absent = sorted(office.events.values(), key=lambda event: int(event["seq"]))
    assert (called["kind"], absent["kind"], len(absent["photos"])) == ("called", "no_show", 1)
    visit(page, "leave")
    expect(page.get_by_role("main")).to_contain_text("tadi tidak ikut")
    expect(page.get_by_role("button", name="Saya sudah sampai")).to_be_visible()


def test_the_care_card_is_carried_for_one_day(page: Page, plug: Plug, office: StubOffice) -> None:
    opened(page, plug)
    page.context.set_offline(True)
    visit(page, "leave")
    expect(page.locator(".care")).to_contain_text("Jam obat: 08.00, 13.00")
    expect(page.locator(".care").get_by_role("link")).to_have_attribute(
        "href", "tel:+6281300000001"
    )
    visit(page, "bed")
    expect(page.locator(".care")).to_contain_text("Kurang mendengar")
    assert office.care_read == [11, BED]
    assert page.evaluate(CARE)
    page.context.set_offline(False)
    visit(page, "today")
    page.context.clock.set_fixed_time(SystemClock().now() + timedelta(days=1))
    page.reload()
    page.locator(".stops li").first.wait_for()
    expect(page.locator(".care")).to_have_count(0)
    assert page.evaluate(CARE) is None


def test_a_call_for_help_leaves_at_once(page: Page, plug: Plug, office: StubOffice) -> None:
    opened(page, plug)
    press(page, "Saya sudah sampai")
    call(page, "SOS")
    expect(page.locator(".line")).to_contain_text("Semua terkirim", timeout=9_000)
    assert {event["kind"] for event in office.events.values()} == {"arrived", "sos"}


def test_the_message_to_a_family_says_who_comes_and_the_code(page: Page, plug: Plug) -> None:
    opened(page, plug)
    link = page.get_by_role("link", name="WhatsApp").get_attribute("href") or ""
    assert "4821" in link
    assert "menjemput" in link
    assert "mengantar%20KTP" not in link


def test_who_is_not_home_is_named_before_the_shift_ends(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    office.ends = soon(30)
    told(office, "aboard", soon(0), 1)
    opened(page, plug)
    expect(page.get_by_role("alert")).to_contain_text("Belum pulang: Ibu Warsih, Bapak Karta")
