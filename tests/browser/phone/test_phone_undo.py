"""Second thoughts: at once by the thumb, later with a reason, and never by editing a fact."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.outbox import send_now
from tests.browser.phone.stub_office import Plug, StubOffice, make_stop, stop_id

pytestmark = pytest.mark.browser


def fail_the_first(page: Page, plug: Plug) -> None:
    page.goto(plug.url)
    page.get_by_role("link", name="Tidak berhasil").click()
    page.get_by_label("Tidak ada orang di rumah").check()
    page.get_by_label("Catatan").fill("pagar digembok")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator(".line")).to_contain_text("1 dari 5")


def test_undo_at_once_before_anybody_saw_it(page: Page, plug: Plug, office: StubOffice) -> None:
    fail_the_first(page, plug)
    assert office.events == {}
    page.get_by_role("button", name="Batalkan").click()
    expect(page.locator(".line")).to_contain_text("0 dari 5")
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    kinds = {event["kind"]: event for event in office.events.values()}
    assert kinds["undone"]["data"]["takes_back"] == kinds["failed"]["id"]


def test_undo_after_sending_needs_a_reason(page: Page, plug: Plug, office: StubOffice) -> None:
    fail_the_first(page, plug)
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    page.goto(plug.url + f"#/alamat/{stop_id(1)}")
    page.get_by_role("link", name="Batalkan catatan ini").click()
    page.get_by_role("button", name="Batalkan catatan ini").click()
    expect(page.get_by_role("alert")).to_contain_text("Tulis alasan")
    page.get_by_label("Alasan").fill("salah rumah")
    page.get_by_role("button", name="Batalkan catatan ini").click()
    expect(page.locator(".line")).to_contain_text("0 dari 5")
    # Nobody presses a button: an undo does not rest, it goes with the next round.
    expect(page.locator(".line")).to_contain_text("Semua terkirim", timeout=20_000)
    undone = next(event for event in office.events.values() if event["kind"] == "undone")
    assert undone["data"]["reason"] == "salah rumah"


def test_a_failed_door_may_open_later(page: Page, plug: Plug) -> None:
    fail_the_first(page, plug)
    page.goto(plug.url + f"#/alamat/{stop_id(1)}")
    expect(page.locator("main")).to_contain_text("pagar digembok")
    page.get_by_role("link", name="Kembali lagi").click()
    page.get_by_label("Yang bersangkutan").check()
    page.get_by_role("button", name="Simpan penyerahan").click()
    page.goto(plug.url + f"#/alamat/{stop_id(1)}")
    expect(page.locator("main")).to_contain_text("Diserahkan · tersimpan di HP")


def test_a_skipped_stop_goes_behind(page: Page, plug: Plug) -> None:
    page.goto(plug.url)
    page.get_by_role("button", name="Lewati").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Endang")
    expect(page.locator(".stops li").last).to_contain_text("Ibu Siti Rohmah 1")
    page.get_by_role("button", name="Batalkan").click()
    expect(page.locator(".stops li").first).to_contain_text("Ibu Siti Rohmah 1")


def test_a_house_can_be_served_in_part(page: Page, plug: Plug, office: StubOffice) -> None:
    second = {**make_stop(1)["cards"][0], "id": 77, "name": "Dede", "code": "AB12-0077"}
    office.stops[0]["cards"].append(second)
    page.goto(plug.url)
    page.get_by_role("link", name="Serahkan kartu").click()
    page.get_by_label("Dede").uncheck()
    page.get_by_label("Yang bersangkutan").check()
    page.get_by_role("button", name="Simpan penyerahan").click()
    expect(page.locator(".line")).to_contain_text("0 dari 5")
    page.get_by_role("link", name="Tidak berhasil").click()
    expect(page.locator("form")).to_contain_text("Dede · amplop AB12-0077")
    page.get_by_label("Tidak ada orang di rumah").check()
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator(".stops li").first).to_contain_text("Sebagian diserahkan")


def test_a_needed_signature_is_asked_for(page: Page, plug: Plug, office: StubOffice) -> None:
    office.signature = "required"
    page.goto(plug.url)
    page.get_by_role("link", name="Serahkan kartu").click()
    page.get_by_label("Yang bersangkutan").check()
    page.get_by_role("button", name="Simpan penyerahan").click()
    expect(page.get_by_role("alert")).to_contain_text("menandatangani")
    box = page.locator("#signature").bounding_box()
    assert box
    page.locator("#signature").scroll_into_view_if_needed()
    page.locator("#signature").drag_to(
        page.locator("#signature"),
        source_position={"x": 20, "y": 20},
        target_position={"x": 120, "y": 60},
    )
    page.get_by_role("button", name="Hapus tanda tangan").wait_for()
    page.get_by_role("button", name="Simpan penyerahan").click()
    expect(page.locator(".line")).to_contain_text("1 dari 5")
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    (event,) = office.events.values()
    assert office.blobs[event["data"]["signature"]].startswith(b"\x89PNG")


def test_a_double_tap_saves_once(page: Page, plug: Plug) -> None:
    page.goto(plug.url)
    page.get_by_role("link", name="Tidak berhasil").click()
    page.get_by_label("Tidak ada orang di rumah").check()
    page.get_by_role("button", name="Simpan").evaluate("(one) => { one.click(); one.click(); }")
    expect(page.locator(".line")).to_contain_text("1 dari 5")
    page.goto(plug.url + "#/kotak")
    expect(page.locator(".outbox li")).to_have_count(1)
