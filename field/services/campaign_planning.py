"""A campaign's plan: made as a job, checked, and stored once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial

from field.domain.card import UNPRINTED, Place
from field.domain.cetak.campaign import PlanState
from field.domain.cetak.order import NO_CARDS, CampaignOrder
from field.domain.fault import Fault
from field.domain.text import N_
from field.gateways.city_days import hours_on, office_place
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.gateways.regions import kelurahan_codes, kelurahan_middles
from field.problems.campaign import Calendar, Waiting, cards_of, doors_of
from field.problems.campaign_figures import plan_figures
from field.problems.campaign_means import (
    CourierMeans,
    Days,
    Machine,
    Means,
    Person,
    crews,
    operators,
    printers,
)
from field.problems.campaign_stored import stored_rows
from field.store import (
    audit,
    blanks,
    campaign_cards,
    campaigns,
    closures,
    crew,
    print_crew,
    print_queue,
    work,
)
from field.store.campaign_cards import QueueCard
from field.store.db import Live, session, transaction
from field.store.tables import CampaignPlan
from routing.campaign import (
    Blanks,
    Campaign,
    How,
    Limits,
    RoutedDay,
    SoFar,
    Stage,
    WayOut,
    check_campaign,
    plan_campaign,
    route_campaign,
    ways_out,
)
from routing.campaign import CampaignPlan as Planned
from routing.matrix import MatrixSource
from routing.point import Point

SPOILED = 0.01
A_WAY = 3.0  # seconds for each change that is tried
A_CARD = 120 / 60_000  # seconds for the routes
BAR = {"lining": (0.02, 0.2), "printing": (0.2, 0.4), "routing": (0.4, 0.97)}
AT_HAND = (Place.PRINTED, Place.OFFICE, Place.BAG)
STEPS = {
    "lining": N_("Mengurutkan pintu tiap kelurahan"),
    "printing": N_("Menyusun urutan cetak"),
    "routing": N_("Menghitung rute tiap hari"),
}


@dataclass(frozen=True)
class Asked:
    """What a job was asked for, as it stands now."""

    campaign_id: int
    name: str
    by: int | None
    order: CampaignOrder
    days: Days
    kept: list[QueueCard]  # of the plan that holds
    fresh: list[QueueCard]
    before: int | None  # the plan that holds
    old_days: dict[int, tuple[date | None, date | None]]

    @property
    def cards(self) -> list[QueueCard]:
        return [*self.kept, *self.fresh]

    @property
    def since(self) -> date:
        return self.order.first


@dataclass(frozen=True)
class Made:
    """What came of it."""

    problem: Campaign
    plan: Planned
    routed: list[RoutedDay]
    ways: list[WayOut]


def run_campaign(job_id: str, progress: Progress, doors: Doors) -> None:
    """Make the plan of a job; run again after a crash it still comes once."""
    if campaigns.plan_of_job_or_none(job_id):
        return
    progress.say(0.0, N_("Membaca kartu, mesin, dan petugas"))
    asked = _asked(job_id, doors)
    if not asked.cards:
        raise Fault(NO_CARDS)
    problem = _problem(asked, doors)
    stretches = closures.stretches_on(asked.since)
    session().rollback()  # nothing is held open in the database while the solver runs
    source = doors.roads.times(stretches)

    def watch(stage: Stage) -> None:
        since, until = BAR[stage.step]
        progress.say(since + (until - since) * stage.done, STEPS[stage.step])

    how = How(
        on_stage=watch, should_stop=progress.cancelled, threads=os.cpu_count() or 1,
        routing_seconds=max(1.0, len(asked.cards) * A_CARD),
    )  # fmt: skip
    plan = plan_campaign(problem, source, how)
    routed = list(route_campaign(problem, plan, source, how))
    if progress.cancelled():
        return
    progress.say(0.98, N_("Memeriksa dan menyimpan"))
    codes = [each.code for each in check_campaign(problem, plan)]
    for code in (*codes, *(each.code for day in routed for each in day.check())):
        raise RuntimeError(f"A campaign's plan breaks {code}: it is not stored.")
    ways = _ways(problem, source, progress) if plan.left_out else []
    made = Made(problem, plan, routed, ways)
    with transaction() as live:
        if not campaigns.plan_of_job_or_none(job_id):
            _store(live, job_id, asked, made, doors)


def _ways(problem: Campaign, source: MatrixSource, progress: Progress) -> list[WayOut]:
    progress.say(0.98, N_("Mencari jalan keluar untuk kartu yang tidak muat"))
    return ways_out(problem, source, How(seconds=A_WAY, should_stop=progress.cancelled))


def plan_of_job(job_id: str) -> int | None:
    """Return the id of the plan that a job made."""
    plan = campaigns.plan_of_job_or_none(job_id)
    return plan.id if plan else None


def _asked(job_id: str, doors: Doors) -> Asked:
    job = work.job_or_none(job_id)
    row = campaigns.campaign_or_none(int(str(job.args["campaign"])), None) if job else None
    if job is None or row is None:
        raise LookupError(job_id)
    order = CampaignOrder.read(row.asked)
    before = next((plan.id for plan in row.plans if plan.state == PlanState.ACCEPTED), None)
    kept = campaign_cards.cards_of_plan(before) if before else []
    fresh = campaign_cards.ready_cards(row.kecamatan, max(0, order.cards - len(kept)))
    now = doors.clock.now().astimezone(doors.zone)
    days = Days(order, row.first_day, now, partial(hours_on, doors.city))
    old = campaigns.card_days(before) if before else {}
    return Asked(row.id, order.name, job.created_by, order, days, kept, fresh, before, old)


def _problem(asked: Asked, doors: Doors) -> Campaign:
    """Turn cards and means into the question; what is printed, gone or promised stands."""
    days, kecamatan = asked.days, asked.order.kecamatan
    waiting = list(_waiting(asked, doors))
    offices = sorted({one.start_office for one in crew.couriers(kecamatan)} | {""})
    means = _means(asked, offices, doors)
    by_day, beats = crews(means, days, kelurahan_codes(doors.city, kecamatan))
    stock = blanks.stock().left
    return Campaign(
        cards=cards_of(waiting, days.calendar),
        doors=doors_of(waiting),
        printers=printers(means, days),
        operators=operators(means, days),
        crews=by_day,
        beats=beats,
        depots=tuple(Point(*office_place(doors.city, code)) for code in offices),
        blanks=Blanks(stock=max(0, stock), deliveries=_expected(days.calendar)),
        spoiled=SPOILED,
        limits=Limits(days=days.count, longest_wait=asked.order.wait_days),
        so_far=_so_far(asked),
    )


def _waiting(asked: Asked, doors: Doors) -> Iterator[Waiting]:
    """Yield the cards; a door without a point counts as in the middle of its kelurahan."""
    middles = kelurahan_middles(doors.city)
    trips = campaign_cards.trip_days(
        print_queue.cards_with_a_trip(asked.days.now.date(), (*UNPRINTED, *AT_HAND))
    )
    for card in asked.cards:
        point = (card.lat, card.lon) if card.lat is not None and card.lon is not None else None
        yield Waiting(
            card_id=card.id,
            household_id=card.household_id,
            place=point or middles[card.kelurahan],
            kelurahan=card.kelurahan,
            rw=card.rw,
            rt=card.rt,
            urgent=card.urgent,
            trip=trips.get(card.id),
        )


def _means(asked: Asked, offices: list[str], doors: Doors) -> Means:
    """Read who is listed: printers with their outages, operators and couriers with days off."""
    codes = kelurahan_codes(doors.city, asked.order.kecamatan)
    away = crew.absences_from(asked.since)
    return Means(
        machines=tuple(
            Machine(
                one.id,
                one.cards_per_hour,
                60 * one.warm_up_minutes,
                tuple((out.starts_at, out.ends_at) for out in one.outages),
            )
            for one in print_crew.printers(active_only=True)
        ),
        operators=tuple(
            Person(one.id, frozenset(off.date for off in one.absences))
            for one in print_crew.operators(active_only=True)
        ),
        couriers=tuple(
            CourierMeans(
                one.id,
                frozenset(away.get(one.id, ())),
                frozenset(part.kelurahan for part in one.territory),
                offices.index(one.start_office),
                one.vehicle,
                one.max_stops,
            )
            for one in crew.couriers(asked.order.kecamatan)
            if not one.only_handpicked
        ),
        depots=dict.fromkeys(codes, 0),
    )


def _expected(calendar: Calendar) -> dict[int, int]:
    """Return the blanks that are expected, by day."""
    found: dict[int, int] = {}
    for one in blanks.deliveries():
        day = calendar.day(one.expected_on)
        found[day] = found.get(day, 0) + one.count
    return found


def _so_far(asked: Asked) -> SoFar:
    """Return what stands: printed cards, those that need nothing more, and the promised days."""
    calendar, today = asked.days.calendar, asked.days.calendar.day(asked.since)
    printed, gone, promised = {}, set(), {}
    for card in asked.cards:
        before = asked.old_days.get(card.id, (None, None))
        if card.place in AT_HAND:
            day = before[0]
            printed[card.id] = min(calendar.day(day) if day else 0, max(0, today - 1))
        elif card.place not in UNPRINTED:
            gone.add(card.id)
        if card.id not in gone and before[1] and before[1] >= asked.since:
            promised[card.id] = calendar.day(before[1])
    return SoFar(today=today, printed=printed, gone=frozenset(gone), promised=promised)


def _store(live: Live, job_id: str, asked: Asked, made: Made, doors: Doors) -> None:
    plan = made.plan
    now = doors.clock.now()
    midnight = datetime.combine(asked.days.begins, time(), doors.zone)
    rows = stored_rows(made.problem, plan, made.routed, asked.days.calendar, midnight)
    for card in rows.cards:  # what was printed before keeps its day
        card["print_on"] = card["print_on"] or asked.old_days.get(card["card_id"], (None,))[0]
    state = PlanState.IMPOSSIBLE if plan.left_out else PlanState.DRAFT
    campaigns.close_drafts(live, asked.campaign_id)
    row = CampaignPlan(
        campaign_id=asked.campaign_id, job_id=job_id, state=state.value,
        asked=asked.order.written(), since=asked.since,
        figures=plan_figures(made.problem, plan, made.routed),
        staff=rows.staff,
        remedies=[{"code": one.code, "values": dict(one.values)} for one in made.ways],
        created_at=now, created_by=asked.by,
    )  # fmt: skip
    live.add(row)
    live.flush()
    campaigns.add_plan_rows(live, row.id, rows)
    if asked.before:
        campaigns.copy_days_before(live, asked.before, row.id, asked.since)
    audit.record(
        live, "campaign.planned", at=now, by=asked.by, subject=f"campaign:{asked.campaign_id}",
        plan=row.id,
    )  # fmt: skip
