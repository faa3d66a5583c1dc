"""The city's map on the phone: downloaded once, checked, drawn without signal."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from field.domain.place import Point
from field.domain.polyline import encode
from field.gateways.basemap_shelf import BasemapShelf
from tests.browser.axe import violations
from tests.browser.phone.conftest import Phone
from tests.browser.phone.stub_office import Plug, StubOffice
from tests.field.gateways.basemap.tiles import OSM, quiet

pytestmark = pytest.mark.browser
OFFER = "Unduh peta kota untuk dipakai tanpa sinyal"
READY = "navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => names.length)"
# How many colours a canvas of the map has: an empty one has a single one.
COLOURS = """() => Math.max(0, ...[...document.querySelectorAll("canvas")].map((tile) =>
{
  if (!tile.width) return 0;
  const { data } = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
  return new Set(new Uint32Array(data.buffer)).size;
}))"""
KEPT = """() => new Promise((done) => {
  indexedDB.open("antarjemput-kurir").onsuccess = ({ target: { result } }) => {
    const asked = result.transaction("meta").objectStore("meta").get("basemap");
    asked.onsuccess = () => { result.close(); done(asked.result?.file.size ?? 0); };
  };
})"""

# What IndexedDB does on a full disk, as long as the map is there.
FULL = """() => {
  const { add, put } = IDBObjectStore.prototype;
  let isFull = true;
  IDBObjectStore.prototype.put = function (value, key) {
    if (key === "basemap" && value === null) isFull = false;
    return put.apply(this, arguments);
  };
  IDBObjectStore.prototype.add = function () {
    if (!isFull) return add.apply(this, arguments);
    this.transaction.abort();
    throw new DOMException("", "QuotaExceededError");
  };
}"""


@pytest.fixture
def drawn(office: StubOffice, tmp_path: Path) -> StubOffice:
    """An office with a basemap, and doors that lie on it."""
    shelf = BasemapShelf("32.71", tmp_path / "basemap")
    shelf.build(OSM, quiet)
    office.basemap = shelf.path.read_bytes()
    for number, stop in enumerate(office.stops):
        stop["lat"], stop["lon"] = -6.6005 - number / 4000, 106.802 + number / 1000
        stop["leg"] = way_to(stop, estimated=number == 3) if number else None
    return office


def way_to(stop: dict[str, Any], *, estimated: bool) -> dict[str, Any]:
    """By road from the stop before, the last steps on foot."""
    lat, lon = stop["lat"], stop["lon"]
    road = [Point(lat + 0.00025, lon - 0.001), Point(lat, lon - 0.0006), Point(lat, lon - 0.0003)]
    walk = [] if estimated else [road[-1], Point(lat, lon)]
    return {
        "line": encode(road), "walk": encode(walk), "walk_m": 33 if walk else 0,
        "estimated": estimated, "steps": [], "arrival": "",
    }  # fmt: skip


def to_the_map(phone: Phone, plug: Plug) -> Page:
    page = phone.open(plug.url)
    page.wait_for_selector(".stops li")
    assert page.evaluate(READY) >= 1
    page.get_by_role("link", name="Peta").click()
    expect(page.locator(".pin-waiting")).to_have_count(5)
    return page


def wait_until_drawn(page: Page) -> None:
    page.locator("#map[data-basemap=drawn]").wait_for()
    page.wait_for_function(f"() => ({COLOURS})() > 20")


def test_the_map_is_there_in_flight_mode(phone: Phone, plug: Plug, drawn: StubOffice) -> None:
    page = to_the_map(phone, plug)
    page.get_by_role("button", name=OFFER).click()
    wait_until_drawn(page)
    assert page.evaluate(KEPT) == len(drawn.basemap)
    expect(page.get_by_role("button", name=OFFER)).to_have_count(0)

    phone.context.set_offline(True)
    plug.pull()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.reload()
    page.wait_for_selector(".pin-waiting")
    wait_until_drawn(page)
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("OpenStreetMap")
    route_is_drawn(page)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("() => !document.querySelector('.leaflet-zoom-anim')")
    page.locator("#map").hover()
    page.mouse.down()
    page.mouse.move(60, 300, steps=5)
    page.mouse.up()
    page.wait_for_function(f"() => ({COLOURS})() > 20")
    expect(page.locator(".pin-waiting")).to_have_count(5)
    assert not problems
    assert not violations(page)


def route_is_drawn(page: Page) -> None:
    """Roads in the colour of the vehicle, walks dotted, and straight only what is estimated."""
    expect(page.locator("path.road.by-motor")).to_have_count(3)
    expect(page.locator("path.straight.by-motor")).to_have_count(3)  # none known, estimated, home
    walks = page.locator("path.walk")
    expect(walks.first).to_be_attached()
    dots = "(line) => getComputedStyle(line).strokeDasharray"
    assert walks.first.evaluate(dots) not in ("", "none")
    assert page.locator("path.road").first.evaluate(dots) == "none"


def test_a_map_that_arrives_torn_is_not_kept(phone: Phone, plug: Plug, drawn: StubOffice) -> None:
    drawn.torn = 100
    page = to_the_map(phone, plug)
    page.get_by_role("button", name=OFFER).click()
    expect(page.get_by_role("alert")).to_contain_text("tidak utuh")
    assert page.evaluate(KEPT) == 0
    assert not violations(page)
    drawn.torn = 0
    page.get_by_role("button", name=OFFER).click()
    wait_until_drawn(page)


def test_an_interrupted_download_is_told_and_changes_nothing(
    phone: Phone, plug: Plug, drawn: StubOffice
) -> None:
    page = to_the_map(phone, plug)
    offer = page.get_by_role("button", name=OFFER)
    offer.wait_for()
    plug.pull()
    offer.click()
    expect(page.get_by_role("alert")).to_contain_text("terputus")
    assert page.evaluate(KEPT) == 0
    assert drawn.events == {}


def test_a_full_phone_keeps_its_room_for_events(
    phone: Phone, plug: Plug, drawn: StubOffice
) -> None:
    page = to_the_map(phone, plug)
    offer = page.get_by_role("button", name=OFFER)
    offer.wait_for()
    left = 20_000_000 + len(drawn.basemap)
    page.evaluate(f"navigator.storage.estimate = async () => ({{usage: 5, quota: {left}}})")
    offer.click()
    expect(page.get_by_role("alert")).to_contain_text("didahulukan")
    assert page.evaluate(KEPT) == 0


def test_on_a_full_phone_the_map_makes_room_for_an_event(
    phone: Phone, plug: Plug, drawn: StubOffice
) -> None:
    page = to_the_map(phone, plug)
    page.get_by_role("button", name=OFFER).click()
    wait_until_drawn(page)
    page.evaluate(FULL)
    page.get_by_role("link", name="Daftar").click()
    page.get_by_role("link", name="Tidak berhasil").click()
    page.get_by_label("Tidak ada orang di rumah").check()
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator(".toast")).to_contain_text("tersimpan di HP")
    assert page.evaluate(KEPT) == 0
    assert len(drawn.basemap) > 0


def test_a_download_can_be_stopped_and_a_map_removed(
    phone: Phone, plug: Plug, drawn: StubOffice
) -> None:
    page = to_the_map(phone, plug)
    offer = page.get_by_role("button", name=OFFER)
    offer.wait_for()
    page.route("**/*.pmtiles", lambda _: None)  # it never answers
    offer.click()
    expect(page.locator("progress")).to_be_visible()
    assert not violations(page)
    page.get_by_role("button", name="Batalkan unduhan").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.unroute("**/*.pmtiles")
    offer.click()
    wait_until_drawn(page)
    page.get_by_role("link", name="Akun").click()
    page.get_by_role("button", name="Hapus peta kota dari HP").click()
    expect(page.get_by_role("button", name="Hapus peta kota dari HP")).to_have_count(0)
    assert page.evaluate(KEPT) == 0
    assert len(drawn.basemap) > 0
