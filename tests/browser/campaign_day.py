"""A day of a campaign by the screens of the office, and by the phone of its courier."""

import re
from datetime import date, datetime

from playwright.sync_api import Page, expect
from sqlalchemy import select

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.recording import Sender, take_events
from field.store.db import session
from field.store.planning import open_manifests
from field.store.tables import Manifest, PrintBatch
from tests.fakes import StillClock
from tests.phones import Phone
from tests.planned import plan_now

AT_ONCE = 50
"""So many events go into one sending."""


def print_day(page: Page, office: str, day: date, *, spoil: bool = False) -> None:
    """Print each batch of a day, spoil its first card if asked for, and check the rest."""
    session().rollback()
    batches = select(PrintBatch.id).where(PrintBatch.day == day).order_by(PrintBatch.id)
    for batch in list(session().scalars(batches)):
        page.goto(f"{office}/kantor/cetak/kelompok/{batch}")
        page.get_by_role("button", name="Mulai cetak").click()
        page.get_by_role("button", name="Catat dicetak").click()
        if spoil:
            bad = page.locator("table .code").first.inner_text()
            page.get_by_label("Kode kartu yang rusak").fill(bad)
            page.get_by_label("Apa yang salah").fill("tinta")
            page.get_by_role("button", name="Catat rusak").click()
            spoil = False
        page.get_by_role("button", name=re.compile("Semua .* kartu benar")).click()
        expect(page.locator(".room-counts .big").nth(1)).to_have_text("0")


def tell_outage(page: Page, office: str, since: datetime, until: datetime) -> None:
    """Of the first printer; moments by the city's clock."""
    page.goto(f"{office}/kantor/cetak/mesin")
    page.get_by_text("Catat gangguan").first.click()
    page.get_by_label("Sejak").first.fill(f"{since:%Y-%m-%dT%H:%M}")
    page.get_by_label("Sampai (kosong: belum tahu)").first.fill(f"{until:%Y-%m-%dT%H:%M}")
    page.get_by_label("Alasan").first.fill("rol aus")
    page.get_by_role("button", name="Catat gangguan").first.click()
    expect(page.locator(".notice-success")).to_contain_text("Gangguan dicatat")


def deliver(
    page: Page, office: str, day: date, doors: Doors, budi: Person, clock: StillClock
) -> int:
    """Plan and publish what is due, hand the bags over, bring the cards; returns how many."""
    plan = plan_now(doors, day)
    page.goto(f"{office}/kantor/rencana/{plan}")
    page.get_by_role("button", name="Terbitkan").click()
    page.get_by_role("button", name=re.compile(r"Terbitkan \d+ rute")).click()
    session().rollback()
    phone, brought = Phone(clock), 0
    for manifest in open_manifests(day):
        page.goto(f"{office}/kantor/hari-ini/rute/{manifest.id}/tas")
        page.get_by_role("button", name=re.compile(r"Serahkan \d+ kartu ke")).click()
        expect(page.locator("main")).to_contain_text("Semua kartu rute ini sudah diserahkan")
        brought += _brought(manifest, phone, doors, budi, clock)
    return brought


def _brought(
    manifest: Manifest, phone: Phone, doors: Doors, budi: Person, clock: StillClock
) -> int:
    """All cards of a route, as his phone tells it."""
    stops = [(stop.visit, [card.id for card in stop.cards]) for stop in manifest.stops]
    clock.forward(hours=2)
    events = [phone.delivered(visit, cards) for visit, cards in stops]
    for first in range(0, len(events), AT_ONCE):
        take_events(phone.batch(*events[first : first + AT_ONCE]), Sender(budi.id), doors)
    return sum(len(cards) for _, cards in stops)
