"""A day without signal: nothing that was saved is lost, and all of it arrives once."""

import hashlib
import io

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.phone.conftest import Phone
from tests.browser.phone.outbox import send_now
from tests.browser.phone.stub_office import Plug, StubOffice, stop_id

pytestmark = pytest.mark.browser
READY = "navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => names.length)"


def deliver(page: Page, photo: FilePayload) -> None:
    """Four taps: open, who receives, photo, save."""
    page.get_by_role("link", name="Serahkan kartu").click()
    page.get_by_label("Yang bersangkutan").check()
    page.locator("input[type=file]").set_input_files([photo])
    page.get_by_alt_text("Foto yang diambil").wait_for()
    page.get_by_role("button", name="Simpan penyerahan").click()
    expect(page.locator(".toast")).to_contain_text("tersimpan di HP")


def test_deliveries_outlive_flight_mode_and_a_killed_browser(
    phone: Phone, plug: Plug, office: StubOffice, photo: FilePayload
) -> None:
    page = phone.open(plug.url)
    page.wait_for_selector(".stops li")
    assert page.evaluate(READY) == 1
    phone.context.set_offline(True)
    plug.pull()

    page.reload()
    deliver(page, photo)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bapak Endang Suherman 2")
    deliver(page, photo)
    expect(page.locator(".toast")).to_contain_text("Bapak Endang Suherman 2 tersimpan di HP")
    phone.kill()
    page = phone.open(plug.url)
    expect(page.locator(".line")).to_contain_text("2 dari 5")
    expect(page.locator(".line")).to_contain_text("2 belum terkirim")
    assert office.events == {}

    plug.put_in()
    page.get_by_role("link", name="Kotak keluar", exact=False).last.click()
    page.get_by_role("button", name="Kirim sekarang").click()
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    sent = sorted(office.events.values(), key=lambda event: int(event["seq"]))
    assert [event["stop"] for event in sent] == [stop_id(1), stop_id(2)]
    assert sent[0]["data"]["receiver"] == "Ibu Siti Rohmah 1"
    assert {sha for event in sent for sha in event["photos"]} == set(office.blobs)


def test_a_photo_arrives_small_and_under_its_own_name(
    phone: Phone, plug: Plug, office: StubOffice, photo: FilePayload
) -> None:
    page = phone.open(plug.url)
    deliver(page, photo)
    send_now(page)
    expect(page.locator(".outbox")).to_contain_text("terkirim")
    ((sha, content),) = office.blobs.items()
    assert hashlib.sha256(content).hexdigest() == sha
    assert max(Image.open(io.BytesIO(content)).size) == 1280


def test_the_map_opens_without_signal(phone: Phone, plug: Plug) -> None:
    page = phone.open(plug.url)
    assert page.evaluate(READY) == 1
    plug.pull()
    page.reload()
    page.get_by_role("link", name="Peta").click()
    expect(page.locator(".pin-waiting")).to_have_count(5)


def test_a_half_filled_form_survives_back_and_a_killed_browser(
    phone: Phone, plug: Plug, photo: FilePayload
) -> None:
    page = phone.open(plug.url)
    page.get_by_role("link", name="Serahkan kartu").click()
    page.get_by_label("Anggota keluarga").check()
    page.get_by_label("Nama penerima").fill("Neneng")
    page.locator("input[type=file]").set_input_files([photo])
    page.get_by_alt_text("Foto yang diambil").wait_for()
    page.go_back()
    page.get_by_role("link", name="Serahkan kartu").click()
    expect(page.get_by_label("Nama penerima")).to_have_value("Neneng")
    address = page.url
    phone.kill()
    page = phone.open(address)
    expect(page.get_by_label("Nama penerima")).to_have_value("Neneng")
    expect(page.get_by_alt_text("Foto yang diambil")).to_be_visible()
