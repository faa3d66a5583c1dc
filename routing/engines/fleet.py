"""What an engine has to look at: alike vehicles, no more than needed, and visits with a chance."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from routing.fit import over
from routing.plan import Orders
from routing.problem import Job, Problem, Vehicle

SPARE = 20
"""Vehicles of each kind that a search may begin to use beyond those that its start uses."""


def alike(problem: Problem) -> list[list[Vehicle]]:
    """The vehicles by kind: of the same kind are those that may change places in any plan."""
    named: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for visit in problem.visits:
        for numbers, allowed in ((visit.vehicles or (), True), (visit.preferred, False)):
            for number in numbers:
                named[number].append((visit.id, allowed))
    kinds: dict[object, list[Vehicle]] = {}
    for vehicle in problem.vehicles:
        kind = replace(vehicle, id=0, description=""), tuple(named[vehicle.id])
        kinds.setdefault(kind, []).append(vehicle)
    return list(kinds.values())


def trimmed(problem: Problem, start: Orders | None) -> Problem:
    """The problem without vehicles that stay at home anyway: as many alike are there already."""
    most = len(problem.jobs) + len(problem.shipments)
    taken: set[int] = set()
    for kind in alike(problem):
        used = [vehicle.id for vehicle in kind if start and start.get(vehicle.id)]
        idle = [vehicle.id for vehicle in kind if not (start and start.get(vehicle.id))]
        room = most - len(used)
        spare = room if start is None else min(room, max(SPARE, len(used)))
        taken.update(used, idle[: max(0, spare)])
    fleet = tuple(vehicle for vehicle in problem.vehicles if vehicle.id in taken)
    return replace(problem, vehicles=fleet)


def servable(problem: Problem) -> list[Job]:
    """Visits that some vehicle could serve were it alone: a model has no place for the rest.

    Where a vehicle's beginning is locked, its visits are in the model whatever they ask.
    """
    fleet = [kind[0] for kind in alike(problem)]
    given = {visit for vehicle in fleet for visit in vehicle.locked}
    found = [
        visit
        for visits in _units(problem)
        if not given.isdisjoint(each.id for each in visits) or _fits(problem, fleet, visits)
        for visit in visits
    ]
    return _with_their_forerunners(problem, found)


def _units(problem: Problem) -> list[tuple[Job, ...]]:
    """What is served together or not at all: a job, or both ends of a shipment."""
    ends = ((each.pickup, each.delivery) for each in problem.shipments)
    return [*((job,) for job in problem.jobs), *ends]


def _fits(problem: Problem, fleet: Sequence[Vehicle], visits: Sequence[Job]) -> bool:
    return any(
        all(map(vehicle.able, visits)) and over(problem, vehicle, visits).fits for vehicle in fleet
    )


def _with_their_forerunners(problem: Problem, visits: list[Job]) -> list[Job]:
    """The visits whose `after` are there too; a shipment goes with either of its ends."""
    there = {visit.id for visit in visits}
    while lost := {visit.id for visit in visits if visit.id in there and not visit.after <= there}:
        ends = (problem.shipment[visit] for visit in lost if visit in problem.shipment)
        there -= lost.union(*({each.pickup.id, each.delivery.id} for each in ends))
    return [visit for visit in visits if visit.id in there]
