"""A call for help and a no-show without proof, as the office meets them on its screens."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.publishing import publish
from field.services.recording import Sender, take_events
from field.store.db import session
from field.store.tables import Trip
from tests.browser.axe import violations
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD
from tests.fakes import StillClock
from tests.fetching import make_booths, make_driver, make_request
from tests.phones import Phone
from tests.planned import plan_now

pytestmark = pytest.mark.browser


@pytest.fixture
def url(app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock) -> Iterator[str]:
    """A morning on which Dedi calls for help at one door and finds nobody at another."""
    make_driver(people["dedi"].id)
    make_booths(2)
    for _ in range(2):
        make_request(doors)
    publish(plan_now(doors), None, people["asep"].id, doors)
    first, second = session().query(Trip).filter_by(leg="outbound").order_by(Trip.id)
    phone = Phone(clock)
    told = [
        phone.event("sos", first.pickup_visit, {"people": [], "note": "Ibu pingsan"}),
        phone.event("no_show", second.pickup_visit, {"people": [], "note": ""}),
    ]
    session().rollback()
    take_events(phone.batch(*told), Sender(people["dedi"].id), doors)
    plug = Plug(app)
    plug.put_in()
    yield plug.url.removesuffix("/kurir/")
    plug.pull()


@pytest.mark.parametrize(("width", "colours"), [(1366, "light"), (360, "dark")])
def test_the_office_answers_and_decides(page: Page, url: str, width: int, colours: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.context.add_cookies([{"name": "theme", "value": colours, "url": url}])
    page.goto(f"{url}/masuk")
    page.get_by_label("Nama pengguna").fill("siti")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.locator(".office-menu").wait_for()
    page.goto(f"{url}/kantor/hari-ini")
    expect(page.get_by_role("alert").first).to_contain_text("SOS dari jalan")
    assert violations(page) == []
    page.get_by_role("link", name="Tangani di Periksa").click()
    expect(page.locator(".case")).to_have_count(2)
    expect(page.locator(".case").first).to_contain_text("Ibu pingsan")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_label("Apa yang sudah dilakukan?").fill("Ambulans datang pukul 8.20")
    page.get_by_role("button", name="Sudah ditangani").click()
    page.get_by_label("Tidak satu pun").check()
    page.get_by_label("Alasan keputusan").fill("Keluarga menunggu di rumah")
    page.get_by_role("button", name="Simpan keputusan").click()
    expect(page.get_by_role("main")).to_contain_text("Tidak ada yang perlu diperiksa")
    page.goto(f"{url}/kantor/hari-ini")
    expect(page.get_by_role("alert")).to_have_count(0)
