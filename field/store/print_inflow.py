"""Who joins the print queue by day: people recorded, or who are to be, and records that came in."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from field.domain.jemput.evening import BookingState
from field.domain.jemput.kit import KitState
from field.domain.jemput.trip import NOT_TRAVELLED, Leg
from field.store.db import session
from field.store.tables import Booking, Card, Evening, KitVisit, Person, Request, Trip, TripRider


@dataclass(frozen=True, slots=True)
class Recorded:
    """People recorded on a day, and those who have an appointment on it."""

    done: int
    expected: int


def recorded_by_day(since: date, until: date, kecamatan: str | None = None) -> dict[date, Recorded]:
    """Return the people recorded, or to be recorded, by day: evenings, jemput, kit visits.

    Who is brought to an evening by jemput has a booking there, and is counted by it alone. Of one
    `kecamatan`: its evenings, and the households that live there.
    """
    done: Counter[date] = Counter()
    expected: Counter[date] = Counter()
    for day, state, people in _bookings(since, until, kecamatan):
        if state == BookingState.CAME:
            done[day] += people
        elif state == BookingState.STANDS:
            expected[day] += people
    for day, ready, people in _riders(since, until, kecamatan):
        (done if ready else expected)[day] += people
    for day, state, people in _kit(since, until, kecamatan):
        if state == KitState.RECORDED:
            done[day] += people
        elif state == KitState.WAITING:
            expected[day] += people
    days = sorted(done.keys() | expected.keys())
    return {day: Recorded(done[day], expected[day]) for day in days}


def ready_by_day(since: date, until: date) -> dict[date, int]:
    """Return how many print-ready records there are by the day that they carry."""
    query = select(Card.ready_on, func.count()).where(
        Card.ready_on >= since.isoformat(), Card.ready_on <= until.isoformat()
    )
    rows = session().execute(query.group_by(Card.ready_on))
    return {date.fromisoformat(row[0]): row[1] for row in rows}


def _bookings(since: date, until: date, kecamatan: str | None) -> list[tuple[date, str, int]]:
    query = (
        select(Evening.date, Booking.state, func.count())
        .join(Booking, Booking.evening_id == Evening.id)
        .where(Evening.date >= since, Evening.date <= until, Evening.cancelled_at.is_(None))
        .group_by(Evening.date, Booking.state)
    )
    if kecamatan is not None:
        query = query.where(Evening.kecamatan == kecamatan)
    return [(row[0], row[1], row[2]) for row in session().execute(query)]


def _riders(since: date, until: date, kecamatan: str | None) -> list[tuple[date, bool, int]]:
    """People brought to an office by day, and whether they were recorded.

    That somebody is recorded may be told on either of his two trips.
    """
    query = (
        select(Trip.date, Trip.leg, TripRider.person_id, TripRider.state, TripRider.ready)
        .join(TripRider, TripRider.trip_id == Trip.id)
        .where(Trip.date >= since, Trip.date <= until, Trip.evening_id.is_(None))
    )
    if kecamatan is not None:
        query = query.join(Request, Request.id == Trip.request_id)
        query = query.where(Request.kecamatan == kecamatan)
    gone: set[tuple[date, int]] = set()
    ready: dict[tuple[date, int], bool] = {}
    for day, leg, person, state, recorded in session().execute(query):
        if leg == Leg.OUTBOUND and state in NOT_TRAVELLED:
            gone.add((day, person))
        ready[day, person] = ready.get((day, person), False) or recorded
    counted = Counter((day, done) for (day, person), done in ready.items()
                      if done or (day, person) not in gone)  # fmt: skip
    return [(day, done, people) for (day, done), people in counted.items()]


def _kit(since: date, until: date, kecamatan: str | None) -> list[tuple[date, str, int]]:
    query = (
        select(KitVisit.date, KitVisit.state, func.count(Person.id))
        .join(Person, Person.request_id == KitVisit.request_id)
        .where(KitVisit.date >= since, KitVisit.date <= until)
        .group_by(KitVisit.date, KitVisit.state)
    )
    if kecamatan is not None:
        query = query.join(Request, Request.id == KitVisit.request_id)
        query = query.where(Request.kecamatan == kecamatan)
    return [(row[0], row[1], row[2]) for row in session().execute(query)]
