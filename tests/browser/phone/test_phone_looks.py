"""Each screen of the phone: readable by all, at every size, and asking nobody else for anything."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.phone.stub_office import Plug, StubOffice, stop_id

pytestmark = pytest.mark.browser

SCREENS = {
    "today": "#/",
    "stop": f"#/alamat/{stop_id(2)}",
    "deliver": f"#/alamat/{stop_id(2)}/serah",
    "fail": f"#/alamat/{stop_id(2)}/gagal",
    "map": "#/peta",
    "outbox": "#/kotak",
    "account": "#/akun",
    "nowhere": "#/alamat/tidak-ada",
}
LONG_NAME = "Raden Ayu Kartika Dewi Sastrawinata Kusumaningrat Binti Haji Abdul"
DONE = "document.querySelectorAll('main h1').length === 1"


def visit(page: Page, screen: str) -> None:
    page.evaluate("hash => { location.hash = hash; }", SCREENS[screen])
    page.wait_for_function("hash => location.hash === hash", arg=SCREENS[screen])
    page.wait_for_function(DONE)
    if screen == "map":
        page.locator(".pin-waiting").first.wait_for()


def record_something(page: Page) -> None:
    page.get_by_role("link", name="Tidak berhasil").click()
    page.get_by_label("Tidak ada orang di rumah").check()
    page.get_by_role("button", name="Simpan").click()
    page.locator(".toast").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_screen(browser: Browser, plug: Plug, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    record_something(page)
    found = {}
    for screen in SCREENS:
        visit(page, screen)
        found[screen] = violations(page)
    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}
    context.close()


@pytest.mark.parametrize(("width", "zoom"), [(320, 100), (360, 200), (768, 100)])
def test_nothing_runs_off_the_screen(
    page: Page, plug: Plug, office: StubOffice, width: int, zoom: int
) -> None:
    office.stops[1]["name"] = LONG_NAME
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    page.evaluate("zoom => { document.documentElement.style.fontSize = zoom + '%'; }", zoom)
    record_something(page)
    for screen in SCREENS:
        visit(page, screen)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{screen} is {wide} px too wide"


def test_what_is_touched_is_large_enough(page: Page, plug: Plug) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    small = """() => [...document.querySelectorAll('main :is(a, button), footer :is(a, button)')]
        .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
        .filter((one) => !one.closest('h1'))
        .map((one) => one.textContent.trim())"""
    for screen in ("today", "stop", "deliver", "fail", "outbox", "account"):
        visit(page, screen)
        assert page.evaluate(small) == [], screen


def test_no_request_leaves_the_office_and_no_policy_is_broken(page: Page, plug: Plug) -> None:
    hosts: set[str] = set()
    problems: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    for screen in SCREENS:
        visit(page, screen)
    assert hosts == {f"localhost:{plug.port}"}
    assert problems == []


def test_the_focus_follows_the_screen(page: Page, plug: Plug) -> None:
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    page.get_by_role("link", name="Serahkan kartu").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Serahkan kartu")).to_be_focused()
    page.get_by_role("button", name="Simpan penyerahan").press("Enter")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#problems")).to_contain_text("Pilih siapa yang menerima")
