"""Is the problem well posed? Every fault between its parts, one function a rule."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from routing import ties
from routing.fault import InvalidProblem, ProblemFault
from routing.problem import FOREVER, Job, Problem, TimeWindow, Vehicle

DEAREST = 10**6
"""The highest price of a second."""


def duplicate_id(problem: Problem) -> Iterator[ProblemFault]:
    """Visits share one row of ids: jobs and both ends of shipments."""
    kinds = {
        "visit": [visit.id for visit in problem.visits],
        "vehicle": [vehicle.id for vehicle in problem.vehicles],
        "booth": [booth.id for booth in problem.booths],
    }
    for kind, ids in kinds.items():
        for number, times in Counter(ids).items():
            if times > 1:
                yield ProblemFault("duplicate_id", kind=kind, id=number)
    for vehicle in problem.vehicles:
        for number, times in Counter(rest.id for rest in vehicle.breaks).items():
            if times > 1:
                yield ProblemFault("duplicate_id", kind="break", id=number)


def no_matrix(problem: Problem) -> Iterator[ProblemFault]:
    for profile in sorted({vehicle.profile for vehicle in problem.vehicles}):
        if profile not in problem.matrices:
            yield ProblemFault("no_matrix", profile=profile)


def matrix_sizes_differ(problem: Problem) -> Iterator[ProblemFault]:
    if len({matrix.size for matrix in problem.matrices.values()}) > 1:
        yield ProblemFault("matrix_sizes_differ")


def location_outside(problem: Problem) -> Iterator[ProblemFault]:
    sizes = [matrix.size for matrix in problem.matrices.values()]
    size = min(sizes, default=0)
    for kind, number, location in _locations(problem):
        if location >= size and (sizes or kind == "vehicle"):
            yield ProblemFault(
                "location_outside", kind=kind, id=number, location=location, size=size
            )


def points_differ(problem: Problem) -> Iterator[ProblemFault]:
    """Either no location has a point, or every one has."""
    sizes = {matrix.size for matrix in problem.matrices.values()}
    if problem.points and sizes and sizes != {len(problem.points)}:
        yield ProblemFault("points_differ", got=len(problem.points), want=max(sizes))


def dimensions_differ(problem: Problem) -> Iterator[ProblemFault]:
    """Loads and capacities that are given have one number of dimensions."""
    given = [each for each in _amounts(problem) if each[2]]
    for kind, number, got in given:
        if got != given[0][2]:
            yield ProblemFault("dimensions_differ", kind=kind, id=number, got=got, want=given[0][2])


def too_large(problem: Problem) -> Iterator[ProblemFault]:
    """Engines add and multiply in 64 bits: no time, amount or price is beyond all days."""
    for name in ("balance", "compact"):
        if getattr(problem, name) > DEAREST:
            yield ProblemFault("too_large", kind="problem", id=name, limit=DEAREST)
    for kind, number, values in _values(problem):
        if max(values, default=0) > FOREVER:
            yield ProblemFault("too_large", kind=kind, id=number, limit=FOREVER)


RULES = (
    duplicate_id,
    no_matrix,
    matrix_sizes_differ,
    location_outside,
    points_differ,
    dimensions_differ,
    too_large,
    *ties.RULES,
)


def validate(problem: Problem) -> list[ProblemFault]:
    """Everything that keeps this problem from being solved as it stands."""
    found = list(chain.from_iterable(rule(problem) for rule in RULES))
    for rule in ties.LATER_RULES:
        found = found or list(rule(problem))
    return found


def require_valid(problem: Problem) -> None:
    """Raise InvalidProblem with all faults, if there are any."""
    faults = validate(problem)
    if faults:
        raise InvalidProblem(faults)


def _locations(problem: Problem) -> Iterable[tuple[str, int, int]]:
    for visit in problem.visits:
        yield visit.kind.value, visit.id, visit.location
    for vehicle in problem.vehicles:
        for location in (vehicle.start, vehicle.end):
            if location is not None:
                yield "vehicle", vehicle.id, location


def _amounts(problem: Problem) -> Iterable[tuple[str, int, int]]:
    for visit in problem.visits:
        yield visit.kind.value, visit.id, len(visit.delivery)
        yield visit.kind.value, visit.id, len(visit.pickup)
    for shipment in problem.shipments:
        yield "shipment", shipment.pickup.id, len(shipment.amount)
    for vehicle in problem.vehicles:
        yield "vehicle", vehicle.id, len(vehicle.capacity)


def _values(problem: Problem) -> Iterable[tuple[str, int, list[int]]]:
    """What is added up: seconds, metres, amounts, prices."""
    for visit in problem.visits:
        yield visit.kind.value, visit.id, _of_visit(visit)
    for shipment in problem.shipments:
        yield "shipment", shipment.pickup.id, [*shipment.amount, shipment.max_ride or 0]
    for vehicle in problem.vehicles:
        yield "vehicle", vehicle.id, _of_vehicle(vehicle)
    for booth in problem.booths:
        yield "booth", booth.id, [booth.capacity, booth.duration]


def _of_visit(visit: Job) -> list[int]:
    given = (visit.service, visit.setup, visit.prize or 0, visit.stray_cost)
    return [*given, *visit.delivery, *visit.pickup, *_closes(visit.windows)]


def _of_vehicle(vehicle: Vehicle) -> list[int]:
    limits = (vehicle.max_stops, vehicle.max_duration, vehicle.max_travel, vehicle.max_distance)
    rests = [value for rest in vehicle.breaks for value in (rest.service, *_closes(rest.windows))]
    given = (vehicle.fixed_cost, *(limit for limit in limits if limit is not None))
    return [*given, *rests, *vehicle.capacity, *_closes((vehicle.shift,))]


def _closes(windows: Iterable[TimeWindow]) -> list[int]:
    return [window.close for window in windows]
