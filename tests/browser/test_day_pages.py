"""The office's pages of a day in a real browser: clean for axe, alive, and quick to type in."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.recording import Sender, take_events
from tests import builders
from tests.browser.axe import violations
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD
from tests.fakes import StillClock
from tests.phones import Phone

pytestmark = pytest.mark.browser


@pytest.fixture
def office(app: Flask, doors: Doors, people: dict[str, Person], page: Page) -> Iterator[str]:
    """Budi's route of three doors, and Asep at the office's screen."""
    courier = builders.make_courier(people["budi"].id)
    builders.publish(doors, courier, [builders.make_household(doors) for _ in range(3)])
    plug = Plug(app)
    plug.put_in()
    url = plug.url.removesuffix("/kurir/")
    page.goto(f"{url}/masuk")
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Hari ini").wait_for()
    yield url
    plug.pull()


def tell(doors: Doors, people: dict[str, Person], clock: StillClock, relation: str) -> None:
    """Let Budi hand over the card at his first door."""
    (home, visit), *_ = builders.visits_of(1).items()
    phone = Phone(clock)
    event = phone.delivered(visit, builders.cards_of(home), relation)
    take_events(phone.batch(event), Sender(people["budi"].id), doors)


def test_the_board_shows_by_itself_what_phones_bring(
    office: str, page: Page, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    page.clock.install()
    page.goto(f"{office}/kantor/hari-ini")
    expect(page.locator("#papan")).to_contain_text("0 dari 3")
    tell(doors, people, clock, "self")
    page.clock.fast_forward(16_000)
    expect(page.locator("#papan")).to_contain_text("1 dari 3")


def test_every_page_of_the_day_is_clean(
    office: str, page: Page, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    tell(doors, people, clock, "family")
    today = f"{office}/kantor/hari-ini"
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    for url in (
        today,
        f"{today}?tanggal=2026-11-20",
        f"{today}/rute/1",
        f"{today}/rute/1/tas",
        f"{today}/rute/1/kertas",
        f"{today}/petugas/1/kartu",
        f"{today}/periksa",
        f"{today}/tutup",
        f"{today}/tarik",
        f"{office}/kantor/petugas/perangkat",
        f"{office}/kantor/laporan",
        f"{office}/kantor/laporan/audit",
        f"{office}/kantor/pengaturan",
    ):
        for width in (1366, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(url)
            assert violations(page) == [], url
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{url} is {wide} px too wide at {width}"
    assert problems == []


def test_a_sheet_is_typed_with_the_keyboard_alone(office: str, page: Page) -> None:
    page.goto(f"{office}/kantor/hari-ini/rute/1/kertas")
    page.get_by_label("Hasil perhentian 1").focus()
    page.keyboard.type("Dis")
    page.keyboard.press("Tab")
    page.keyboard.type("9.05")
    page.keyboard.press("Tab")
    page.keyboard.type("Siti")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hasil perhentian 2")).to_be_focused()
    page.get_by_role("button", name="Simpan hasil dari kertas").click()
    expect(page.get_by_role("status")).to_contain_text("1 hasil dari kertas tersimpan")
    expect(page.locator("#stop-1")).to_contain_text("09.05")
