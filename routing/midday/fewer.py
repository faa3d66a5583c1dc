"""Not too many stops change vehicle: those that gain least by it go back where they were."""

from collections.abc import Iterator, Mapping, Sequence

from routing.cost import route_cost
from routing.mending.insertion import slots_on
from routing.mending.mend import placed
from routing.plan import Orders
from routing.problem import Job, Problem

LOOKED_AT = 20
"""Places on the old route that are tried."""


def moved(problem: Problem, orders: Orders, drivers: Mapping[int, int]) -> list[Sequence[Job]]:
    """The units that are with another vehicle than before, though that one is still there."""
    now = {visit: number for number, ids in orders.items() for visit in ids}
    found: list[Sequence[Job]] = []
    for unit in problem.units:
        before, after = drivers.get(unit[0].id), now.get(unit[0].id)
        if after is not None and before in problem.vehicle and before != after:
            found.append(unit)
    return found


def fewer(problem: Problem, orders: Orders, drivers: Mapping[int, int], most: int) -> Orders:
    """These orders with no more than so many stops moved, if the others fit where they were."""
    while sum(map(len, units := moved(problem, orders, drivers))) > most:
        ways = [way for unit in units for way in _back(problem, orders, drivers, unit)]
        if not ways:
            break
        orders = min(ways, key=lambda way: way[0])[1]
    return orders


def _back(
    problem: Problem, orders: Orders, drivers: Mapping[int, int], unit: Sequence[Job]
) -> Iterator[tuple[int, dict[int, Sequence[int]]]]:
    """What it costs to put this unit back, and the orders then; nothing if it does not fit."""
    ends = {visit.id for visit in unit}
    rest = {number: [v for v in ids if v not in ends] for number, ids in orders.items()}
    if any(not problem.job[v].after.isdisjoint(ends) for ids in rest.values() for v in ids):
        return
    vehicle = problem.vehicle[drivers[unit[0].id]]
    if not all(map(vehicle.able, unit)) or unit[0].group is not None:
        return
    for slot in slots_on(problem, rest, vehicle, unit, LOOKED_AT):
        if slot.over.fits and placed(problem, rest, slot):
            saved = _cost(problem, orders) - _cost(problem, rest)
            yield slot.cost - saved, {**rest, slot.vehicle: slot.visits}
            return


def _cost(problem: Problem, orders: Orders) -> int:
    return sum(
        route_cost(problem, problem.vehicle[number], [problem.job[visit] for visit in ids])
        for number, ids in orders.items()
        if ids
    )
