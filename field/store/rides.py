"""Queries of jemput's planning: which trips and kit visits of a day wait, and for which booths."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, select, true
from sqlalchemy.orm import joinedload, selectinload

from field.domain.jemput.asked import JemputAsked, KitAsked, TripAsked
from field.domain.jemput.booth import Booth, Span
from field.domain.jemput.needs import Aid, Rider
from field.domain.jemput.request import RequestState
from field.domain.jemput.trip import NOT_IN, Leg
from field.store import tables
from field.store.db import Live, session
from field.store.tables import (
    Evening,
    KitVisit,
    Manifest,
    Outage,
    Person,
    Request,
    Stop,
    Trip,
    TripRider,
    Turn,
)

ReadCare = Callable[[bytes | None, str], tuple[str, ...]]  # medicine hours of a cipher and seal


def asked_on(day: date, kecamatan: str | None, read_care: ReadCare, *, again: bool) -> JemputAsked:
    """Return what waits of a day; planned and published counts as waiting when planned again."""
    trips, turns = _open_trips(day, kecamatan, again=again), _turns_on(day)
    return JemputAsked(
        trips=[_trip(trip, turns, read_care) for trip in trips],
        kits=[_kit(kit, read_care) for kit in _open_kits(day, kecamatan, again=again)],
        booths=booths(),
        evening_booths=_evening_booths(trip.evening_id for trip in trips),
    )


def booths() -> dict[str, tuple[Booth, ...]]:
    """Return the devices of each office with their outages."""
    outages: dict[int, list[Span]] = defaultdict(list)
    for outage in session().scalars(select(Outage)):
        outages[outage.booth_id].append(Span(outage.starts_at, outage.ends_at))
    found: dict[str, list[Booth]] = defaultdict(list)
    for booth in session().scalars(select(tables.Booth).where(tables.Booth.active)):
        hours = (time.fromisoformat(at) if at else None for at in (booth.opens, booth.closes))
        found[booth.office].append(Booth(booth.id, tuple(outages[booth.id]), *hours))
    return {office: tuple(devices) for office, devices in found.items()}


def _evening_booths(ids: Iterable[int | None]) -> dict[int, tuple[Booth, ...]]:
    query = select(Evening).where(Evening.id.in_({id_ for id_ in ids if id_ is not None}))
    return {
        evening.id: tuple(Booth(-at, _shut(evening)) for at in range(1, evening.booths + 1))
        for evening in session().scalars(query)
    }


def _shut(evening: Evening) -> tuple[Span, ...]:
    """Nobody is recorded before the session opens, nor after it."""
    before = Span(evening.opens_at - timedelta(days=1), evening.opens_at)
    return before, Span(evening.closes_at)


def _open_trips(day: date, kecamatan: str | None, *, again: bool) -> list[Trip]:
    """Trips of which nobody has travelled, been missed or cancelled; the way home in any case."""
    begun = exists().where(
        TripRider.trip_id == Trip.id,
        TripRider.state.not_in(NOT_IN),
    )
    promised = exists().where(
        Stop.trip_id == Trip.id, Stop.manifest_id == Manifest.id, Manifest.replaced_at.is_(None)
    )
    query = (
        select(Trip)
        .join(Trip.request)
        .where(Trip.date == day, Request.state == RequestState.ACCEPTED, ~begun)
        .where(_within(kecamatan), true() if again else ~promised)
        .options(
            joinedload(Trip.request).joinedload(Request.household),
            selectinload(Trip.riders).joinedload(TripRider.person),
        )
        .order_by(Trip.id)
    )
    return list(session().scalars(query))


def _open_kits(day: date, kecamatan: str | None, *, again: bool) -> list[KitVisit]:
    promised = exists().where(
        Stop.kit_visit_id == KitVisit.id,
        Stop.manifest_id == Manifest.id,
        Manifest.replaced_at.is_(None),
    )
    query = (
        select(KitVisit)
        .join(KitVisit.request)
        .where(KitVisit.date == day, Request.state == RequestState.ACCEPTED)
        .where(KitVisit.state == "waiting", _within(kecamatan), true() if again else ~promised)
        .order_by(KitVisit.id)
    )
    return list(session().scalars(query))


def _within(kecamatan: str | None) -> ColumnElement[bool]:
    return true() if kecamatan is None else Request.kecamatan == kecamatan


def _turns_on(day: date) -> dict[int, list[Turn]]:
    """Return the turns of each request on a day."""
    query = (
        select(Trip.request_id, Turn).join(Turn, Turn.trip_id == Trip.id).where(Trip.date == day)
    )
    found: dict[int, list[Turn]] = defaultdict(list)
    for request_id, turn in session().execute(query.order_by(Turn.starts_at)):
        found[request_id].append(turn)
    return found


def _trip(trip: Trip, turns: dict[int, list[Turn]], read_care: ReadCare) -> TripAsked:
    told = turns.get(trip.request_id, [])
    people = [rider.person for rider in trip.riders]
    return TripAsked(
        **_common(trip.request, people, read_care),
        id=trip.id,
        opens=trip.requested_from,
        closes=trip.requested_until or trip.requested_from,
        leg=Leg(trip.leg),
        office=trip.place,
        will_call=trip.will_call,
        evening_id=trip.evening_id,
        turn_at=told[0].starts_at if told else None,
        turn_s=sum(turn.duration_s for turn in told),
        bumped=any(turn.bumped for turn in told),
    )


def _kit(kit: KitVisit, read_care: ReadCare) -> KitAsked:
    return KitAsked(
        **_common(kit.request, kit.request.people, read_care),
        id=kit.id,
        opens=kit.promised_from,
        closes=kit.promised_until,
        service_s=kit.service_s,
    )


def _common(request: Request, people: list[Person], read_care: ReadCare) -> dict[str, Any]:
    home = request.household
    return {
        "request_id": request.id,
        "household_id": home.id,
        "door": _place(home.lat, home.lon),
        "meet": _place(request.meet_lat, request.meet_lon),
        "kelurahan": home.kelurahan,
        "asked_at": request.asked_at,
        "priority": request.priority,
        "riders": tuple((one.id, Rider(Aid(one.aid), companion=one.companion)) for one in people),
        "medicine_hours": tuple(
            hour for one in people for hour in read_care(one.care_cipher, one.seal)
        ),
    }


def _place(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    return None if lat is None or lon is None else (lat, lon)


def put_turns(live: Live, turns: Iterable[Turn]) -> None:
    """Keep these turns in the place of those that their trips had."""
    made = list(turns)
    live.execute(delete(Turn).where(Turn.trip_id.in_({turn.trip_id for turn in made})))
    live.add_all(made)


def trips_by_id(ids: Iterable[int]) -> dict[int, Trip]:
    return {trip.id: trip for trip in session().scalars(select(Trip).where(Trip.id.in_(set(ids))))}


def kits_by_id(ids: Iterable[int]) -> dict[int, KitVisit]:
    query = select(KitVisit).where(KitVisit.id.in_(set(ids)))
    return {kit.id: kit for kit in session().scalars(query)}


def cars() -> dict[int, tables.Car]:
    return {car.id: car for car in session().scalars(select(tables.Car))}
