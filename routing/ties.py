"""Does what visits and vehicles say of each other make sense? Named ids, order, locked beginnings.

A visit that is `after` another, or the delivery of a shipment, has `earlier` visits: those that
come before it on its route.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from routing.fault import ProblemFault
from routing.mending.beginning import beginning, bound
from routing.problem import Job, Problem, Vehicle
from routing.times.booked import booked


def unknown_id(problem: Problem) -> Iterator[ProblemFault]:
    """Only visits and booths: a vehicle named by a job may be off duty."""
    named = {other for visit in problem.visits for other in visit.after}
    named |= {visit for vehicle in problem.vehicles for visit in vehicle.locked}
    booths = {visit.booth for visit in problem.visits if visit.booth is not None}
    for number in sorted(named - problem.job.keys()):
        yield ProblemFault("unknown_id", kind="visit", id=number)
    for number in sorted(booths - problem.booth.keys()):
        yield ProblemFault("unknown_id", kind="booth", id=number)


def after_itself(problem: Problem) -> Iterator[ProblemFault]:
    """One fault for each circle of visits that all come after one another."""
    earlier = {number: set(others) for number, others in _earlier(problem).items()}
    while circle := _circle(earlier):
        visits = ", ".join(map(str, circle[1:]))
        yield ProblemFault("after_itself", id=circle[0], visits=visits)
        for number in circle:
            earlier.pop(number, None)


def locked_twice(problem: Problem) -> Iterator[ProblemFault]:
    locked: set[int] = set()
    for vehicle in problem.vehicles:
        for number in vehicle.locked:
            if number in locked:
                yield ProblemFault("locked_twice", id=number)
            locked.add(number)


def locked_unable(problem: Problem) -> Iterator[ProblemFault]:
    for vehicle, visit in _locked(problem):
        if not vehicle.able(visit):
            yield ProblemFault("locked_unable", id=visit.id, vehicle=vehicle.id)


def locked_order(problem: Problem) -> Iterator[ProblemFault]:
    """What comes before a locked visit is locked before it: nothing else can be put there."""
    earlier = _earlier(problem)
    for vehicle in problem.vehicles:
        done: set[int] = set()
        for number in vehicle.locked:
            for other in sorted(earlier.get(number, set()) - done):
                yield ProblemFault("locked_order", id=number, other=other, vehicle=vehicle.id)
            done.add(number)


def locked_apart(problem: Problem) -> Iterator[ProblemFault]:
    """A group is served by one vehicle, so it is locked on one."""
    drivers = defaultdict(set)
    for vehicle, visit in _locked(problem):
        drivers[visit.group].add(vehicle.id)
    for group, vehicles in drivers.items():
        if group is not None and len(vehicles) > 1:
            yield ProblemFault("locked_apart", group=group, vehicles=len(vehicles))


def locked_late(problem: Problem) -> Iterator[ProblemFault]:
    """A vehicle can keep its beginning, with what it carries along, if it does nothing else."""
    for vehicle in problem.vehicles:
        excess = beginning(problem, vehicle).over if vehicle.locked else None
        if excess is None or excess.fits:
            continue
        seconds = excess.late + excess.ride + excess.duration + excess.travel
        if seconds:
            minutes = -(-seconds // 60)
            yield ProblemFault("locked_late", vehicle=vehicle.id, minutes=minutes)
        else:
            yield ProblemFault("locked_over", vehicle=vehicle.id)


def locked_elsewhere(problem: Problem) -> Iterator[ProblemFault]:
    """What a beginning carries along may be served by its vehicle, and is bound to no other."""
    bound_to: dict[int, int] = {}
    groups: dict[int, int] = {}
    for vehicle in problem.vehicles:
        for visit in map(problem.job.__getitem__, sorted(bound(problem, vehicle))):
            other = bound_to.setdefault(visit.id, vehicle.id)
            mates = (
                vehicle.id if visit.group is None else groups.setdefault(visit.group, vehicle.id)
            )
            if not vehicle.able(visit) or {other, mates} != {vehicle.id}:
                yield ProblemFault("locked_elsewhere", id=visit.id, vehicle=vehicle.id)


def locked_booth(problem: Problem) -> Iterator[ProblemFault]:
    """There is a place in the booths for all that must be served."""
    routes = {v.id: beginning(problem, v).visits for v in problem.vehicles if v.locked}
    for visit in sorted(booked(problem, routes).without_place):
        yield ProblemFault("locked_booth", id=visit, booth=problem.job[visit].booth or 0)


RULES = (unknown_id, after_itself, locked_twice, locked_unable, locked_order, locked_apart)
LATER_RULES = (locked_elsewhere, locked_late, locked_booth)
"""What can be asked only once all others hold, each of these before the next."""


def _earlier(problem: Problem) -> Mapping[int, set[int]]:
    earlier = {visit.id: set(visit.after) for visit in problem.visits if visit.after}
    for shipment in problem.shipments:
        earlier.setdefault(shipment.delivery.id, set()).add(shipment.pickup.id)
    return earlier


def _circle(earlier: Mapping[int, set[int]]) -> list[int]:
    """The visits of one circle, the first of them again at the end; nothing if there is none."""
    try:
        TopologicalSorter(earlier).prepare()
    except CycleError as error:
        circle: list[int] = error.args[1]
        return circle
    return []


def _locked(problem: Problem) -> Iterator[tuple[Vehicle, Job]]:
    for vehicle in problem.vehicles:
        for number in vehicle.locked:
            if number in problem.job:
                yield vehicle, problem.job[number]
