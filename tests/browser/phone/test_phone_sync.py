"""Sending by the protocol: batches, refusals, other logins, lost phones, changed routes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.outbox import send_now
from tests.browser.phone.stub_office import Plug, StubOffice, make_stop, stop_id

pytestmark = pytest.mark.browser

# Saves a skip for each stop, as many times as asked, without waiting for a thumb.
SKIP = """async (times) => {
    const version = document.documentElement.dataset.version;
    const { save } = await import(`/kurir/v/${version}/outbox.js`);
    const { model, changed } = await import(`/kurir/v/${version}/model.js`);
    for (let i = 0; i < times; i += 1) {
        const { stop, manifest } = model.rows[i % model.rows.length];
        const route = { user: model.user.id, date: model.route.date };
        await save({ route, stop, version: manifest.version, kind: "skipped", data: {} });
    }
    await changed();
}"""
HELD = """async () => {
    const version = document.documentElement.dataset.version;
    const store = await import(`/kurir/v/${version}/store.js`);
    const parts = [store.allRoutes(), store.allEvents(), store.allBlobs()];
    return (await Promise.all(parts)).map((part) => part.length);
}"""


def open_route(page: Page, plug: Plug) -> None:
    page.goto(plug.url)
    page.locator(".stops li").first.wait_for()
    expect(page.locator(".line")).to_contain_text("Semua terkirim")


def test_events_go_in_batches_of_fifty_each_once(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    open_route(page, plug)
    page.evaluate(SKIP, 120)
    expect(page.locator(".line")).to_contain_text("120 belum terkirim")
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    assert office.batches == [50, 50, 20]
    assert sorted(event["seq"] for event in office.events.values()) == list(range(1, 121))


def test_a_refused_event_is_kept_and_shown_and_its_neighbours_go(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    office.conflicts = {stop_id(2)}
    open_route(page, plug)
    page.evaluate(SKIP, 5)
    send_now(page)
    expect(page.locator(".outbox")).to_contain_text("Catatan ini bentrok.")
    expect(page.locator(".line")).to_contain_text("periksa")
    assert len(office.events) == 4
    office.conflicts = set()
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    assert len(office.events) == 5


def test_a_broken_server_loses_nothing(page: Page, plug: Plug, office: StubOffice) -> None:
    open_route(page, plug)
    office.broken = True
    page.evaluate(SKIP, 3)
    send_now(page)
    expect(page.get_by_role("button", name="Kirim sekarang")).to_be_enabled()
    expect(page.locator(".line")).to_contain_text("3 belum terkirim")
    office.broken = False
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")


def test_an_expired_login_never_blocks_work(page: Page, plug: Plug, office: StubOffice) -> None:
    open_route(page, plug)
    office.user = None
    page.reload()
    expect(page.locator("main")).to_contain_text("Sesi Anda berakhir")
    page.get_by_role("button", name="Lewati").click()
    expect(page.locator(".line")).to_contain_text("1 belum terkirim")
    office.user = 7
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    assert len(office.events) == 1


def test_another_courier_sends_nothing_of_the_first(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    open_route(page, plug)
    page.evaluate(SKIP, 2)
    office.user = 8
    page.reload()
    page.goto(plug.url + "#/kotak")
    expect(page.locator("main")).to_contain_text("2 catatan kurir lain masih di HP ini")
    assert page.evaluate(HELD) == [1, 2, 0]
    assert office.events == {}
    office.user = 7
    page.reload()
    page.goto(plug.url + "#/akun")
    expect(page.locator("main")).to_contain_text("Kurir 7")
    send_now(page)
    expect(page.locator(".line")).to_contain_text("Semua terkirim")
    assert len(office.events) == 2


def test_a_revoked_phone_forgets_everything_at_once(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    open_route(page, plug)
    page.evaluate(SKIP, 2)
    office.revoked = True
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("HP ini dicabut oleh kantor")
    assert page.evaluate(HELD) == [0, 0, 0]


def test_old_routes_leave_the_phone_and_unsent_work_stays(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    office.date = "2026-01-05"
    open_route(page, plug)
    page.evaluate(SKIP, 1)
    office.user = None
    page.reload()
    expect(page.locator(".line")).to_contain_text("1 belum terkirim")
    page.wait_for_function(f"async () => String(await ({HELD})()) === '0,1,0'")


def test_a_new_version_is_taken_up_and_what_is_done_stays(
    page: Page, plug: Plug, office: StubOffice
) -> None:
    open_route(page, plug)
    page.get_by_role("link", name="Tidak berhasil").click()
    page.get_by_label("Tidak ada orang di rumah").check()
    page.get_by_role("button", name="Simpan").click()
    page.locator(".toast").wait_for()
    office.version = 2
    office.stops = [*office.stops[2:], make_stop(9)]
    page.reload()
    news = page.get_by_role("region", name="Perubahan rute")
    expect(news).to_contain_text("Bapak Asep 9: Baru")
    expect(news).to_contain_text("Bapak Endang Suherman 2: Dibatalkan")
    expect(page.locator(".stops")).to_contain_text("Ibu Siti Rohmah 1")
    expect(page.locator(".stops")).not_to_contain_text("Endang")
    news.get_by_role("button").click()
    expect(news).to_have_count(0)


def test_leaving_waits_for_what_is_unsent(page: Page, plug: Plug) -> None:
    open_route(page, plug)
    page.evaluate(SKIP, 1)
    page.goto(plug.url + "#/akun")
    expect(page.locator("main")).to_contain_text("Belum bisa keluar: 1 catatan belum terkirim")
    expect(page.get_by_role("button", name="Keluar", exact=True)).to_have_count(0)
