"""The basemap measured: its size for a city of 75,000 junctions, and how soon a phone shows it."""

import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from field.gateways.basemap.build import draw_area
from field.gateways.basemap_shelf import BasemapShelf
from field.gateways.roads.area import Area
from tests.benchmarks.made_city import SIDE, SOUTH, STEP_LAT, STEP_LON, WEST, make_city, write_city
from tests.browser.conftest import launch_options
from tests.browser.phone.stub_office import Plug, StubOffice, stub_api
from tests.conftest import config_for
from tests.trial import trial_file
from web.app import create_app

CITY = "32.71"
LANDMARKS = 6_000
SLOWER = 4  # a cheap phone against this machine
OPENINGS = 5
DRAWN = "performance.getEntriesByName('basemap-drawn').at(-1)"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kebayoran(folder)
        made = made_city(folder)
        phone(made, folder)


def kebayoran(folder: Path) -> None:
    extract = trial_file("osm_jakarta_kebayoran.osm.pbf")
    if not extract.exists():
        say(f"basemap of a quarter: skipped, {extract.name} is not here")
        return
    everywhere = Area(-90, -180, 90, 180)
    out = folder / "kebayoran.pmtiles"
    began = time.perf_counter()
    draw_area(extract, everywhere, everywhere, out, _quiet)
    took = time.perf_counter() - began
    say(f"basemap of a quarter (Kebayoran): {out.stat().st_size / 1e6:.2f} MB in {took:.1f} s")


def made_city(folder: Path) -> bytes:
    extract = folder / "kota.osm.pbf"
    write_city(make_city(), extract, LANDMARKS)
    shelf = BasemapShelf(CITY, folder / "basemap")
    began = time.perf_counter()
    counts = shelf.build(extract, _quiet).counts
    took = time.perf_counter() - began
    size = shelf.path.stat().st_size / 1e6
    say(f"basemap of a made city, {counts}: {size:.2f} MB (goal 10 MB) in {took:.1f} s")
    return shelf.path.read_bytes()


def phone(basemap: bytes, folder: Path) -> None:
    """Time the map of a phone in flight mode: from the list, and from a closed app."""
    office = StubOffice()
    office.basemap = basemap
    for number, stop in enumerate(office.stops):
        stop["lat"] = SOUTH + (SIDE / 2 + 6 * number) * STEP_LAT
        stop["lon"] = WEST + (SIDE / 2 + 5 * number) * STEP_LON
    app = create_app(config_for(f"sqlite:///{folder / 'unused.sqlite'}", folder / "instance"))
    plug = Plug(DispatcherMiddleware(app, {"/api": stub_api(office)}))
    logging.disable(logging.INFO)  # the numbers alone
    plug.put_in()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]  # built there
        look = {"width": 360, "height": 740}
        page = browser.new_context(viewport=look, device_scale_factor=2).new_page()  # type: ignore[arg-type]  # a size
        page.set_default_timeout(120_000)
        _download(page, plug)
        page.context.set_offline(True)
        plug.pull()
        cdp = page.context.new_cdp_session(page)
        cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        worked = {what: _worked(page, cdp, open_map) for what, open_map in OPENED.items()}
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for what, open_map in OPENED.items():
            times = sorted(open_map(page) for _ in range(OPENINGS))
            shown = ", ".join(f"{ms:.0f}" for ms in times)
            say(
                f"offline map, {what}, CPU {SLOWER}x slower: median "
                f"{times[len(times) // 2]:.0f} ms of {shown} (goal 1,500 ms; load of the machine "
                f"{os.getloadavg()[0]:.0f}); {worked[what]:.0f} ms of a processor in the page, so "
                f"{SLOWER * worked[what]:.0f} ms of one {SLOWER}x slower"
            )
        browser.close()


def _download(page: Page, plug: Plug) -> None:
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    page.evaluate("location.hash = '#/peta'")
    page.get_by_role("button", name="Unduh peta kota").click()
    page.locator("#map[data-basemap=drawn]").wait_for()


def _from_the_list(page: Page) -> float:
    page.evaluate("location.hash = '#/'")
    page.locator(".stops li").first.wait_for()
    asked = page.evaluate("(location.hash = '#/peta', performance.now())")
    page.locator("#map[data-basemap=drawn]").wait_for()
    return float(page.evaluate(f"{DRAWN}.startTime")) - float(asked)


def _from_closed(page: Page) -> float:
    page.reload()
    page.locator("#map[data-basemap=drawn]").wait_for()
    return float(page.evaluate(f"{DRAWN}.startTime"))


OPENED = {"from the list": _from_the_list, "from a closed app": _from_closed}


def _worked(page: Page, cdp: CDPSession, open_map: Callable[[Page], float]) -> float:
    """Tell what the page computed, in milliseconds: the same on a busy machine."""
    spent = []
    for _ in range(OPENINGS):
        before = 0.0 if open_map is _from_closed else _computed(cdp)  # a new page begins at nought
        open_map(page)
        spent.append(_computed(cdp) - before)
    return 1000 * sorted(spent)[OPENINGS // 2]


def _computed(cdp: CDPSession) -> float:
    metrics = cdp.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


def _quiet(share: float) -> None:
    """Say nothing of its progress."""
    del share
