"""Planning: ask for a day's plan, and make it as a job, once."""

import os
from datetime import date, datetime, time, timedelta
from functools import partial

from field.domain.fault import Fault
from field.domain.jemput.asked import JemputAsked
from field.domain.job import OPEN, JobState
from field.domain.plan_order import DayOverview, PlanOrder
from field.domain.planning import (
    ALREADY_PUBLISHED,
    CLOSED_DAY,
    NOBODY_ON_DUTY,
    NOTHING_TO_PLAN,
    PAST_DAY,
)
from field.domain.text import N_
from field.gateways.care import medicine_hours
from field.gateways.city_days import holiday_on, hours_on, next_working_day, office_place, rests_on
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.gateways.road_book import stands_for
from field.gateways.road_source import RoadSource
from field.problems.along import gone_along
from field.problems.day import BALANCE, Member, Visit, day_of
from field.problems.day_documents import with_jemput
from field.problems.jemput_day import CAR, Ground, Outing, outing
from field.problems.rides import with_both_ways
from field.problems.stored import PlannedPart, day_documents
from field.services.planning.on_duty import hours_of, on_duty, slowed
from field.store import audit, closures, crew, planning, print_queue, rides, work
from field.store.db import Live, session, transaction
from field.store.planning import WaitingCard
from field.store.settings import settings
from field.store.tables import Plan
from routing import Budget, Problem, check
from routing import Plan as RoutingPlan
from routing.parts import Outline, problems
from routing.solve import solve_parts


def overview(day: date, kecamatan: str | None, doors: Doors) -> DayOverview:
    """Show who is on duty and what waits, before anybody asks for a plan."""
    order = PlanOrder(day, kecamatan, again=True, whole_shift=True)
    visits, members = _visits(order, doors), on_duty(order, doors)
    asked = _asked(order, doors)
    working = hours_on(doors.city, day) is not None
    names = {courier.id: courier.user.name for courier in crew.couriers(kecamatan)}
    return DayOverview(
        date=day,
        holiday=holiday_on(doors.city, day),
        working=working,
        evening=not working and hours_of(order, doors) is not None,
        published=planning.published_in(day, kecamatan),
        on_duty=tuple(names[member.courier_id] for member in members),
        away=len(names.keys() & crew.away_on(day)),
        cards=sum(len(visit.cards) for visit in visits),
        doors=len(visits),
        no_point=sum(visit.place is None for visit in visits),
        trips=len(asked.trips),
        kit_visits=len(asked.kits),
    )


def local_today(doors: Doors) -> date:
    """Return what day it is in the city."""
    return local_date(doors.clock.now(), doors.zone)


def first_day(doors: Doors) -> date:
    """Return today, or the next working day when the office is shut today."""
    return next_working_day(doors.city, local_today(doors))


def ask_plan(order: PlanOrder, by: int | None, doors: Doors, *, here: bool = False) -> str:
    """Ask for a plan; returns the id of the job that makes it: the worker's, or the caller's."""
    _check_day(order, doors)
    if not on_duty(order, doors):
        raise Fault(NOBODY_ON_DUTY, date=order.date)
    waiting = _asked(order, doors)
    # A day that has become empty is planned as such: its routes are taken back from the phones.
    emptied = order.again and planning.published_in(order.date, order.kecamatan)
    if not (emptied or _visits(order, doors) or waiting.trips or waiting.kits):
        raise Fault(NOTHING_TO_PLAN)
    args: dict[str, object] = {**vars(order), "date": order.date.isoformat()}
    with transaction() as live:
        for job in work.jobs_in(*OPEN):
            if (job.kind, job.args, job.created_by) == ("plan", args, by):
                return job.id  # the button was pressed twice
        job = work.open_job(live, "plan", args, by=by, at=doors.clock.now())
        if here:
            job.state, job.started_at = JobState.RUNNING, job.created_at
        audit.record(live, "plan.ask", at=doors.clock.now(), by=by, subject=f"job:{job.id}", **args)
        return job.id


def run_plan(job_id: str, progress: Progress, doors: Doors) -> None:
    """Make the plan of a job; run again after a crash it still comes once."""
    order, by = _order_of(job_id)
    if planning.plan_of_job_or_none(job_id):
        return
    progress.say(0.0, N_("Membaca kartu dan petugas"))
    members, visits, waiting = on_duty(order, doors), _visits(order, doors), _asked(order, doors)
    trips = print_queue.cards_with_a_trip(order.date, planning.AT_HAND)
    midnight = datetime.combine(order.date, time(), doors.zone)
    service_s, stretches = settings().service_s, closures.stretches_on(order.date)
    factors = slowed(members, doors)
    session().rollback()  # nothing is held open in the database while the solver runs
    progress.say(0.02, N_("Menghitung waktu tempuh"))
    source = doors.roads.times(stretches, factors)
    fetched = _outing(waiting, members, midnight, source, doors.city)
    visits = gone_along(visits, members, trips, waiting, fetched)
    places = [visit.place for visit in visits if visit.place]
    stands = stands_for(places, {member.profile for member in members}, source)
    day = day_of(visits, members, midnight, service_s, stands, fetched)
    outline = Outline(day.points, day.jobs, day.vehicles, day.shipments, balance=BALANCE)
    asked = list(problems(outline, source))
    stops = len(visits) + 2 * len(day.shipments) + len(fetched.beds)
    solved = _solved(asked, _seconds(order, stops), progress, doors)
    if progress.cancelled():
        return
    solved = [with_both_ways(*both, fetched.pairs) for both in zip(asked, solved, strict=True)]
    progress.say(0.98, N_("Memeriksa dan menyimpan"))
    parts = [PlannedPart(*part) for part in zip(asked, solved, strict=True)]
    for part in parts:
        if broken := check(part.problem, part.plan):
            raise RuntimeError(f"A plan breaks {broken[0].code}: it is not stored.")
    documents = day_documents(visits, parts, factors, again=order.again)
    with transaction() as live:
        if not planning.plan_of_job_or_none(job_id):
            _store(live, job_id, order, by, with_jemput(documents, fetched), doors)


def _store(
    live: Live,
    job_id: str,
    order: PlanOrder,
    by: int | None,
    documents: tuple[dict[str, object], dict[str, object]],
    doors: Doors,
) -> None:
    now = doors.clock.now()
    problem, plan = documents
    row = Plan(
        date=order.date,
        kecamatan=order.kecamatan,
        state="draft",
        job_id=job_id,
        problem=problem | {"missed": doors.roads.missed()},
        plan=plan,
        created_at=now,
        created_by=by,
    )
    live.add(row)
    live.flush()
    audit.record(live, "plan.made", at=now, by=by, subject=f"plan:{row.id}", job=job_id)


def plan_of_job(job_id: str) -> int | None:
    """Return the id of the plan that a job made."""
    plan = planning.plan_of_job_or_none(job_id)
    return plan.id if plan else None


def _order_of(job_id: str) -> tuple[PlanOrder, int | None]:
    job = work.job_or_none(job_id)
    if job is None:
        raise LookupError(job_id)
    return PlanOrder.read(job.args), job.created_by


def _check_day(order: PlanOrder, doors: Doors) -> None:
    if order.date < local_date(doors.clock.now(), doors.zone):
        raise Fault(PAST_DAY, date=order.date)
    if hours_of(order, doors) is None:
        holiday = holiday_on(doors.city, order.date) or N_("akhir pekan")
        raise Fault(CLOSED_DAY, date=order.date, holiday=holiday)
    if not order.again and planning.published_in(order.date, order.kecamatan):
        raise Fault(ALREADY_PUBLISHED, date=order.date)


def _asked(order: PlanOrder, doors: Doors) -> JemputAsked:
    """Return what jemput waits for that day; medicine hours are read here and kept nowhere."""
    hours = partial(medicine_hours, vault=doors.vault)
    return rides.asked_on(order.date, order.kecamatan, hours, again=order.again)


def _outing(
    waiting: JemputAsked, members: list[Member], midnight: datetime, source: RoadSource, city: str
) -> Outing:
    """Give turns at the booths, and find where cars stand."""
    stands = stands_for(waiting.places, {CAR}, source)[CAR]
    shifts = [member.duty for member in members if member.spaces]
    rests = rests_on(city, midnight)
    return outing(
        waiting, Ground.over(midnight, shifts, stands, partial(office_place, city), rests)
    )


def _visits(order: PlanOrder, doors: Doors) -> list[Visit]:
    """Return the doors with cards that wait, each with who was chosen for it by hand.

    On a day when the office is shut nobody brings cards; cars may drive to an evening session.
    """
    if hours_on(doors.city, order.date) is None:
        return []
    now = doors.clock.now()
    cards = planning.waiting_cards(
        order.date, local_date(now, doors.zone), order.kecamatan, again=order.again
    )
    picks = crew.handpicks_on(order.date)
    by_door: dict[int, list[WaitingCard]] = {}
    for card in cards:
        by_door.setdefault(card.household_id, []).append(card)
    return [_visit(group, picks.get(door), now) for door, group in by_door.items()]


def _visit(cards: list[WaitingCard], picked: int | None, now: datetime) -> Visit:
    first = cards[0]
    placed = first.lat is not None and first.lon is not None
    holders = (card.holder_id for card in cards if card.holder_id is not None)
    return Visit(
        household_id=first.household_id,
        place=(first.lat, first.lon) if placed else None,  # type: ignore[arg-type]  # both are given
        kelurahan=first.kelurahan,
        cards=tuple(card.card_id for card in cards),
        waiting_days=max((now - card.since).days for card in cards),
        urgent=any(card.urgent for card in cards),
        pinned=next(holders, picked),  # who has the card goes there
    )


def _seconds(order: PlanOrder, doors: int) -> int:
    return order.seconds or min(90, 3 + doors // 60)


def _solved(
    asked: list[Problem], seconds: int, progress: Progress, doors: Doors
) -> list[RoutingPlan]:
    began = doors.clock.now()

    def should_stop() -> bool:
        spent = (doors.clock.now() - began) / timedelta(seconds=seconds)
        progress.say(0.03 + 0.94 * min(spent, 1.0), N_("Mencari urutan kunjungan terbaik"))
        return progress.cancelled()

    budget, threads = Budget(seconds=seconds), os.cpu_count() or 1
    return [*solve_parts(asked, budget, should_stop=should_stop, threads=threads)]
