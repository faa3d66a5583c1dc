"""What publishing promises of jemput: who drives when, which window is told, whose turn is when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from field.domain.fault import Fault
from field.domain.jemput.booth import Appointment, Booth, overfull
from field.domain.jemput.request import RequestState
from field.domain.jemput.trip import NOT_IN
from field.domain.jemput.visit_ids import DROPOFF, PICKUP, visit_of
from field.domain.planning import TRIP_GONE, TURN_GONE
from field.store.db import Live, session
from field.store.rides import booths, kits_by_id, put_turns, trips_by_id
from field.store.tables import KitVisit, Manifest, Stop, Trip, TripRider, Turn

BEFORE, AFTER = timedelta(minutes=10), timedelta(minutes=20)  # of the window that a family is told


class Promises:
    """The trips and kit visits of one plan while it is being published."""

    def __init__(self, problem: Mapping[str, Any], numbers: Iterable[int], day: date) -> None:
        named = [visit_of(number) for number in numbers]
        self.trips = trips_by_id(visit.trip for visit in named if visit.trip is not None)
        self.kits = kits_by_id(visit.kit for visit in named if visit.kit is not None)
        self.turns: list[dict[str, Any]] = problem.get("turns", [])
        wanted = sum(visit.trip is not None and visit.end == PICKUP for visit in named)
        wanted += sum(visit.kit is not None for visit in named)
        requests = [trip.request for trip in self.trips.values() if trip.date == day]
        requests += [kit.request for kit in self.kits.values() if kit.date == day]
        standing = sum(request.state == RequestState.ACCEPTED for request in requests)
        if standing < wanted:
            raise Fault(TRIP_GONE, count=wanted - standing)
        if lost := self._lost_turns():
            raise Fault(TURN_GONE, count=lost)

    def _lost_turns(self) -> int:
        """Count households whose turn has no device any more since the plan was made."""
        told: dict[str, dict[int, Appointment]] = defaultdict(dict)
        for turn in map(_turn, self.turns):
            trip = self.trips.get(turn.trip_id)
            if trip is not None and trip.evening_id is None:
                own, length = told[turn.office], timedelta(seconds=turn.duration_s)
                before = own.get(trip.id)
                start = before.start if before else turn.starts_at
                length += before.duration if before else timedelta()
                own[trip.id] = Appointment(trip.id, start, length, trip.created_at)
        known = booths()
        return sum(
            len(overfull(known.get(at, (Booth(0),)), own.values())) for at, own in told.items()
        )

    def name(self, stops: Sequence[Stop], numbers: Sequence[int]) -> None:
        """Say of each stop which trip or kit visit it is; `numbers` go with the last stops."""
        for stop, number in zip(stops[len(stops) - len(numbers) :], numbers, strict=True):
            visit = visit_of(number)
            if visit.trip is not None:
                trip = self.trips[visit.trip]
                stop.trip_id, stop.end = trip.id, visit.end
                stop.visit = trip.pickup_visit if visit.end == PICKUP else trip.dropoff_visit
            elif visit.kit is not None:
                stop.kit_visit_id, stop.visit = visit.kit, self.kits[visit.kit].visit

    def keep(self, live: Live, manifests: Iterable[Manifest]) -> None:
        """Write who comes when into trips, kit visits and turns."""
        for manifest in manifests:
            for stop in manifest.stops:
                if stop.trip_id in self.trips:
                    _promise_trip(self.trips[stop.trip_id], stop, manifest.courier_id)
                elif stop.kit_visit_id in self.kits:
                    _promise_kit(self.kits[stop.kit_visit_id], stop, manifest.courier_id)
        put_turns(live, (_turn(told) for told in self.turns if told["trip"] in self.trips))


def _promise_trip(trip: Trip, stop: Stop, courier_id: int) -> None:
    if stop.end == DROPOFF:
        trip.scheduled_dropoff = stop.arrival
        return
    trip.courier_id, trip.scheduled_pickup = courier_id, stop.arrival
    # A will-call is told nothing: its hour comes when somebody is ready.
    trip.promised_from = None if trip.will_call else stop.arrival - BEFORE
    trip.promised_until = None if trip.will_call else stop.arrival + AFTER


def _promise_kit(kit: KitVisit, stop: Stop, courier_id: int) -> None:
    kit.courier_id, kit.scheduled_at = courier_id, stop.arrival
    kit.promised_from, kit.promised_until = stop.arrival - BEFORE, stop.arrival + 3 * AFTER


def _turn(told: Mapping[str, Any]) -> Turn:
    return Turn(
        trip_id=told["trip"],
        person_id=told["person"],
        office=told["office"],
        starts_at=datetime.fromisoformat(told["starts"]),
        duration_s=told["duration_s"],
        bumped=told["bumped"],
    )


def begun_trips(ids: Iterable[int | None]) -> set[int]:
    """Return the trips of which something happened: they stay on the route that had them.

    One that was called off before anybody got in leaves it.
    """
    query = select(TripRider.trip_id).join(Trip, Trip.id == TripRider.trip_id)
    query = query.where(
        TripRider.trip_id.in_({id_ for id_ in ids if id_ is not None}),
        TripRider.state.not_in(NOT_IN), TripRider.state != Trip.called_off,
    )  # fmt: skip
    return set(session().scalars(query))
