"""A plan changed by hand: each change is priced and checked at once, the last can be taken back."""

from dataclasses import dataclass
from datetime import timedelta

from field.domain.fault import NOT_FOUND, Fault
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
from field.problems.stored import PlannedPart, plan_document, read_part
from field.store import audit, closures, crew, planning
from field.store.db import transaction
from field.store.tables import Plan
from routing.mending.insertion import slots
from routing.plan import Violation


@dataclass(frozen=True)
class Change:
    """A door to another courier or place in the order; no courier takes it out of the plan."""

    household_id: int
    courier_id: int | None
    position: int | None  # from 1; None: where it costs least
    revision: int


@dataclass(frozen=True)
class Effect:
    """What a change costs: more (or less) work and way."""

    work: timedelta
    metres: int


Orders = dict[int, list[int]]


def change(plan_id: int, wanted: Change, scope: str | None, by: int, doors: Doors) -> Effect:
    """Move, add or take out one door; refused, and nothing changed, when it breaks a rule."""
    now = doors.clock.now()
    with transaction() as live:
        row = _open(plan_id, scope, wanted.revision)
        number = _part_of(row, wanted.household_id)
        part = _read(row, number, doors)
        changed = part.with_orders(_moved(part, wanted))
        if changed.plan.violations:
            raise _refusal(changed.plan.violations[0])
        undo = {"part": number, "plan": row.plan["parts"][number]}
        _write(row, number, plan_document(changed), undo)
        audit.record(
            live, "plan.change", at=now, by=by, subject=f"plan:{plan_id}",
            household=wanted.household_id, courier=wanted.courier_id,
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


def _part_of(row: Plan, household_id: int) -> int:
    for number, part in enumerate(row.problem["parts"]):
        if any(job["id"] == household_id for job in part["jobs"]):
            return number
    if any(left["id"] == household_id for left in row.plan["unassigned"]):
        raise Fault(NO_POINT)
    raise Fault(NOT_ON_PLAN)


def _read(row: Plan, number: int, doors: Doors) -> PlannedPart:
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    return read_part(row.problem["parts"][number], row.plan["parts"][number], source)


def _moved(part: PlannedPart, wanted: Change) -> Orders:
    """Return the orders with the door in its new place."""
    door, courier = wanted.household_id, wanted.courier_id
    orders = {one: [id_ for id_ in ids if id_ != door] for one, ids in part.plan.orders.items()}
    if courier is None:
        return orders
    vehicle = part.problem.vehicle.get(courier)
    if vehicle is None or not vehicle.able(part.problem.job[door]):
        raise Fault(OTHER_TERRITORY, courier=_name(courier))
    position = wanted.position
    if position is None:
        position = _cheapest(part, orders, wanted)
    orders.setdefault(courier, []).insert(max(0, position - 1), door)
    return orders


def _cheapest(part: PlannedPart, orders: Orders, wanted: Change) -> int:
    """Return the best place on the courier's route: one that fits before one that does not."""
    job = part.problem.job[wanted.household_id]
    found = [
        slot for slot in slots(part.problem, orders, [job]) if slot.vehicle == wanted.courier_id
    ]
    fitting = [slot for slot in found if slot.over.fits]
    return (fitting or found)[0].visits.index(job.id) + 1 if found else 1


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
