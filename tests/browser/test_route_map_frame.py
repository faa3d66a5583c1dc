"""The day's map in a real browser: it is drawn, and no other host is asked."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PASSWORD
from tests.routes_on_paper import DAY
from tests.running import RunningApp

pytestmark = pytest.mark.browser


def test_the_map_is_drawn_from_our_own_files(day_out: RunningApp, page: Page) -> None:
    hosts: set[str] = set()
    problems: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(day_out.url)
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()

    page.goto(f"{day_out.url}/kantor/hari-ini/peta?tanggal={DAY}")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".stop-number")).to_have_count(12)
    expect(frame.locator(".route-badge")).to_have_text(["1", "2"])
    expect(frame.locator(".legend")).to_contain_text("Kurir 2")
    expect(frame.locator("svg.leaflet-zoom-animated path").first).to_be_attached()
    stop = frame.get_by_role("button", name="1.1 ")
    stop.focus()
    page.keyboard.press("Enter")
    expect(frame.locator(".leaflet-popup")).to_contain_text("RT 003/RW 007")

    assert hosts == {urlsplit(day_out.url).netloc}
    assert not problems


def test_the_frame_has_neither_our_cookies_nor_our_pages(day_out: RunningApp, page: Page) -> None:
    page.goto(day_out.url)
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.goto(f"{day_out.url}/kantor/hari-ini/peta/isi?tanggal={DAY}")
    expect(page.locator(".stop-number")).to_have_count(12)
    assert page.evaluate("window.origin") == "null"
    reached = page.evaluate("fetch('/kantor/besok').then(() => 'reached').catch(() => 'blocked')")
    assert reached == "blocked"
