"""A dispatcher draws a closed road, sees which road is meant, and finds it on list and plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from field.gateways.doors import Doors
from field.gateways.roads.survey import Origin
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import RoadClosure, RoadReport
from tests.browser.axe import violations
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD
from tests.field.gateways.roads.village import at, copy_of
from tests.planned import plan_now
from tests.waiting import until
from tests.web.trespass_world import NEXT_DAY, make_world

pytestmark = pytest.mark.browser
RAYA = f"{at(4.2, 0).lat}, {at(4.2, 0).lon}; {at(5.8, 0).lat}, {at(5.8, 0).lon}"


@pytest.fixture
def office(
    app: Flask, doors: Doors, people: dict[str, Person], tmp_path: Path, page: Page
) -> Iterator[str]:
    """A world with a report and a closure on the roads of the village, and Asep signed in."""
    make_world(app, doors, people)
    doors.roads.import_file(copy_of(tmp_path), doors.clock.now(), Origin("", "", ""))
    plug = Plug(app)
    plug.put_in()
    url = plug.url.removesuffix("/kurir/")
    page.set_viewport_size({"width": 1366, "height": 900})
    page.goto(f"{url}/masuk?next=/kantor/jalan")
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.locator("#road-map .leaflet-interactive").first.wait_for()
    yield url
    plug.pull()


def drawn_roads() -> list[RoadClosure]:
    session().rollback()
    return session().query(RoadClosure).order_by(RoadClosure.id).all()


def draw(page: Page, points: str) -> None:
    page.get_by_text("Tanpa tetikus").click()
    page.locator("#titik").fill(points)
    page.locator("#titik").press("Tab")
    expect(page.locator("#said")).to_have_text("1 ruas jalan kena.")


def test_taps_draw_and_are_taken_back(office: str, page: Page) -> None:
    page.goto(f"{office}/kantor/jalan/baru")
    page.locator("#road-map path").first.wait_for()
    box = page.locator("#road-map").bounding_box()
    assert box
    for share in (0.3, 0.6):
        page.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
    expect(page.locator(".corner")).to_have_count(2)
    page.get_by_role("button", name="Hapus titik terakhir").click()
    expect(page.locator(".corner")).to_have_count(1)
    page.get_by_role("button", name="Hapus gambar").click()
    expect(page.locator(".corner")).to_have_count(0)
    assert page.locator("#titik").input_value() == ""


def test_a_drawn_line_closes_the_road_below_it_and_stands_on_the_plan(
    office: str, page: Page, doors: Doors
) -> None:
    before = len(drawn_roads())
    page.get_by_role("button", name="Tutup atau ubah arah jalan").click()
    draw(page, RAYA)
    page.get_by_label("Alasan").select_option("market")
    assert not violations(page)
    page.get_by_role("button", name="Simpan jalan ini").click()
    expect(page.locator(".road-list").first).to_be_visible()
    expect(page.get_by_text("Ditutup: Pasar").first).to_be_visible()
    rows = drawn_roads()
    assert len(rows) == before + 1
    assert (rows[-1].shape, rows[-1].effect, rows[-1].reason) == ("line", "closed", "market")
    assert set(rows[-1].profiles) == {"motor", "mobil"}

    rows[-1].ends = NEXT_DAY
    session().commit()
    plan = plan_now(doors, NEXT_DAY, again=True)
    page.goto(f"{office}/kantor/rencana/{plan}")
    page.locator("#plan-map path[stroke='#b3261e'], #plan-map canvas").first.wait_for()
    answer = page.request.get(f"{office}/kantor/rencana/{plan}/peta.json").json()
    closed = {road["id"]: road for road in answer["closed"]}
    assert closed[drawn_roads()[-1].id]["title"].startswith("Ditutup: Pasar (Motor, Mobil)")
    assert len(closed[drawn_roads()[-1].id]["lines"]) == 1


def test_a_report_is_moved_on_the_map_and_accepted(office: str, page: Page) -> None:
    assert page.url == f"{office}/kantor/jalan"
    page.locator("a", has_text="Portal").first.click()
    expect(page.locator("#said")).to_contain_text("Tidak ada jalan")
    gang = at(4.1, 0.5)
    draw(page, f"{gang.lat}, {gang.lon}")
    before = page.locator("#titik").input_value()
    corner = page.locator(".corner")

    def drag() -> bool:
        corner.hover()
        box = corner.bounding_box()
        assert box
        page.mouse.down()
        page.mouse.move(box["x"] + 16, box["y"] + 14, steps=6)
        page.mouse.up()
        return page.locator("#titik").input_value() != before

    until(drag, "the dragged point to write its place")
    assert not violations(page)
    page.get_by_role("button", name="Terima dan tutup").click()
    expect(page.get_by_text("Laporan diterima")).to_be_visible()
    session().rollback()
    assert session().query(RoadReport).one().state == "accepted"
    accepted = drawn_roads()[-1]
    assert (accepted.reason, accepted.profiles, accepted.ends) == ("gate", ["motor"], None)
