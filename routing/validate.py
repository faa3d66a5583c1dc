"""Is the problem well posed? Every fault between its parts, one function a rule."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from routing.fault import InvalidProblem, ProblemFault
from routing.problem import Problem


def duplicate_id(problem: Problem) -> Iterator[ProblemFault]:
    kinds = {
        "job": [job.id for job in problem.jobs],
        "vehicle": [vehicle.id for vehicle in problem.vehicles],
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
    given = [("job", job.id, len(job.delivery)) for job in problem.jobs if job.delivery]
    given += [
        ("vehicle", vehicle.id, len(vehicle.capacity))
        for vehicle in problem.vehicles
        if vehicle.capacity
    ]
    for kind, number, got in given:
        if got != given[0][2]:
            yield ProblemFault("dimensions_differ", kind=kind, id=number, got=got, want=given[0][2])


RULES = (
    duplicate_id,
    no_matrix,
    matrix_sizes_differ,
    location_outside,
    points_differ,
    dimensions_differ,
)


def validate(problem: Problem) -> list[ProblemFault]:
    """Everything that keeps this problem from being solved as it stands."""
    return list(chain.from_iterable(rule(problem) for rule in RULES))


def require_valid(problem: Problem) -> None:
    """Raise InvalidProblem with all faults, if there are any."""
    faults = validate(problem)
    if faults:
        raise InvalidProblem(faults)


def _locations(problem: Problem) -> Iterable[tuple[str, int, int]]:
    for job in problem.jobs:
        yield "job", job.id, job.location
    for vehicle in problem.vehicles:
        for location in (vehicle.start, vehicle.end):
            if location is not None:
                yield "vehicle", vehicle.id, location
