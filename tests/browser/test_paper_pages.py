"""The office's pages for the next day: no barrier that axe can find, marks without a reload."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.conftest import PASSWORD
from tests.routes_on_paper import DAY
from tests.running import RunningApp

pytestmark = pytest.mark.browser


def sign_in(page: Page, app: RunningApp) -> None:
    page.goto(app.url)
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/kantor/")


PATHS = (
    f"/kantor/besok?tanggal={DAY}",
    "/kantor/besok?tanggal=2026-01-01",
    f"/kantor/lembar?tanggal={DAY}",
    f"/kantor/lembar/{DAY}?tampilan=html",
    f"/kantor/hari-ini/peta?tanggal={DAY}",
    f"/kantor/hari-ini/peta/isi?tanggal={DAY}",
)


def test_axe_finds_no_barrier(day_out: RunningApp, page: Page) -> None:
    sign_in(page, day_out)
    for path in PATHS:
        for width in (360, 1366):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(day_out.url + path)
            # A map that fills its frame has no heading of its own.
            off = ("page-has-heading-one", "landmark-one-main", "region") if "/isi" in path else ()
            assert violations(page, *off) == [], f"{path} at {width}"
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_mark_is_set_without_a_reload(day_out: RunningApp, page: Page) -> None:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    sign_in(page, day_out)
    page.goto(f"{day_out.url}/kantor/besok?tanggal={DAY}")
    row = page.locator("tr[id^=warga-]").first
    row.get_by_role("button", name="Sudah dihubungi").click()
    expect(row.get_by_text("Sudah dihubungi")).to_be_visible()
    row.get_by_role("button", name="Batalkan").click()
    expect(row.get_by_role("button", name="Tidak terjangkau")).to_be_visible()
    assert not problems
