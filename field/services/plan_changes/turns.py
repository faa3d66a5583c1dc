"""A turn at the booths moved by hand in a draft: both ways follow it, priced and checked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from field.domain.fault import Fault
from field.domain.jemput.asked import JemputAsked, TripAsked
from field.domain.jemput.trip import Leg
from field.domain.jemput.visit_ids import visit_of
from field.domain.planning import NOT_ON_PLAN, TURN_OUTSIDE, TURN_TAKEN
from field.gateways.care import medicine_hours
from field.gateways.city_days import office_place, rests_on
from field.gateways.doors import Doors
from field.gateways.road_book import stands_for
from field.problems.jemput_day import CAR, Ground, Outing, outing
from field.problems.moving import put, units_of, without
from field.problems.rides import Ride, shipment_of
from field.problems.stored import PlannedPart, plan_document, problem_document
from field.services.plan_changes.opened import (
    Effect,
    effect_of,
    open_draft,
    part_of,
    read,
    refusal,
    ways_of,
    write,
)
from field.store import audit, closures, rides
from field.store.db import transaction
from field.store.tables import Plan
from routing import Problem, Shipment


@dataclass(frozen=True)
class TurnChange:
    """When the household of this visit is to be recorded."""

    visit: int
    at: time
    revision: int


def move_turn(plan_id: int, wanted: TurnChange, scope: str | None, by: int, doors: Doors) -> Effect:
    """Move a household's turn; refused, and nothing changed, where no device or car has room."""
    with transaction() as live:
        row = open_draft(plan_id, scope, wanted.revision)
        number = part_of(row, wanted.visit)
        part, ways = read(row, number, doors), ways_of(wanted.visit)
        if not ways:
            raise Fault(NOT_ON_PLAN)
        start = datetime.combine(row.date, wanted.at, doors.zone)
        asked = _asked(row, set(ways), start, doors)
        found = outing(asked, _ground(row, part, asked, doors))
        _check_turns(asked, found)
        problem = _with_rides(part.problem, [one for one in found.rides if one.trip_id in ways])
        changed = _planned(PlannedPart(problem, part.plan), wanted.visit, ways)
        if changed.plan.violations:
            raise refusal(changed.plan.violations[0])
        undo = {
            "part": number, "plan": row.plan["parts"][number],
            "problem": row.problem["parts"][number], "turns": row.problem["turns"],
        }  # fmt: skip
        parts = list(row.problem["parts"])
        parts[number] = problem_document(problem)
        turns = _turns(row.problem["turns"], set(ways), start)
        row.problem = {**row.problem, "parts": parts, "turns": turns}
        write(row, number, plan_document(changed), undo)
        subject, now = f"plan:{plan_id}", doors.clock.now()
        audit.record(live, "plan.turn", at=now, by=by, subject=subject, visit=wanted.visit)
        return effect_of(part, changed)


def _asked(row: Plan, ours: set[int], start: datetime, doors: Doors) -> JemputAsked:
    """Return the day as this draft has it, everybody with his turn, ours with the new one."""
    care = partial(medicine_hours, vault=doors.vault)
    asked = rides.asked_on(row.date, row.kecamatan, care, again=True)
    told = _by_trip(row.problem["turns"])
    requests = {trip.request_id: told.get(trip.id) for trip in asked.trips if trip.id in told}
    trips = []
    for trip in asked.trips:
        turn = requests.get(trip.request_id)
        if turn is None:
            continue
        begins, length = turn
        if trip.id in ours:
            _check_promise(trip, start)
            begins = start
        trips.append(replace(trip, turn_at=begins, turn_s=length))
    return replace(asked, trips=trips, kits=())


def _by_trip(turns: Sequence[dict[str, Any]]) -> dict[int, tuple[datetime, int]]:
    """Return when each outbound trip's household begins, and for how many seconds."""
    found: dict[int, tuple[datetime, int]] = {}
    for turn in turns:
        begins = datetime.fromisoformat(turn["starts"])
        first, length = found.get(turn["trip"], (begins, 0))
        found[turn["trip"]] = (min(first, begins), length + turn["duration_s"])
    return found


def _check_promise(trip: TripAsked, start: datetime) -> None:
    if trip.leg is not Leg.OUTBOUND or trip.opens is None or trip.closes is None:
        return
    if not trip.opens <= start <= trip.closes:
        hours = (moment.astimezone(start.tzinfo) for moment in (trip.opens, trip.closes))
        opens, closes = (f"{hour:%H.%M}" for hour in hours)
        raise Fault(TURN_OUTSIDE, opens=opens, closes=closes)


def _ground(row: Plan, part: PlannedPart, asked: JemputAsked, doors: Doors) -> Ground:
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    midnight = datetime.combine(row.date, time(), doors.zone)
    shifts = [vehicle.shift for vehicle in part.problem.vehicles if vehicle.capacity]
    opens = min((shift.open for shift in shifts), default=0)
    closes = max((shift.close for shift in shifts), default=0)
    return Ground(
        midnight, stands_for(asked.places, {CAR}, source)[CAR], partial(office_place, doors.city),
        midnight + timedelta(seconds=opens), midnight + timedelta(seconds=closes),
        rests_on(doors.city, midnight),
    )  # fmt: skip


def _check_turns(asked: JemputAsked, found: Outing) -> None:
    """Each keeps the turn that he was given, ours the new one; else a device is short."""
    wanted = {trip.id: trip.turn_at for trip in asked.trips if trip.leg is Leg.OUTBOUND}
    given: dict[int, datetime] = {}
    for turn in found.turns:
        given[turn.trip_id] = min(turn.starts, given.get(turn.trip_id, turn.starts))
    if given != wanted:
        raise Fault(TURN_TAKEN)


def _with_rides(problem: Problem, moved: Sequence[Ride]) -> Problem:
    by_trip = {ride.trip_id: ride for ride in moved}

    def anew(old: Shipment) -> Shipment:
        ride = by_trip.get(visit_of(old.pickup.id).trip or 0)
        if ride is None:
            return old
        ends = (old.pickup.location, old.delivery.location)
        home, office = ends if ride.leg is Leg.OUTBOUND else ends[::-1]
        return shipment_of(ride, home, office, frozenset(old.pickup.vehicles or ()))

    return replace(problem, shipments=tuple(map(anew, problem.shipments)))


def _planned(part: PlannedPart, visit: int, ways: Sequence[int]) -> PlannedPart:
    """Return the routes as they are when that still fits, else each way put in anew."""
    as_it_is = part.with_orders(part.plan.orders)
    if not as_it_is.plan.violations:
        return as_it_is
    units = units_of(part, visit, ways)
    by = {job: car for car, jobs in part.plan.orders.items() for job in jobs}
    orders = without(part.plan.orders, units)
    for unit in (one for one in units if one[0].id in by):
        orders = put(part, orders, unit, by[unit[0].id], None)
    return part.with_orders(orders)


def _turns(
    turns: Sequence[dict[str, Any]], ours: set[int], start: datetime
) -> list[dict[str, Any]]:
    """Return the turns with those of these trips one after the other from the new start."""
    made = []
    for turn in turns:
        if turn["trip"] not in ours:
            made.append(turn)
            continue
        made.append({**turn, "starts": start.isoformat()})
        start += timedelta(seconds=turn["duration_s"])
    return made
