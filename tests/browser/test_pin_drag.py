"""A person drags a weak pin to its door, and the door is there from then on."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.db import session, transaction
from field.store.tables import Household
from tests import builders
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD
from tests.waiting import until

pytestmark = pytest.mark.browser


@pytest.fixture
def plug(app: Flask, doors: Doors, people: dict[str, Person]) -> Iterator[Plug]:
    """One household in Bondongan whose point is only its kelurahan's."""
    assert people
    home = builders.make_household(doors)
    with transaction() as live:
        live.get_one(Household, home).confidence = "kelurahan"
    plug = Plug(app)
    plug.put_in()
    yield plug
    plug.pull()


def drag(page: Page, pin: Locator) -> str:
    """Drag the pin; returns the point written. A map that still zooms takes no drag: try again."""
    pin.hover()
    box = pin.bounding_box()
    assert box
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 50, steps=8)
    page.mouse.up()
    return page.locator("input[name=titik]").input_value()


def test_a_dragged_pin_is_kept(plug: Plug, page: Page) -> None:
    before = session().query(Household.lat, Household.lon).one()
    session().rollback()
    url = plug.url.removesuffix("/kurir/")
    page.goto(f"{url}/masuk?next=/kantor/alamat")
    page.get_by_label("Nama pengguna").fill("siti")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    pin = page.locator(".leaflet-marker-icon.pin").first
    until(lambda: drag(page, pin), "the dragged pin to write its point")
    page.get_by_role("button", name="Simpan titik").click()
    expect(page.locator(".door")).to_contain_text("titik tersimpan")

    home = session().query(Household).one()
    assert (home.lat, home.lon) != tuple(before)
    assert (home.confidence, home.point_source) == ("given", "office")
