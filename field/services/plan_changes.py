"""A plan changed by hand: each change is priced and checked at once, the last can be taken back."""

from dataclasses import dataclass
from datetime import timedelta

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.visit_ids import visit_of
from field.domain.planning import (
    BREAKS,
    NO_POINT,
    NOT_ON_PLAN,
    NOTHING_TO_UNDO,
    OTHER_TERRITORY,
    OTHERWISE,
    PLAN_CHANGED,
    PLAN_CLOSED,
)
from field.gateways.doors import Doors
from field.problems.moving import Orders, put, unit_of, units_of, without
from field.problems.stored import PlannedPart, plan_document, read_part
from field.store import audit, closures, crew, planning, rides, trips
from field.store.db import transaction
from field.store.tables import Plan
from routing.plan import Violation


@dataclass(frozen=True)
class Change:
    """A visit to another courier or place in the order; no courier takes it out of the plan.

    One way of a trip moves with both its ends; who is taken out, or put in, goes both ways.
    """

    visit: int  # a household with cards, or as in field.domain.jemput.visit_ids
    courier_id: int | None
    position: int | None  # from 1; None: where it costs least
    revision: int


@dataclass(frozen=True)
class Effect:
    """What a change costs: more (or less) work and way."""

    work: timedelta
    metres: int


def change(plan_id: int, wanted: Change, scope: str | None, by: int, doors: Doors) -> Effect:
    """Move, add or take out one door; refused, and nothing changed, when it breaks a rule."""
    now = doors.clock.now()
    with transaction() as live:
        row = _open(plan_id, scope, wanted.revision)
        number = _part_of(row, wanted.visit)
        part = _read(row, number, doors)
        changed = part.with_orders(_moved(part, wanted))
        if changed.plan.violations:
            raise _refusal(changed.plan.violations[0])
        undo = {"part": number, "plan": row.plan["parts"][number]}
        _write(row, number, plan_document(changed), undo)
        audit.record(
            live, "plan.change", at=now, by=by, subject=f"plan:{plan_id}",
            visit=wanted.visit, courier=wanted.courier_id,
        )  # fmt: skip
        return _effect(part, changed)


def undo(plan_id: int, revision: int, scope: str | None, by: int, doors: Doors) -> None:
    """Take back the last change by hand."""
    with transaction() as live:
        row = _open(plan_id, scope, revision)
        last = row.plan.get("undo")
        if last is None:
            raise Fault(NOTHING_TO_UNDO)
        _write(row, last["part"], last["plan"], None)
        audit.record(live, "plan.undo", at=doors.clock.now(), by=by, subject=f"plan:{plan_id}")


def discard(plan_id: int, scope: str | None, by: int, doors: Doors) -> None:
    """Put a draft away; nothing was promised by it."""
    with transaction() as live:
        row = _open(plan_id, scope, None)
        row.state = "discarded"
        audit.record(live, "plan.discard", at=doors.clock.now(), by=by, subject=f"plan:{plan_id}")


def _open(plan_id: int, scope: str | None, revision: int | None) -> Plan:
    row = planning.locked_plan_or_none(plan_id)
    if row is None or scope not in (None, row.kecamatan):
        raise Fault(NOT_FOUND, what="Rencana")
    if row.state != "draft":
        raise Fault(PLAN_CLOSED)
    if revision not in (None, row.revision):
        raise Fault(PLAN_CHANGED)
    return row


def _part_of(row: Plan, visit: int) -> int:
    for number, part in enumerate(row.problem["parts"]):
        ends = [trip[end] for trip in part.get("shipments", ()) for end in ("pickup", "delivery")]
        if any(one["id"] == visit for one in (*part["jobs"], *ends)):
            return number
    if any(left["id"] == visit for left in row.plan["unassigned"]):
        raise Fault(NO_POINT)
    raise Fault(NOT_ON_PLAN)


def _read(row: Plan, number: int, doors: Doors) -> PlannedPart:
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    return read_part(row.problem["parts"][number], row.plan["parts"][number], source)


def _moved(part: PlannedPart, wanted: Change) -> Orders:
    """Return the orders with the visit in its new place."""
    courier, planned = wanted.courier_id, {id_ for ids in part.plan.orders.values() for id_ in ids}
    whole = units_of(part, wanted.visit, _ways(wanted.visit))
    if courier is None:
        return without(part.plan.orders, whole)
    own = unit_of(part, wanted.visit)
    units = [own] if own[0].id in planned else whole
    vehicle = part.problem.vehicle.get(courier)
    if vehicle is None or not all(vehicle.able(job) for unit in units for job in unit):
        raise Fault(OTHER_TERRITORY, courier=_name(courier))
    orders = without(part.plan.orders, units)
    for unit in units:
        orders = put(part, orders, unit, courier, wanted.position if unit is own else None)
    return orders


def _ways(visit: int) -> list[int]:
    """Return the trips of a household on one day; none for a door with cards or a kit."""
    trip_id = visit_of(visit).trip
    trip = rides.trips_by_id([trip_id]).get(trip_id) if trip_id is not None else None
    if trip is None:
        return []
    return [one.id for one in trips.trips_of(trip.request_id) if one.date == trip.date]


def _refusal(broken: Violation) -> Fault:
    courier = broken.values.get("vehicle")
    name = _name(int(courier)) if courier is not None else "-"
    minutes = -(-int(broken.values.get("seconds", 0)) // 60)
    return Fault(BREAKS.get(broken.code, OTHERWISE), courier=name, minutes=minutes)


def _name(courier_id: int) -> str:
    courier = crew.courier_or_none(courier_id)
    if courier is None:
        raise Fault(NOT_ON_PLAN)
    return courier.user.name


def _write(
    row: Plan, number: int, part: dict[str, object], undo_to: dict[str, object] | None
) -> None:
    parts = list(row.plan["parts"])
    parts[number] = part
    plan = {**row.plan, "parts": parts, "undo": undo_to}
    row.plan = plan if undo_to else {name: plan[name] for name in plan if name != "undo"}
    row.revision += 1


def _effect(before: PlannedPart, after: PlannedPart) -> Effect:
    work = sum(route.work for route in after.plan.routes) - sum(
        route.work for route in before.plan.routes
    )
    return Effect(timedelta(seconds=work), after.plan.distance - before.plan.distance)
