"""The office's maps stand on the basemap of our own host, and say who drew it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import ConsoleMessage, FrameLocator, Page, Response, expect

from field.gateways.doors import Doors
from field.services.accounts import Person
from tests.browser.phone.stub_office import Plug
from tests.builders import TODAY
from tests.conftest import PASSWORD
from tests.field.gateways.basemap.tiles import OSM, quiet
from tests.planned import plan_now
from tests.web.trespass_world import NEXT_DAY, make_world

pytestmark = pytest.mark.browser
# How many colours the canvases of a map have: bare ground has a single one.
COLOURS = """(map) => Math.max(0, ...[...map.querySelectorAll("canvas")].map((tile) => {
  if (!tile.width) return 0;
  const { data } = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
  return new Set(new Uint32Array(data.buffer)).size;
}))"""


class Heard:
    """Whom the page asked, how the basemap was answered, and what the browser grumbled about."""

    def __init__(self, page: Page) -> None:
        self.hosts: set[str] = set()
        self.tiles: set[int] = set()
        self.problems: list[str] = []
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("response", self._take)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._grumble)

    def _grumble(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.problems.append(line.text)

    def _take(self, response: Response) -> None:
        if urlsplit(response.url).path.endswith(".pmtiles"):
            self.tiles.add(response.status)


@pytest.fixture
def heard(page: Page) -> Heard:
    return Heard(page)


@pytest.fixture
def office(
    app: Flask, doors: Doors, people: dict[str, Person], page: Page, heard: Heard
) -> Iterator[str]:
    """A world with a published day and a basemap, and Asep signed in."""
    assert not heard.hosts
    make_world(app, doors, people)
    doors.basemap.build(OSM, quiet)
    plug = Plug(app)
    plug.put_in()
    url = plug.url.removesuffix("/kurir/")
    page.set_viewport_size({"width": 1366, "height": 900})
    page.goto(f"{url}/masuk")
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{url}/kantor**")
    yield url
    plug.pull()


def drawn(where: Page | FrameLocator, box: str) -> None:
    """Wait for the map to be drawn, and find who drew it."""
    ground = where.locator(f"{box}[data-basemap=drawn]")
    ground.wait_for()
    expect(ground.locator(".leaflet-control-attribution").last).to_contain_text("OpenStreetMap")
    expect(ground.locator(".leaflet-control-attribution").last).to_be_visible()


def test_the_plan_stands_on_our_own_tiles(
    office: str, page: Page, doors: Doors, heard: Heard
) -> None:
    plan = plan_now(doors, NEXT_DAY, again=True)
    page.goto(f"{office}/kantor/rencana/{plan}")
    drawn(page, "#plan-map")
    assert page.locator("#plan-map").evaluate(COLOURS) > 3
    assert heard.hosts == {urlsplit(office).netloc}
    assert heard.tiles == {206}  # by range, never the whole city
    assert not heard.problems


def test_the_days_map_in_its_frame_stands_on_them_too(
    office: str, page: Page, heard: Heard
) -> None:
    page.goto(f"{office}/kantor/hari-ini/peta?tanggal={TODAY}")
    drawn(page.frame_locator("iframe"), ".leaflet-container")
    assert heard.hosts == {urlsplit(office).netloc}
    assert heard.tiles == {206}
    assert not heard.problems
