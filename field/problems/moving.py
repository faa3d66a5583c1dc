"""A visit moved by hand on a planned part: a door, a visit with the kit, or one way of a trip."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from field.domain.jemput.visit_ids import visit_of
from field.problems.stored import PlannedPart
from routing import Job
from routing.mending.insertion import Slot, slots

Orders = dict[int, list[int]]
Unit = tuple[Job, ...]
MANY = 4_000  # places looked at for both ends of a trip


def unit_of(part: PlannedPart, number: int) -> Unit:
    """Return what goes together with a visit: itself, or both ends of its trip."""
    return next(unit for unit in part.problem.units if number in {job.id for job in unit})


def units_of(part: PlannedPart, number: int, ways: Iterable[int]) -> list[Unit]:
    """Return all that is in a plan together or not at all: a door, or both ways of a household.

    Args:
        part: where the visit is planned, or left out.
        number: the visit.
        ways: the trips of its household that day, if it is one of a trip.
    """
    trips = set(ways)
    if not trips:
        return [unit_of(part, number)]
    return [unit for unit in part.problem.units if visit_of(unit[0].id).trip in trips]


def without(orders: Mapping[int, Sequence[int]], units: Iterable[Unit]) -> Orders:
    gone = {job.id for unit in units for job in unit}
    return {courier: [one for one in ids if one not in gone] for courier, ids in orders.items()}


def put(
    part: PlannedPart, orders: Orders, unit: Unit, courier: int, position: int | None
) -> Orders:
    """Put a unit on somebody's route where it costs least: where it fits, if anywhere.

    Args:
        part: see unit_of.
        orders: the routes without the unit.
        unit: what is put in.
        courier: on whose route.
        position: which stop its first visit shall be, from 1; None: any.
    """
    if position is not None and len(unit) == 1:
        route = [*orders.get(courier, [])]
        route.insert(max(0, position - 1), unit[0].id)
        return {**orders, courier: route}
    wanted = _at(unit[0].id, position, len(orders.get(courier, ())))
    found = [
        slot
        for slot in slots(part.problem, orders, unit, most=MANY if len(unit) > 1 else 200)
        if slot.vehicle == courier and wanted(slot)
    ]
    best = next((slot for slot in found if slot.over.fits), next(iter(found), None))
    if best is None:
        return {**orders, courier: [*orders.get(courier, []), *(job.id for job in unit)]}
    return {**orders, courier: list(best.visits)}


def _at(first: int, position: int | None, stops: int) -> Callable[[Slot], bool]:
    if position is None:
        return lambda _: True
    place = min(max(0, position - 1), stops)
    return lambda slot: slot.visits.index(first) == place
