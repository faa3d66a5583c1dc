"""Queries about recording devices, their outages, and the turns that people have at them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, or_, select, true
from sqlalchemy.orm import aliased, joinedload, selectinload

from field.domain.jemput.request import RequestState
from field.domain.jemput.trip import NOT_TRAVELLED, Leg
from field.store.db import Live, session
from field.store.tables import Booth, Event, Outage, Request, Trip, TripRider, Turn


@dataclass(frozen=True)
class OfficeTurn:
    """A household's turn: its outbound trip, and the turns of its people in order."""

    trip: Trip
    turns: tuple[Turn, ...]


def all_booths(scope: str | None) -> list[Booth]:
    """Return the devices of one kecamatan's offices, or of all."""
    query = select(Booth).order_by(Booth.active.desc(), Booth.office, Booth.name, Booth.id)
    return list(session().scalars(query.where(_within(scope))))


def booth_or_none(booth_id: int, scope: str | None) -> Booth | None:
    query = select(Booth).where(Booth.id == booth_id, _within(scope))
    return session().scalars(query).one_or_none()


def lock_booth_or_none(live: Live, booth_id: int, scope: str | None) -> Booth | None:
    query = select(Booth).where(Booth.id == booth_id, _within(scope)).with_for_update()
    return live.scalars(query).one_or_none()


def outages(booths: Iterable[int], since: datetime) -> list[Outage]:
    """Return the outages of these devices that last at a moment, or come after it."""
    query = select(Outage).where(Outage.booth_id.in_(set(booths)))
    query = query.where(or_(Outage.ends_at.is_(None), Outage.ends_at > since))
    return list(session().scalars(query.order_by(Outage.starts_at)))


def outage_or_none(outage_id: int) -> Outage | None:
    return session().get(Outage, outage_id)


def turns_at(
    office: str, since: datetime, until: datetime | None
) -> dict[date, Sequence[OfficeTurn]]:
    """Return the turns of standing requests that begin or last after a moment, by day."""
    both = aliased(Trip)
    recorded = exists().where(
        TripRider.ready, TripRider.trip_id == both.id, both.request_id == Trip.request_id
    )
    coming = exists().where(TripRider.trip_id == Trip.id, TripRider.state.not_in(NOT_TRAVELLED))
    days = select(Trip.date).join(Turn, Turn.trip_id == Trip.id)
    days = days.where(Turn.office == office, Turn.starts_at >= since)
    if until is not None:
        days = days.where(Turn.starts_at < until)
    query = (
        select(Trip)
        .join(Trip.request)
        .where(Trip.date.in_(days), Trip.leg == Leg.OUTBOUND, Trip.place == office)
        .where(coming, ~recorded)
        .where(Request.state == RequestState.ACCEPTED, Trip.evening_id.is_(None))
        .options(joinedload(Trip.request).selectinload(Request.people), selectinload(Trip.riders))
        .order_by(Trip.date, Trip.id)
    )
    found: dict[date, list[OfficeTurn]] = {}
    for trip in session().scalars(query):
        turns = _turns(trip.id)
        if turns:
            found.setdefault(trip.date, []).append(OfficeTurn(trip, turns))
    return {day: tuple(all_of) for day, all_of in found.items()}


def _turns(trip_id: int) -> tuple[Turn, ...]:
    query = select(Turn).where(Turn.trip_id == trip_id).order_by(Turn.starts_at)
    return tuple(session().scalars(query))


def moved_turns(office: str, since: date) -> list[OfficeTurn]:
    """Return who got another turn because a device failed, from a day on."""
    bumped = exists().where(Turn.trip_id == Trip.id, Turn.bumped)
    query = select(Trip).join(Trip.request).where(Trip.date >= since, Trip.place == office, bumped)
    query = query.where(Request.state == RequestState.ACCEPTED).order_by(Trip.date, Trip.id)
    return [OfficeTurn(trip, _turns(trip.id)) for trip in session().scalars(query)]


def postponed(office: str) -> list[Request]:
    """Return who lost a turn, found none that day, and was offered another day."""
    query = select(Request).where(
        Request.priority, Request.state == RequestState.PROPOSED, Request.place == office
    )
    return list(session().scalars(query.order_by(Request.asked_at)))


def is_begun(trip: Trip) -> bool:
    """Tell whether anything was told of a trip: who sits in the car keeps his day."""
    visits = (trip.pickup_visit, trip.dropoff_visit)
    return session().scalar(select(exists().where(Event.visit.in_(visits)))) or False


def _within(scope: str | None) -> ColumnElement[bool]:
    return true() if scope is None else Booth.office.startswith(scope)
