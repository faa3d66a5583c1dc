"""Trips and kit visits of a request: opened when its time is settled, gone when it is not."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from field.domain.jemput.kit import KitState
from field.domain.jemput.needs import Aid, Service, kit_visit_s
from field.domain.jemput.trip import NOT_IN, NOT_TRAVELLED, Leg, RiderFold, TripState
from field.domain.jemput.whereabouts import PersonDay
from field.store.db import Live, session
from field.store.evening_places import give_places_back, hold_places
from field.store.tables import (
    Courier,
    Event,
    KitVisit,
    Manifest,
    Request,
    Stop,
    Trip,
    TripRider,
    Turn,
)


def open_trips(live: Live, request: Request, at: datetime) -> None:
    """Open what an accepted request needs on its date: two trips, or a visit with the kit.

    What stood on a plan for another day is opened anew under its own name.
    """
    if request.date is None:
        raise ValueError("A request is accepted for a date.")
    if request.service == Service.KIT:
        kit = kit_visit_or_none(request.id)
        if kit is None or kit.state != KitState.WAITING:
            kit = KitVisit(request_id=request.id, visit=str(uuid.uuid4()), state=KitState.WAITING)
        kit.date, kit.courier_id, kit.scheduled_at = request.date, None, None
        kit.promised_from, kit.promised_until = request.window_from, request.window_until
        kit.service_s = kit_visit_s(Aid(person.aid) for person in request.people)
        live.add(kit)
        return
    if request.evening_id is not None:
        hold_places(live, request, at)
    unused = select(Trip).where(Trip.request_id == request.id, Trip.called_off == "", ~_told())
    kept = {trip.leg: trip for trip in live.scalars(unused)}
    for leg in Leg:
        outbound = leg is Leg.OUTBOUND
        trip = kept.get(leg) or Trip(
            request_id=request.id, leg=leg, created_at=at,
            pickup_visit=str(uuid.uuid4()), dropoff_visit=str(uuid.uuid4()),
            riders=[TripRider(person_id=person.id) for person in request.people],
        )  # fmt: skip
        own = {person.id for person in request.people}
        trip.riders = [rider for rider in trip.riders if rider.person_id in own]
        trip.date, trip.place, trip.evening_id = request.date, request.place, request.evening_id
        trip.will_call = not outbound and request.will_call
        trip.requested_from = request.window_from
        trip.requested_until = request.window_until if outbound else None
        trip.promised_from = request.window_from if outbound else None
        trip.promised_until = request.window_until if outbound else None
        trip.courier_id = trip.scheduled_pickup = trip.scheduled_dropoff = None
        live.add(trip)


def close_trips(
    live: Live, request: Request, at: datetime, today: date, *, wished: bool = False
) -> None:
    """Take back what stands for a request of which nobody has got into a car, and places held.

    What no route has goes; what a published route has, or somebody spoke of, is called off: the
    driver's phone shows it so, and whoever travels all the same is believed. On its own day it is
    a late cancellation when the household itself wished so.
    """
    if request.evening_id is not None:
        give_places_back(live, request, at)
    open_ = (Trip.request_id == request.id, Trip.date >= today, Trip.called_off == "")
    ids = list(live.scalars(select(Trip.id).where(Trip.request_id == request.id, ~_touched())))
    turns = select(Trip.id).where(or_(Trip.id.in_(ids), and_(*open_)))
    live.execute(delete(Turn).where(Turn.trip_id.in_(turns)))
    live.execute(delete(TripRider).where(TripRider.trip_id.in_(ids)))
    live.execute(delete(Trip).where(Trip.id.in_(ids)))
    for trip in live.scalars(select(Trip).where(*open_)):
        trip.called_off = _ending(late=wished and trip.date == today)
        for rider in trip.riders:
            if rider.state in NOT_IN:
                rider.state = trip.called_off
    told = exists().where(Event.visit == KitVisit.visit)
    planned = exists().where(Stop.kit_visit_id == KitVisit.id)
    own = KitVisit.request_id == request.id
    live.execute(delete(KitVisit).where(own, ~or_(told, planned)))
    open_kits = select(KitVisit).where(own, KitVisit.date >= today, KitVisit.called_off == "")
    for kit in live.scalars(open_kits):
        kit.called_off, kit.state = _ending(late=wished and kit.date == today), KitState.FAILED


def _ending(*, late: bool) -> str:
    return TripState.LATE_CANCELLED if late else TripState.CANCELLED


def has_begun(request_id: int, today: date) -> bool:
    """Tell whether a car or a team is at the door already, or somebody is away from home.

    A day that is over holds back nobody who is at home; nor does a way that came to nothing.
    """
    trip = select(Trip.id).where(
        Trip.request_id == request_id, Trip.date >= today, Trip.called_off == "",
        Trip.riders.any(TripRider.state.not_in((TripState.WAITING, *NOT_TRAVELLED))),
    )  # fmt: skip
    kit = select(KitVisit.id).where(
        KitVisit.request_id == request_id, KitVisit.date >= today,
        KitVisit.state.not_in((KitState.WAITING, KitState.FAILED)),
    )  # fmt: skip
    if any(session().scalar(query.limit(1)) is not None for query in (trip, kit)):
        return True
    return any(day.away for day in person_days(trips_of(request_id)).values())


def sent_in_vain(request_id: int, today: date) -> list[Courier]:
    """Return whose route of today, in force, still leads to what was called off."""
    trip = select(Trip.courier_id).where(
        Trip.request_id == request_id, Trip.date == today, Trip.called_off != "",
        _in_force(Stop.trip_id == Trip.id, Trip.date),
    )  # fmt: skip
    kit = select(KitVisit.courier_id).where(
        KitVisit.request_id == request_id, KitVisit.date == today, KitVisit.called_off != "",
        _in_force(Stop.kit_visit_id == KitVisit.id, KitVisit.date),
    )  # fmt: skip
    either = or_(Courier.id.in_(trip), Courier.id.in_(kit))
    return list(session().scalars(select(Courier).where(either).order_by(Courier.id)))


def person_days(trips: Iterable[Trip]) -> dict[tuple[date, int], PersonDay]:
    """Return where each person is by what is stored, by date; both ways together."""
    folds = {
        (trip.leg, trip.date, rider.person_id): RiderFold(TripState(rider.state), rider.ready)
        for trip in trips
        for rider in trip.riders
    }
    return {
        (day, person): PersonDay(fold, folds[Leg.RETURN, day, person])
        for (leg, day, person), fold in folds.items()
        if leg == Leg.OUTBOUND and (Leg.RETURN, day, person) in folds
    }


def _in_force(stop: ColumnElement[bool], day: InstrumentedAttribute[date]) -> ColumnElement[bool]:
    live_route = (Stop.manifest_id == Manifest.id, Manifest.replaced_at.is_(None))
    return exists().where(stop, *live_route, Manifest.date == day)


def trips_of(request_id: int) -> list[Trip]:
    return list(
        session().scalars(select(Trip).where(Trip.request_id == request_id).order_by(Trip.id))
    )


def kit_visit_or_none(request_id: int) -> KitVisit | None:
    query = select(KitVisit).where(KitVisit.request_id == request_id).order_by(KitVisit.id.desc())
    return session().scalars(query.limit(1)).one_or_none()


def driven_by_or_none(trip_id: int, user_id: int, day: date) -> Trip | None:
    """Return a trip of this day when this account drives it."""
    query = select(Trip).where(Trip.id == trip_id, Trip.date == day)
    query = query.where(Trip.courier.has(user_id=user_id))
    return session().scalars(query).one_or_none()


def visited_by_or_none(visit: str, user_id: int, day: date) -> KitVisit | None:
    """Return a visit of this day when this account's team makes it."""
    query = select(KitVisit).where(KitVisit.visit == visit, KitVisit.date == day)
    query = query.where(KitVisit.courier.has(user_id=user_id))
    return session().scalars(query).one_or_none()


def _touched() -> ColumnElement[bool]:
    return or_(_told(), exists().where(Stop.trip_id == Trip.id))


def _told() -> ColumnElement[bool]:
    return exists().where(or_(Event.visit == Trip.pickup_visit, Event.visit == Trip.dropoff_visit))
