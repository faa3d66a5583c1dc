"""What a driver's phone shows of a stop of jemput: who gets in or out, when, and what was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from field.domain.event import EventKind
from field.domain.jemput.visit_ids import PICKUP
from field.store.events import events_of
from field.store.rides import kits_by_id, trips_by_id
from field.store.tables import Event, KitVisit, Person, Request, Stop, Trip


@dataclass(frozen=True)
class TripStop:
    """One end of a trip, or a visit with the kit; the three times apart."""

    what: str  # pickup, dropoff, kit
    leg: str
    request: Request
    people: tuple[Person, ...]
    trip_id: int | None
    will_call: bool
    called_off: str  # how it ended, when family or office took it back
    office: str  # where this end is, empty for home
    requested: tuple[datetime | None, datetime | None]
    promised: tuple[datetime | None, datetime | None]
    performed: datetime | None
    visits: tuple[str, ...]  # that its events name
    events: tuple[Event, ...]  # of the whole trip, those that were taken back left out


def told_trips(stops: Iterable[Stop]) -> dict[str, TripStop]:
    """Return each stop that belongs to a trip or a kit visit, by its visit."""
    stops = list(stops)
    trips = trips_by_id(stop.trip_id for stop in stops if stop.trip_id)
    kits = kits_by_id(stop.kit_visit_id for stop in stops if stop.kit_visit_id)
    names = [name for trip in trips.values() for name in (trip.pickup_visit, trip.dropoff_visit)]
    told = events_of([*names, *(kit.visit for kit in kits.values())])
    found = {}
    for stop in stops:
        if stop.trip_id:
            trip = trips[stop.trip_id]
            both = [*told[trip.pickup_visit], *told[trip.dropoff_visit]]
            found[stop.visit] = _of_trip(trip, stop.end, _standing(both))
        elif stop.kit_visit_id:
            found[stop.visit] = _of_kit(kits[stop.kit_visit_id], _standing(told[stop.visit]))
    return found


def _of_trip(trip: Trip, end: str, events: tuple[Event, ...]) -> TripStop:
    pickup = end == PICKUP
    return TripStop(
        what=end,
        leg=trip.leg,
        request=trip.request,
        people=tuple(rider.person for rider in trip.riders),
        trip_id=trip.id,
        will_call=trip.will_call,
        called_off=trip.called_off,
        office=trip.place if pickup == (trip.leg == "return") else "",
        requested=(trip.requested_from, trip.requested_until),
        promised=(trip.promised_from, trip.promised_until) if pickup else (None, None),
        performed=trip.performed_pickup if pickup else trip.performed_dropoff,
        visits=(trip.pickup_visit, trip.dropoff_visit),
        events=events,
    )


def _of_kit(kit: KitVisit, events: tuple[Event, ...]) -> TripStop:
    return TripStop(
        what="kit",
        leg="",
        request=kit.request,
        people=tuple(kit.request.people),
        trip_id=None,
        will_call=False,
        called_off=kit.called_off,
        office="",
        requested=(kit.promised_from, kit.promised_until),
        promised=(kit.promised_from, kit.promised_until),
        performed=kit.performed_at,
        visits=(kit.visit,),
        events=events,
    )


def _standing(events: Iterable[Event]) -> tuple[Event, ...]:
    events = list(events)
    undone = {event.data.get("takes_back") for event in events}
    return tuple(e for e in events if e.id not in undone and e.kind != EventKind.UNDONE)
