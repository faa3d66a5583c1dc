"""An ordered list of jobs becomes a route with times: the one place where routes are timed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from routing.cost import route_cost
from routing.matrix import Matrix
from routing.plan import Route, Step, StepKind
from routing.problem import Break, Job, Problem, Vehicle
from routing.timing import Leg, Rest, Times, Visit, latest_start

Load = tuple[int, ...]


def scheduled(problem: Problem, vehicle: Vehicle, jobs: Sequence[Job]) -> Route:
    """The route of these jobs in this order, as early home and as late away as possible.

    Nothing is refused: what cannot be kept is late, and `check` will say so.
    """
    matrix = problem.matrix(vehicle)
    places = [vehicle.start, *(job.location for job in jobs), vehicle.end]
    times = latest_start(legs(matrix, places, jobs), vehicle.rests, vehicle.shift)
    steps = tuple(_steps(_Walk(matrix, vehicle, jobs, places), vehicle.rests, times))
    return Route(vehicle.id, steps, route_cost(vehicle, jobs, steps))


def legs(matrix: Matrix, places: Sequence[int | None], jobs: Sequence[Job]) -> list[Leg]:
    """The ways between these places with the visits at their ends."""
    ways = [seconds(matrix, before, after) for before, after in pairwise(places)]
    visits = [
        Leg(way, 0 if before == job.location else job.setup, job.service, job.windows)
        for way, before, job in zip(ways[:-1], places[:-2], jobs, strict=True)
    ]
    return [*visits, Leg(ways[-1])]


def seconds(matrix: Matrix, origin: int | None, target: int | None) -> int:
    return 0 if origin is None or target is None else int(matrix.durations[origin, target])


def metres(matrix: Matrix, origin: int | None, target: int | None) -> int:
    return 0 if origin is None or target is None else int(matrix.distances[origin, target])


def aboard(jobs: Sequence[Job], dimensions: int) -> Load:
    """What these jobs need carried, with as many dimensions as asked for."""
    return tuple(
        sum(job.delivery[axis] for job in jobs if axis < len(job.delivery))
        for axis in range(dimensions)
    )


class _Walk:
    """What is counted on along a route: travel, metres, load."""

    def __init__(
        self, matrix: Matrix, vehicle: Vehicle, jobs: Sequence[Job], places: Sequence[int | None]
    ) -> None:
        self.matrix = matrix
        self.jobs = jobs
        self.places = places
        self.dimensions = max([len(vehicle.capacity), *(len(job.delivery) for job in jobs)])
        self.travel = 0
        self.distance = 0

    def load(self, done: int) -> Load:
        return aboard(self.jobs[done:], self.dimensions)


def _steps(walk: _Walk, breaks: Sequence[Break], times: Times) -> Iterator[Step]:
    yield Step(kind=StepKind.START, arrival=times.start, location=walk.places[0], load=walk.load(0))
    taken, leaving = times.skipped, times.start
    for number, visit in enumerate(times.visits):
        yield from _rests(walk, breaks[taken:], visit, leaving, number)
        taken += len(visit.rests)
        yield _visit(walk, visit, number)
        leaving = visit.departure


def _rests(
    walk: _Walk, breaks: Sequence[Break], visit: Visit, leaving: int, done: int
) -> Iterator[Step]:
    driven = 0
    for rest, what in zip(visit.rests, breaks, strict=False):
        driven += rest.arrival - leaving
        yield _rest(walk, rest, what.id, driven, done)
        leaving = rest.departure


def _rest(walk: _Walk, rest: Rest, number: int, driven: int, done: int) -> Step:
    return Step(
        kind=StepKind.BREAK,
        id=number,
        arrival=rest.arrival,
        waiting=rest.begin - rest.arrival,
        service=rest.departure - rest.begin,
        travel=walk.travel + driven,
        distance=walk.distance,
        load=walk.load(done),
    )


def _visit(walk: _Walk, visit: Visit, number: int) -> Step:
    origin, place = walk.places[number], walk.places[number + 1]
    walk.travel += seconds(walk.matrix, origin, place)
    walk.distance += metres(walk.matrix, origin, place)
    last = number == len(walk.jobs)
    job = None if last else walk.jobs[number]
    setup = 0 if job is None or job.location == origin else job.setup
    return Step(
        kind=StepKind.END if last else StepKind.JOB,
        id=None if job is None else job.id,
        location=place,
        arrival=visit.arrival,
        setup=setup,
        waiting=visit.begin - visit.arrival - setup,
        service=0 if job is None else job.service,
        travel=walk.travel,
        distance=walk.distance,
        load=walk.load(number + 1),
    )
