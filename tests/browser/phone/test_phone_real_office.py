"""The phone against the real server: what was done at the door is in the office's books."""

import pytest
from flask import Flask
from playwright.sync_api import FilePayload, Page, expect

from field.domain.card import Place
from field.gateways.clock import SystemClock
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.devices import revoke
from field.store.custody import Why, move
from field.store.db import session, transaction
from field.store.tables import Blob, Card, Event
from tests import builders
from tests.browser.phone.outbox import send_now
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD
from tests.fakes import StillClock

pytestmark = pytest.mark.browser


@pytest.fixture
def real(app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock) -> Plug:
    """Budi's route of two doors, published today by the clock that browsers live by."""
    clock.at = SystemClock().now()
    courier = builders.make_courier(people["budi"].id)
    homes = [builders.make_household(doors) for _ in range(2)]
    builders.publish(doors, courier, homes, day=clock.at.astimezone(doors.zone).date())
    with transaction() as live:
        for card in live.query(Card):
            move(live, card, Place.COURIER, courier, Why("handed_out", clock.at, None))
    return Plug(app)


def sign_in(page: Page, plug: Plug) -> None:
    plug.put_in()
    page.goto(plug.url)
    page.get_by_role("link", name="Masuk").click()
    page.get_by_label("Nama pengguna").fill("budi")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.locator(".stops li").first.wait_for()


def test_a_card_handed_over_is_in_the_books(page: Page, real: Plug, photo: FilePayload) -> None:
    sign_in(page, real)
    page.get_by_role("link", name="Serahkan kartu").click()
    page.get_by_label("Yang bersangkutan").check()
    page.locator("input[type=file]").set_input_files([photo])
    page.get_by_alt_text("Foto yang diambil").wait_for()
    page.get_by_role("button", name="Simpan penyerahan").click()
    page.get_by_role("link", name="Tidak berhasil").click()
    page.get_by_label("Sudah pindah").check()
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator(".line")).to_contain_text("2 dari 2")
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")

    events = session().query(Event).order_by(Event.order).all()
    assert [event.kind for event in events] == ["delivered", "failed"]
    assert [event.review for event in events] == ["", ""]
    assert str(events[0].data["receiver"]).startswith("Siti Rohmah")
    assert session().query(Blob).count() == 1
    places = [card.place for card in session().query(Card).order_by(Card.id)]
    assert places == ["resident", "courier"]

    page.goto(real.url + "#/akun")
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_label("Nama pengguna")).to_be_visible()
    page.goto(real.url)
    expect(page.get_by_role("link", name="Masuk").first).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Siti Rohmah")
    real.pull()


def test_a_lost_phone_forgets_although_its_login_has_ended(
    page: Page, real: Plug, doors: Doors, people: dict[str, Person]
) -> None:
    sign_in(page, real)
    page.get_by_role("button", name="Lewati").click()
    page.locator(".toast").wait_for()
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    device = session().query(Event).one().device_id
    session().rollback()
    revoke(device, None, people["asep"].id, doors)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("HP ini dicabut oleh kantor")
    expect(page.locator("body")).not_to_contain_text("Siti Rohmah")
    real.pull()
