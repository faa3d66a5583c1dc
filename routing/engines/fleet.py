"""What an engine has to look at: alike vehicles, no more than needed, and visits with a chance."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from routing.plan import Orders
from routing.problem import Job, Problem, Vehicle
from routing.times.fit import over
from routing.times.reach import Reach

SPARE = 20
"""Vehicles of each kind that a search may begin to use beyond those that its start uses."""


def trimmed(problem: Problem, start: Orders | None) -> Problem:
    """The problem without vehicles that stay at home anyway: as many alike are there already."""
    most = len(problem.units)
    taken: set[int] = set()
    for kind in problem.kinds:
        used = [vehicle.id for vehicle in kind if start and start.get(vehicle.id)]
        idle = [vehicle.id for vehicle in kind if not (start and start.get(vehicle.id))]
        room = most - len(used)
        spare = room if start is None else min(room, max(SPARE, len(used)))
        taken.update(used, idle[: max(0, spare)])
    fleet = tuple(vehicle for vehicle in problem.vehicles if vehicle.id in taken)
    return replace(problem, vehicles=fleet)


def servable(problem: Problem) -> list[Job]:
    """Visits that some vehicle could serve alone, beside a neighbour or by way of another stop.

    A model has no place for the rest. Where a vehicle's beginning is locked, its visits are in the
    model whatever they ask.
    """
    fleet = [kind[0] for kind in problem.kinds]
    reach = Reach(problem)
    given = {visit for vehicle in fleet for visit in vehicle.locked}
    doors = _doors(problem)
    found = [
        visit
        for visits in problem.units
        if not given.isdisjoint(each.id for each in visits)
        or _fits(problem, fleet, reach, visits)
        or _fits(problem, fleet, reach, [_beside(doors, visits[0].id, each) for each in visits])
        for visit in visits
    ]
    return _with_their_forerunners(problem, found)


def _fits(problem: Problem, fleet: Sequence[Vehicle], reach: Reach, visits: Sequence[Job]) -> bool:
    return any(
        alone.fits or (alone.unreachable and reach.holds(vehicle, visits))
        for vehicle in fleet
        if all(map(vehicle.able, visits))
        for alone in [over(problem, vehicle, visits)]
    )


Doors = Mapping[int, Mapping[int, int]]
"""By location, then by unit: how soon a visit there is over, parking included."""


def _doors(problem: Problem) -> Doors:
    doors: dict[int, dict[int, int]] = defaultdict(dict)
    for first, *others in problem.units:
        for visit in (first, *others):
            over_in = visit.setup + visit.service
            soonest = doors[visit.location].get(first.id, over_in)
            doors[visit.location][first.id] = min(soonest, over_in)
    return doors


def _beside(doors: Doors, unit: int, visit: Job) -> Job:
    """The visit behind the neighbour of another unit that is soonest over, if parking takes longer.

    Whoever comes next at the same location parks no more.
    """
    if not visit.setup:
        return visit
    others = (seconds for other, seconds in doors[visit.location].items() if other != unit)
    return replace(visit, setup=min(visit.setup, *others, visit.setup))


def _with_their_forerunners(problem: Problem, visits: list[Job]) -> list[Job]:
    """The visits whose `after` are there too; a shipment goes with either of its ends."""
    there = {visit.id for visit in visits}
    while lost := {visit.id for visit in visits if visit.id in there and not visit.after <= there}:
        ends = (problem.shipment[visit] for visit in lost if visit in problem.shipment)
        there -= lost.union(*({each.pickup.id, each.delivery.id} for each in ends))
    return [visit for visit in visits if visit.id in there]
