"""A draft while it is changed by hand: held, read with its times, judged, and told of."""

from dataclasses import dataclass
from datetime import timedelta

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.visit_ids import visit_of
from field.domain.planning import (
    BREAKS,
    NO_POINT,
    NOT_ON_PLAN,
    OTHERWISE,
    PLAN_CHANGED,
    PLAN_CLOSED,
)
from field.gateways.doors import Doors
from field.problems.stored import PlannedPart, read_part
from field.store import closures, crew, planning, rides, trips
from field.store.tables import Plan
from routing.plan import Violation


@dataclass(frozen=True)
class Effect:
    """What a change costs: more (or less) work and way."""

    work: timedelta
    metres: int


def open_draft(plan_id: int, scope: str | None, revision: int | None) -> Plan:
    row = planning.locked_plan_or_none(plan_id)
    if row is None or scope not in (None, row.kecamatan):
        raise Fault(NOT_FOUND, what="Rencana")
    if row.state != "draft":
        raise Fault(PLAN_CLOSED)
    if revision not in (None, row.revision):
        raise Fault(PLAN_CHANGED)
    return row


def part_of(row: Plan, visit: int) -> int:
    for number, part in enumerate(row.problem["parts"]):
        ends = [trip[end] for trip in part.get("shipments", ()) for end in ("pickup", "delivery")]
        if any(one["id"] == visit for one in (*part["jobs"], *ends)):
            return number
    if any(left["id"] == visit for left in row.plan["unassigned"]):
        raise Fault(NO_POINT)
    raise Fault(NOT_ON_PLAN)


def read(row: Plan, number: int, doors: Doors) -> PlannedPart:
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    return read_part(row.problem["parts"][number], row.plan["parts"][number], source)


def refusal(broken: Violation) -> Fault:
    courier = broken.values.get("vehicle")
    name = name_of(int(courier)) if courier is not None else "-"
    minutes = -(-int(broken.values.get("seconds", 0)) // 60)
    return Fault(BREAKS.get(broken.code, OTHERWISE), courier=name, minutes=minutes)


def name_of(courier_id: int) -> str:
    courier = crew.courier_or_none(courier_id)
    if courier is None:
        raise Fault(NOT_ON_PLAN)
    return courier.user.name


def effect_of(before: PlannedPart, after: PlannedPart) -> Effect:
    work = sum(route.work for route in after.plan.routes) - sum(
        route.work for route in before.plan.routes
    )
    return Effect(timedelta(seconds=work), after.plan.distance - before.plan.distance)


def ways_of(visit: int) -> list[int]:
    """Return the trips of a household on one day; none for a door with cards or a kit."""
    trip_id = visit_of(visit).trip
    trip = rides.trips_by_id([trip_id]).get(trip_id) if trip_id is not None else None
    if trip is None:
        return []
    return [one.id for one in trips.trips_of(trip.request_id) if one.date == trip.date]


def write(
    row: Plan, number: int, part: dict[str, object], undo_to: dict[str, object] | None
) -> None:
    parts = list(row.plan["parts"])
    parts[number] = part
    plan = {**row.plan, "parts": parts, "undo": undo_to}
    row.plan = plan if undo_to else {name: plan[name] for name in plan if name != "undo"}
    row.revision += 1
