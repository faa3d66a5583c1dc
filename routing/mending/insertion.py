"""Where a job or a shipment costs least on routes as they are."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from routing.cost import route_cost, setup, way_cost
from routing.matrix import Matrix
from routing.plan import Orders
from routing.problem import Job, Problem, Vehicle
from routing.times.fit import Over, over

LOOKED_AT = 200
"""Only so many places are timed for a unit: beyond them a detour is no bargain."""

LOOKED_AT_TOGETHER = 4_000
"""With many units to find a place for, each has fewer: no more than so many are timed in all."""


def looked_at(units: int) -> int:
    """How many places are timed for each of so many units."""
    return max(10, min(LOOKED_AT, LOOKED_AT_TOGETHER // max(1, units)))


class Slot(NamedTuple):
    """A place on a route: what it costs more, the route with it, and what that breaks."""

    cost: int
    vehicle: int
    visits: tuple[int, ...]
    over: Over


class _Way(NamedTuple):
    """A guess at the cost, and where each visit of the unit is put, one after the other."""

    cost: int
    vehicle: int
    positions: tuple[int, ...]


def slots(
    problem: Problem,
    orders: Orders,
    unit: Sequence[Job],
    most: int = LOOKED_AT,
    worth: int | None = None,
) -> Iterator[Slot]:
    """So many places on routes of vehicles that may serve this unit, the cheapest first.

    A unit is a job, or the pickup and the delivery of a shipment (see `Problem.units`). Groups,
    forerunners and locked beginnings are kept; booths are not asked. Places that cost more than
    the unit is `worth` are passed over.
    """
    ways = _ways(problem, orders, unit)
    if worth is not None:
        ways = (way for way in ways if way.cost <= worth)
    for way in nsmallest(most, ways):
        yield _slot(problem, orders, unit, way)


def slots_on(
    problem: Problem, orders: Orders, vehicle: Vehicle, unit: Sequence[Job], most: int
) -> Iterator[Slot]:
    """So many places on this vehicle's route, the cheapest first, may it serve the unit or not."""
    ways = _on_route(problem, vehicle, _visits(problem, orders, vehicle), unit)
    for way in nsmallest(most, ways):
        yield _slot(problem, orders, unit, way)


def _slot(problem: Problem, orders: Orders, unit: Sequence[Job], way: _Way) -> Slot:
    vehicle = problem.vehicle[way.vehicle]
    before = _visits(problem, orders, vehicle)
    visits = list(before)
    for position, visit in zip(way.positions, unit, strict=True):
        visits.insert(position, visit)
    more = route_cost(problem, vehicle, visits)
    less = route_cost(problem, vehicle, before) if before else 0
    ids = tuple(visit.id for visit in visits)
    return Slot(more - less, vehicle.id, ids, over(problem, vehicle, visits))


def _ways(problem: Problem, orders: Orders, unit: Sequence[Job]) -> Iterator[_Way]:
    mates = vehicles_of_group(problem, orders, unit)
    for vehicle in tried(problem, orders):
        if all(map(vehicle.able, unit)) and mates <= {vehicle.id}:
            yield from _on_route(problem, vehicle, _visits(problem, orders, vehicle), unit)


def _on_route(
    problem: Problem, vehicle: Vehicle, visits: list[Job], unit: Sequence[Job]
) -> Iterator[_Way]:
    first, *others = unit
    for position in _positions(vehicle, visits, first):
        cost = _detour(problem, vehicle, visits, position, first)
        if not others:
            yield _Way(cost, vehicle.id, (position,))
            continue
        with_first = [*visits[:position], first, *visits[position:]]
        for later in _positions(vehicle, with_first, others[0]):
            if later > position:
                more = _detour(problem, vehicle, with_first, later, others[0])
                yield _Way(cost + more, vehicle.id, (position, later))


def _positions(vehicle: Vehicle, visits: Sequence[Job], job: Job) -> range:
    """Behind a locked beginning, and behind all that this job comes after."""
    place = {visit.id: number for number, visit in enumerate(visits)}
    if not job.after <= place.keys():
        return range(0)
    behind = [*vehicle.locked, *job.after]
    first = max((place[visit] + 1 for visit in behind if visit in place), default=0)
    return range(first, len(visits) + 1)


def tried(problem: Problem, orders: Orders) -> Iterator[Vehicle]:
    """The vehicles under way, and one that is idle of each kind."""
    for kind in problem.kinds:
        yield from (vehicle for vehicle in kind if orders.get(vehicle.id))
        yield from [vehicle for vehicle in kind if not orders.get(vehicle.id)][:1]


def vehicles_of_group(problem: Problem, orders: Orders, unit: Sequence[Job]) -> set[int]:
    """Who serves others of this group already."""
    group = unit[0].group
    if group is None:
        return set()
    return {
        vehicle
        for vehicle, visits in orders.items()
        if any(problem.job[visit].group == group for visit in visits)
    }


def _visits(problem: Problem, orders: Orders, vehicle: Vehicle) -> list[Job]:
    return [problem.job[visit] for visit in orders.get(vehicle.id, ())]


def _detour(
    problem: Problem, vehicle: Vehicle, visits: Sequence[Job], position: int, job: Job
) -> int:
    """The extra cost of this job between two others; how far stops lie apart is not asked."""
    matrix = problem.matrix(vehicle)
    before = visits[position - 1].location if position else vehicle.start
    after = visits[position] if position < len(visits) else None
    onward = vehicle.end if after is None else after.location
    direct = _way(matrix, before, onward, after) if visits else -vehicle.fixed_cost
    around = _way(matrix, before, job.location, job) + _way(matrix, job.location, onward, after)
    return around - direct + vehicle.stray_cost(job)


def _way(matrix: Matrix, origin: int | None, target: int | None, job: Job | None) -> int:
    """Driving there, and setting up for the job there when it is another location."""
    return way_cost(matrix, origin, target) + (0 if job is None else setup(origin, job))
