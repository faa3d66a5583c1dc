"""Trips and kit visits of a request: opened when its time is settled, gone when it is not."""

import uuid
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, exists, or_, select

from field.domain.jemput.kit import KitState
from field.domain.jemput.needs import Aid, Service, kit_visit_s
from field.domain.jemput.trip import Leg
from field.store.db import Live, session
from field.store.tables import Event, KitVisit, Request, Stop, Trip, TripRider, Turn


def open_trips(live: Live, request: Request, at: datetime) -> None:
    """Open what an accepted request needs on its date: two trips, or a visit with the kit."""
    if request.date is None:
        raise ValueError("A request is accepted for a date.")
    if request.service == Service.KIT:
        live.add(
            KitVisit(
                request_id=request.id, date=request.date, visit=str(uuid.uuid4()),
                state=KitState.WAITING, promised_from=request.window_from,
                promised_until=request.window_until,
                service_s=kit_visit_s(Aid(person.aid) for person in request.people),
            )
        )  # fmt: skip
        return
    for leg in Leg:
        outbound = leg is Leg.OUTBOUND
        live.add(
            Trip(
                request_id=request.id, leg=leg, date=request.date, place=request.place,
                evening_id=request.evening_id, will_call=not outbound and request.will_call,
                pickup_visit=str(uuid.uuid4()), dropoff_visit=str(uuid.uuid4()),
                requested_from=request.window_from,
                requested_until=request.window_until if outbound else None,
                promised_from=request.window_from if outbound else None,
                promised_until=request.window_until if outbound else None,
                created_at=at,
                riders=[TripRider(person_id=person.id) for person in request.people],
            )
        )  # fmt: skip


def close_trips(live: Live, request: Request) -> None:
    """Take back trips and visits of which nothing was planned or told yet."""
    trips = select(Trip.id).where(Trip.request_id == request.id, ~_touched())
    ids = list(live.scalars(trips))
    for table in (TripRider, Turn):
        live.execute(delete(table).where(table.trip_id.in_(ids)))
    live.execute(delete(Trip).where(Trip.id.in_(ids)))
    told = exists().where(Event.visit == KitVisit.visit)
    planned = exists().where(Stop.kit_visit_id == KitVisit.id)
    live.execute(delete(KitVisit).where(KitVisit.request_id == request.id, ~or_(told, planned)))


def is_under_way(request_id: int) -> bool:
    """Tell whether somebody was told of, or planned on, a trip of this request."""
    return (
        session().scalar(select(Trip.id).where(Trip.request_id == request_id, _touched()))
        is not None
    )


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


def _touched() -> ColumnElement[bool]:
    told = exists().where(or_(Event.visit == Trip.pickup_visit, Event.visit == Trip.dropoff_visit))
    planned = exists().where(Stop.trip_id == Trip.id)
    return or_(told, planned)
