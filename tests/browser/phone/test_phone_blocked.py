"""Tak bisa lewat: reported without signal, kept, and sent when there is some."""

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.axe import violations
from tests.browser.phone.conftest import Phone
from tests.browser.phone.stub_office import Plug, StubOffice, stop_id
from tests.waiting import until

pytestmark = pytest.mark.browser


@pytest.fixture
def phone_out(phone: Phone, plug: Plug) -> Phone:
    """A phone that has loaded its day and lost its signal."""
    page = phone.open(plug.url)
    page.get_by_text("Ibu Siti Rohmah 1").first.wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.context.set_offline(True)
    plug.pull()
    return phone


def test_a_road_is_reported_without_signal_by_a_pin_on_the_map(
    phone_out: Phone, plug: Plug, office: StubOffice, photo: FilePayload
) -> None:
    page = phone_out.page
    page.goto(f"{plug.url}#/alamat/{stop_id(1)}")
    page.get_by_role("link", name="Tak bisa lewat").click()
    page.get_by_role("button", name="Simpan laporan jalan").click()
    expect(page.locator("#problems")).to_contain_text("Tunjukkan tempatnya")
    page.get_by_label("Portal").check()
    page.get_by_label("Tunjuk di peta").check()
    page.locator("#place-map .pin").first.wait_for()
    before = page.locator("#place-map").bounding_box()
    assert before
    page.mouse.click(before["x"] + before["width"] * 0.7, before["y"] + before["height"] * 0.4)
    page.locator("input[type=file]").set_input_files(photo)
    page.get_by_alt_text("Foto yang diambil").wait_for()
    expect(page.get_by_label("Motor")).to_be_checked()
    page.get_by_label("Mobil").check()
    assert not violations(page)
    page.get_by_role("button", name="Simpan laporan jalan").click()
    expect(page.locator(".toast")).to_contain_text("Laporan jalan tersimpan di HP.")
    expect(page.locator(".state-waiting").first).to_be_visible()  # the door still waits
    page.goto(f"{plug.url}#/alamat/{stop_id(1)}")
    expect(page.get_by_text("Laporan jalan pukul")).to_contain_text("Portal")

    plug.put_in()
    phone_out.context.set_offline(False)
    page.goto(f"{plug.url}#/kotak")
    page.get_by_role("button", name="Kirim sekarang").click()
    until(lambda: len(office.blobs) == 1, "the report and its photo to arrive")
    (event,) = office.events.values()
    assert (event["kind"], event["stop"], len(event["photos"])) == ("blocked", stop_id(1), 1)
    assert event["data"]["profiles"] == ["motor", "mobil"]
    assert event["data"]["reason"] == "gate"
    assert event["data"]["lon"] > 106.801 + 0.0001  # east of the door, where the map was tapped
