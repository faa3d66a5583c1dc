"""What the people of a delivery day do: the office at its desk, a courier at the doors."""

import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import Flask
from playwright.sync_api import BrowserContext, FilePayload, Page, Playwright, expect

from field.domain.roles import Role
from field.gateways.city_days import next_working_day
from field.gateways.clock import SystemClock
from field.services import crew, demo
from field.services.accounts import NewAccount, create_user
from tests.browser.conftest import launch_options
from tests.browser.phone.outbox import send_now
from tests.conftest import PASSWORD, config_for
from tests.running import RunningApp
from web.app import create_app

ZONE = ZoneInfo("Asia/Jakarta")
CITY = "32.71"
PLANNED_MS = 120_000
SENT_MS = 60_000
READY = "navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => names.length)"


def seconds_to_the_morning() -> int:
    """Return how far a clock must be ahead to show 07.00 of a working day."""
    now = SystemClock().now()
    tomorrow = (now.astimezone(ZONE) + timedelta(days=1)).date()
    day = next_working_day(CITY, tomorrow)
    morning = datetime(day.year, day.month, day.day, 7, tzinfo=ZONE)
    return int((morning - now).total_seconds())


def same_books(office: RunningApp) -> Flask:
    """Return an app of this process on the running one's database."""
    return create_app(
        config_for(f"sqlite:///{office.instance}/antarjemput.sqlite", office.instance)
    )


def open_accounts(office: RunningApp) -> None:
    """Asep the admin, and the six couriers of the demo city."""
    app = same_books(office)
    with app.app_context():
        doors = app.extensions["doors"]
        create_user(NewAccount("asep", "Asep Sunandar", Role.ADMIN, PASSWORD), doors, None)
        for member in demo.demo_crew(doors)[: demo.COURIERS]:
            account = NewAccount(member.username, member.name, Role.COURIER, PASSWORD)
            courier = create_user(account, doors, None)
            crew.add_courier(courier.id, member.beat, None, doors, None)


def list_of_residents(office: RunningApp, cards: int) -> FilePayload:
    app = same_books(office)
    with app.app_context():
        body = demo.demo_file(app.extensions["doors"], cards)
    return {"name": "warga.csv", "mimeType": "text/csv", "buffer": body}


def sign_in(page: Page, username: str) -> None:
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()


def bring_in(page: Page, url: str, file: FilePayload, cards: int) -> None:
    """Upload, look at the preview, let the cards in."""
    page.goto(f"{url}/kantor/data")
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="Periksa berkas").click()
    page.get_by_role("button", name=f"Masukkan {cards} kartu").click(timeout=PLANNED_MS)
    page.get_by_role("link", name="Lihat kartu").wait_for(timeout=PLANNED_MS)
    page.goto(f"{url}/kantor/pekerjaan")
    locating = page.locator(".job", has_text="Mencari titik alamat").first
    expect(locating).to_contain_text("Selesai", timeout=PLANNED_MS)


def plan_and_publish(page: Page, url: str, routes: int) -> None:
    page.goto(f"{url}/kantor/rencana")
    page.get_by_role("button", name="Buat rencana").click()
    page.get_by_role("button", name="Terbitkan").click(timeout=PLANNED_MS)
    page.get_by_role("button", name=f"Terbitkan {routes} rute").click()
    page.goto(f"{url}/kantor/hari-ini")
    expect(page.locator("tbody tr .route-number")).to_have_count(routes)


@dataclass(frozen=True)
class Visit:
    """When the courier's thumb was at the door, by this machine's clock."""

    began: datetime
    ended: datetime


class Phone:
    """A Moto G4 whose browser can be killed like a phone whose battery dies."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self.playwright = playwright
        self.profile = profile
        self.context = self._open()

    def _open(self) -> BrowserContext:
        look = {**self.playwright.devices["Moto G4"], **launch_options()}
        look.pop("default_browser_type", None)
        return self.playwright.chromium.launch_persistent_context(self.profile, **look)

    @property
    def page(self) -> Page:
        return self.context.pages[0]

    def kill(self) -> None:
        """End every process of this browser at once, then open it again."""
        mark = str(self.profile).encode()
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                is_ours = mark in entry.read_bytes() and b"chrom" in entry.read_bytes()
            except OSError:
                continue  # it ended while we looked
            if is_ours and int(entry.parent.name) != os.getpid():
                os.kill(int(entry.parent.name), signal.SIGKILL)
        self.context = self._open()

    def send_all(self, username: str) -> None:
        """Send by hand; sign in first when asked.

        A browser writes its cookies late: one that was killed may forget a login, never work.
        """
        send_now(self.page)
        asked = self.page.get_by_role("link", name="Masuk").first
        all_sent = self.page.locator(".line", has_text="Semua terkirim")
        expect(asked.or_(all_sent)).to_be_visible(timeout=SENT_MS)
        if asked.is_visible():
            asked.click()
            sign_in(self.page, username)
            self.page.locator(".stops li").first.wait_for()
            send_now(self.page)
        expect(all_sent).to_be_visible(timeout=SENT_MS)

    def deliver(self, photo: FilePayload, done: int) -> Visit:
        """Four taps: open, who receives, photo, save; returns when `done` doors are saved."""
        began = datetime.now(UTC)  # noqa: TID251 - the hour by which the office is judged
        page = self.page
        page.get_by_role("link", name="Serahkan kartu").click()
        page.get_by_label("Yang bersangkutan").check()
        page.locator("input[type=file]").set_input_files([photo])
        page.get_by_alt_text("Foto yang diambil").wait_for()
        page.get_by_role("button", name="Simpan penyerahan").click()
        expect(page.locator(".line")).to_contain_text(f"{done} dari")
        expect(page.locator(".toast")).to_contain_text("tersimpan di HP")
        return Visit(began, datetime.now(UTC))  # noqa: TID251 - likewise
