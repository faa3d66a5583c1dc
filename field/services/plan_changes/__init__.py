"""A plan changed by hand: each change is priced and checked at once, the last can be taken back."""

from dataclasses import dataclass

from field.domain.fault import Fault
from field.domain.planning import NOTHING_TO_UNDO, OTHER_TERRITORY
from field.gateways.doors import Doors
from field.problems.moving import Orders, put, unit_of, units_of, without
from field.problems.stored import PlannedPart, plan_document
from field.services.plan_changes.opened import (
    Effect,
    effect_of,
    name_of,
    open_draft,
    part_of,
    read,
    refusal,
    ways_of,
    write,
)
from field.store import audit
from field.store.db import transaction


@dataclass(frozen=True)
class Change:
    """A visit to another courier or place in the order; no courier takes it out of the plan.

    One way of a trip moves with both its ends; who is taken out, or put in, goes both ways.
    """

    visit: int  # a household with cards, or as in field.domain.jemput.visit_ids
    courier_id: int | None
    position: int | None  # from 1; None: where it costs least
    revision: int


def change(plan_id: int, wanted: Change, scope: str | None, by: int, doors: Doors) -> Effect:
    """Move, add or take out one door; refused, and nothing changed, when it breaks a rule."""
    now = doors.clock.now()
    with transaction() as live:
        row = open_draft(plan_id, scope, wanted.revision)
        number = part_of(row, wanted.visit)
        part = read(row, number, doors)
        changed = part.with_orders(_moved(part, wanted))
        if changed.plan.violations:
            raise refusal(changed.plan.violations[0])
        undo = {"part": number, "plan": row.plan["parts"][number]}
        write(row, number, plan_document(changed), undo)
        audit.record(
            live, "plan.change", at=now, by=by, subject=f"plan:{plan_id}",
            visit=wanted.visit, courier=wanted.courier_id,
        )  # fmt: skip
        return effect_of(part, changed)


def undo(plan_id: int, revision: int, scope: str | None, by: int, doors: Doors) -> None:
    """Take back the last change by hand."""
    with transaction() as live:
        row = open_draft(plan_id, scope, revision)
        last = row.plan.get("undo")
        if last is None:
            raise Fault(NOTHING_TO_UNDO)
        if "problem" in last:  # a turn was moved
            parts = list(row.problem["parts"])
            parts[last["part"]] = last["problem"]
            row.problem = {**row.problem, "parts": parts, "turns": last["turns"]}
        write(row, last["part"], last["plan"], None)
        audit.record(live, "plan.undo", at=doors.clock.now(), by=by, subject=f"plan:{plan_id}")


def discard(plan_id: int, scope: str | None, by: int, doors: Doors) -> None:
    """Put a draft away; nothing was promised by it."""
    with transaction() as live:
        row = open_draft(plan_id, scope, None)
        row.state = "discarded"
        audit.record(live, "plan.discard", at=doors.clock.now(), by=by, subject=f"plan:{plan_id}")


def _moved(part: PlannedPart, wanted: Change) -> Orders:
    """Return the orders with the visit in its new place."""
    courier, planned = wanted.courier_id, {id_ for ids in part.plan.orders.values() for id_ in ids}
    whole = units_of(part, wanted.visit, ways_of(wanted.visit))
    if courier is None:
        return without(part.plan.orders, whole)
    own = unit_of(part, wanted.visit)
    units = [own] if own[0].id in planned else whole
    vehicle = part.problem.vehicle.get(courier)
    if vehicle is None or not all(vehicle.able(job) for unit in units for job in unit):
        raise Fault(OTHER_TERRITORY, courier=name_of(courier))
    orders = without(part.plan.orders, units)
    for unit in units:
        orders = put(part, orders, unit, courier, wanted.position if unit is own else None)
    return orders
