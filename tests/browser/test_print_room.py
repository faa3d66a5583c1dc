"""A batch in a real browser: from the queue to the office, with a spoiled card and a step back."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store import blanks
from field.store.db import session
from field.store.tables import Card
from tests import printing
from tests.browser.axe import violations
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def url(app: Flask, page: Page, doors: Doors, people: dict[str, Person]) -> Iterator[str]:
    assert people
    printing.make_ready(doors, 3)
    printing.make_room()
    printing.make_blanks(doors, 10)
    plug = Plug(app)
    plug.put_in()
    url = plug.url.removesuffix("/kurir/")
    page.goto(f"{url}/masuk")
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.locator(".office-menu").wait_for()
    yield url
    plug.pull()


@pytest.mark.parametrize("width", [1366, 360])
def test_a_batch_is_printed_spoiled_checked_and_taken_back(
    url: str, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{url}/kantor/cetak")
    page.get_by_label("Pilih Bondongan").check()
    page.get_by_role("button", name="Buat kelompok cetak").click()
    page.get_by_role("button", name="Mulai cetak").click()
    page.get_by_label("Berapa kartu berikutnya").fill("2")
    page.get_by_role("button", name="Catat dicetak").click()
    bad = page.locator("table .code").first.inner_text()
    page.get_by_label("Kode kartu yang rusak").fill(bad.lower())
    page.get_by_role("button", name="Catat rusak").click()
    page.get_by_role("button", name="Semua 1 kartu benar").click()
    counts = page.locator(".room-counts .big")
    expect(counts).to_have_text(["1", "0", "1", "1"])
    assert violations(page) == []
    page.get_by_role("button", name="Batalkan catatan ini").click()
    expect(counts).to_have_text(["1", "1", "0", "1"])
    session().rollback()
    assert sorted(card.place for card in session().query(Card)) == ["printed", "queued", "ready"]
    assert blanks.stock().left == 8
