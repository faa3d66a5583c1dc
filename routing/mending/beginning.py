"""What a locked beginning carries along: deliveries of who is picked up, and their forerunners.

These are served whatever else is left out, so that a problem is valid only if they can be.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from routing.problem import Job, Problem, Vehicle
from routing.times.fit import Over, over
from routing.times.schedule import seconds

TRIED = 200
"""Orders of what follows a locked beginning that are tried, the nearest stop first."""


class Beginning(NamedTuple):
    """The route of a vehicle that serves nothing but what it must, and what that breaks."""

    visits: tuple[int, ...]
    over: Over


def beginning(problem: Problem, vehicle: Vehicle, must: frozenset[int] = frozenset()) -> Beginning:
    """The locked visits and all that they carry along, in an order that can be kept if any can."""
    locked = [problem.job[visit] for visit in vehicle.locked]
    carried = bound(problem, vehicle, must) - {*vehicle.locked}
    rest = [problem.job[visit] for visit in sorted(carried)]
    best: Beginning | None = None
    for tail in islice(_orders(problem, vehicle, locked, rest), TRIED):
        visits = [*locked, *tail]
        found = Beginning(tuple(visit.id for visit in visits), over(problem, vehicle, visits))
        if best is None or found.over < best.over:
            best = found
        if found.over.fits:
            break
    return best or Beginning(vehicle.locked, over(problem, vehicle, locked))


def bound(problem: Problem, vehicle: Vehicle, must: frozenset[int] = frozenset()) -> set[int]:
    """The ids of all that this vehicle must serve, because of what is locked on it.

    Of the visits that somebody `must` serve, those that only this vehicle may are bound to it, too.
    """
    found: set[int] = set()
    alone = frozenset({vehicle.id})
    waiting = [*vehicle.locked, *(v for v in sorted(must) if problem.job[v].vehicles == alone)]
    while waiting:
        visit = waiting.pop()
        if visit not in found:
            found.add(visit)
            shipment = problem.shipment.get(visit)
            ends = () if shipment is None else (shipment.pickup.id, shipment.delivery.id)
            waiting += [*ends, *problem.job[visit].after]
    return found


def _orders(
    problem: Problem, vehicle: Vehicle, done: Sequence[Job], rest: Sequence[Job]
) -> Iterator[list[Job]]:
    """The orders in which nothing comes before its forerunners, the nearest next stop first."""
    if not rest:
        yield []
    matrix = problem.matrix(vehicle)
    here = done[-1].location if done else vehicle.start
    waiting = {visit.id for visit in rest}
    ready = [visit for visit in rest if not _earlier(problem, visit) & waiting]
    for visit in sorted(ready, key=lambda each: (seconds(matrix, here, each.location), each.id)):
        others = [each for each in rest if each is not visit]
        for tail in _orders(problem, vehicle, [*done, visit], others):
            yield [visit, *tail]


def _earlier(problem: Problem, visit: Job) -> frozenset[int]:
    shipment = problem.shipment.get(visit.id)
    fetched = shipment is not None and shipment.delivery.id == visit.id
    return visit.after | {shipment.pickup.id} if fetched and shipment else visit.after
