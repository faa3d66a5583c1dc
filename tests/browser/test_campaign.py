"""A campaign as the office lives it: asked for, watched, cancelled, planned again, run, replanned.

Every figure on screen and paper is compared with the moves of the cards, counted here anew.
"""

import io
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlalchemy import select

from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.jobs import advance_job, begin_job
from field.store import campaigns
from field.store.db import session, transaction
from field.store.tables import (
    Campaign,
    CampaignCard,
    Card,
    CardMove,
    Printer,
)
from tests import builders
from tests.browser.axe import violations
from tests.browser.campaign_day import deliver, print_day, tell_outage
from tests.browser.phone.stub_office import Plug
from tests.campaigns import newest_plan, run
from tests.conftest import PASSWORD
from tests.fakes import StillClock
from tests.printing import make_blanks, make_ready, make_room

pytestmark = pytest.mark.browser
CARDS = 90


@pytest.fixture
def office(app: Flask, doors: Doors, people: dict[str, Person], page: Page) -> Iterator[str]:
    """Ninety records in the queue, two slow printers, a courier, and Asep at the screen."""
    printer, _ = make_room()
    with transaction() as live:
        live.get_one(Printer, printer).cards_per_hour = 20
    make_blanks(doors, 500)
    for rw in ("006", "007", "008"):
        make_ready(doors, CARDS // 3, rw=rw)
    builders.make_courier(people["budi"].id)
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


def shown(page: Page, name: str) -> None:
    """Let this screen be clean and fit, on a laptop and on a telephone."""
    for width in (1366, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        if folder := os.environ.get("SCREENS"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1366, "height": 800})


def moves() -> list[CardMove]:
    session().rollback()
    return list(session().scalars(select(CardMove).order_by(CardMove.id)))


def truth(doors: Doors) -> dict[date, Counter[str]]:
    """Count by day what the cards' own history says: printed for good, spoiled, received."""
    found: dict[date, Counter[str]] = {}
    printed: dict[int, date] = {}
    received: dict[int, date] = {}
    for move in moves():
        day = local_date(move.at, doors.zone)
        if move.to_place == "printed" and move.from_place == "queued":
            printed[move.card_id] = day
        if move.why == "spoiled":
            found.setdefault(day, Counter())["spoiled"] += 1
            printed.pop(move.card_id, None)
        if move.to_place == "resident":
            received[move.card_id] = day
    for name, days in (("printed", printed), ("received", received)):
        for day in days.values():
            found.setdefault(day, Counter())[name] += 1
    return found


def number(text: str) -> int:
    return int(text.replace(".", "")) if text not in ("–", "") else 0  # noqa: RUF001 - the dash of tables


def agree(page: Page, url: str, doors: Doors) -> None:
    """Compare screen, file and paper with the moves."""
    page.goto(url)
    true = truth(doors)
    whole: Counter[str] = sum(true.values(), Counter())
    rows = page.locator("table").first.locator("tbody tr")
    sums: Counter[str] = Counter()
    for cells in (row.locator("td").all_inner_texts() for row in rows.all()):
        figures = [number(cell) for cell in cells]
        sums += Counter(printed=figures[1], spoiled=figures[2], received=figures[4])
    assert sums == whole
    line = f"{whole['printed']} dari {CARDS} kartu sudah dicetak"
    expect(page.locator(".sums li").first).to_contain_text(line.split(" ", 1)[1])
    assert page.locator(".sums strong").all_inner_texts()[:3] == [
        str(whole["printed"]), str(whole["received"]), str(whole["spoiled"]),
    ]  # fmt: skip
    paper = page.request.get(f"{url}/wali-kota").body()
    if folder := os.environ.get("SCREENS"):
        (Path(folder) / "mayor.pdf").write_bytes(paper)
    reader = PdfReader(io.BytesIO(paper))
    assert len(reader.pages) == 1
    text = " ".join(reader.pages[0].extract_text().split())
    assert f"{CARDS} kartu dalam kampanye {whole['printed']} sudah dicetak" in text
    assert f"{whole['received']} sudah di tangan warga" in text
    file = page.request.get(f"{url}/hari.csv").body().decode("utf-8-sig").splitlines()
    last = file[-1].split(";")
    assert [last[2], last[3], last[5]] == [
        str(whole["printed"]), str(whole["spoiled"]), str(whole["received"]),
    ]  # fmt: skip


def routes_agree(page: Page, url: str, plan_id: int, day: date) -> None:
    """Each courier's cards of that day, as the plan gives them to him."""
    page.goto(url)
    shown(page, "7-routes-page")
    told = page.get_by_role("region", name="Diantar hari itu").locator("td[data-label=Kartu]")
    cards = session().scalars(
        select(CampaignCard.courier).where(
            CampaignCard.plan_id == plan_id, CampaignCard.deliver_on == day
        )
    )
    assert sorted(map(int, told.all_inner_texts())) == sorted(Counter(cards).values())


def test_a_campaign_from_its_first_asking_to_the_mayors_page(  # noqa: PLR0915 - one story
    office: str, page: Page, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    page.goto(f"{office}/kantor/cetak/kampanye")
    shown(page, "1-empty")
    page.get_by_role("button", name="Kampanye baru").click()
    page.get_by_label("Selesai dicetak dalam").fill("6")
    page.get_by_role("button", name="Sesuaikan hari").click()
    page.get_by_label("Nama kampanye").fill("Sembilan puluh kartu")
    for field in page.locator("input[name^=hours-]").all():
        field.fill("2")
    shown(page, "2-new")
    page.get_by_role("button", name="Rencanakan").click()
    expect(page.locator(".job-step")).to_contain_text("Menunggu pekerja")
    campaign = session().scalars(select(Campaign)).one()
    job, number_of = str(campaign.job_id), campaign.id
    begin_job(job, doors)
    advance_job(job, 0.4, "Menyusun urutan cetak")
    expect(page.locator(".job-step")).to_contain_text("Menyusun urutan cetak 40%")
    shown(page, "3-making")
    page.get_by_role("button", name="Batalkan").click()
    expect(page.locator(".job-step")).to_contain_text("Sedang dihentikan")
    run(number_of, doors, stop=True)
    url = f"{office}/kantor/cetak/kampanye/{number_of}"
    page.get_by_role("button", name="Rencanakan lagi").click()
    shown(page, "4-again")
    page.get_by_role("button", name="Rencanakan lagi").click()
    expect(page.locator(".job-step")).to_be_visible()
    run(number_of, doors)
    page.get_by_role("button", name="Pakai rencana ini").wait_for()
    shown(page, "5-plan")
    page.get_by_role("button", name="Pakai rencana ini").click()
    expect(page.locator(".sums strong").first).to_have_text("0")
    plan = newest_plan(number_of)
    days = sorted({batch.day for batch in campaigns.batches_of(plan.id)})
    for turn, day in enumerate(days[:2]):
        clock.forward(days=(day - local_date(clock.now(), doors.zone)).days)
        page.goto(f"{office}/kantor/cetak/kampanye/rencana/{plan.id}/{day}")
        page.get_by_role("button", name="Buat kelompok cetak hari ini").click()
        expect(page.locator(".notice-success")).to_contain_text("kelompok dibuat")
        print_day(page, office, day, spoil=not turn)
        agree(page, url, doors)
    shown(page, "6-day-printed")
    page.goto(f"{office}/kantor/cetak/kampanye/rencana/{plan.id}/{days[1]}")
    shown(page, "7-day-page")
    third = days[1] + timedelta(days=1)
    routes_agree(page, f"{office}/kantor/cetak/kampanye/rencana/{plan.id}/{third}", plan.id, third)
    clock.forward(days=1, hours=-1)
    now = clock.now().astimezone(doors.zone)
    tell_outage(page, office, now, now + timedelta(hours=6))
    assert deliver(page, office, third, doors, people["budi"], clock) > 0
    agree(page, url, doors)
    page.get_by_role("button", name="Rencanakan lagi").click()
    page.get_by_role("button", name="Rencanakan lagi").click()
    expect(page.locator(".job-step")).to_be_visible()
    run(number_of, doors)
    page.goto(url)
    page.get_by_role("link", name="Lihat dan putuskan").click()
    shown(page, "8-replanned")
    replanned = newest_plan(number_of)
    expect(page.locator("body")).to_contain_text("mulai")
    if replanned.state == "draft":
        page.get_by_role("button", name="Pakai rencana ini").click()
    agree(page, url, doors)
    shown(page, "9-running")
    page.goto(f"{office}/kantor/cetak/kampanye")
    shown(page, "10-list")
    assert session().scalar(select(Card.id).where(Card.place == "resident"))
