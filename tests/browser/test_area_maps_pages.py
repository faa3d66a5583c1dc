"""Peta in a browser: heaps part as one comes nearer, heat is drawn, files are downloaded."""

from urllib.parse import urlsplit

import pytest
from defusedxml.ElementTree import parse
from playwright.sync_api import Page, expect

from tests.conftest import PASSWORD
from tests.routes_on_paper import DAY
from tests.running import RunningApp

pytestmark = pytest.mark.browser
GPX = "{http://www.topografix.com/GPX/1/1}"
# How many colours a canvas has: an empty one has a single one.
COLOURS = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
}"""


def test_maps_of_areas_and_downloads(day_out: RunningApp, page: Page) -> None:
    hosts: set[str] = set()
    problems: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{day_out.url}/masuk?next=/kantor/laporan/peta/menunggu")
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/peta/menunggu")
    page.wait_for_load_state("networkidle")
    frame = page.frame_locator("iframe")
    heap = frame.locator(".heap").first
    expect(heap).to_be_visible()
    first = heap.get_attribute("title")
    assert first
    heap.focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_title(first, exact=True)).to_have_count(0)  # it has parted

    page.goto(f"{day_out.url}/kantor/laporan/peta/menunggu?cara=panas")
    assert frame.locator("canvas.leaflet-heatmap-layer").evaluate(COLOURS) > 5

    page.goto(f"{day_out.url}/kantor/laporan/peta/cakupan")
    expect(frame.locator("path[fill^='url(#class-']").first).to_be_attached()
    expect(frame.locator(".area-figure").filter(has_text="0%").first).to_be_attached()

    page.goto(f"{day_out.url}/kantor/hari-ini/peta?tanggal={DAY}&rute=2")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="GPX").click()
    file = waiting.value
    assert file.suggested_filename == f"rute-2-{DAY}.gpx"
    root = parse(file.path()).getroot()
    assert root is not None
    assert len(root.findall(f"{GPX}rte/{GPX}rtept")) == 6

    assert hosts == {urlsplit(day_out.url).netloc}
    assert not problems
