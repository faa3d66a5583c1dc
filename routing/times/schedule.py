"""An ordered list of visits becomes a route with times: the one place where routes are timed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from routing.cost import route_cost, setup
from routing.matrix import Matrix
from routing.plan import Route, Step, StepKind
from routing.problem import Break, Job, Kind, Problem, Vehicle
from routing.times.loads import Load, dimensions, loads
from routing.times.timed import Limits, Ride, timed
from routing.times.timing import Leg, Rest, Times, Visit


def scheduled(problem: Problem, vehicle: Vehicle, jobs: Sequence[Job]) -> Route:
    """The route of these visits in this order, as early home and as late away as possible.

    Nothing is refused: what cannot be kept is late, and `check` will say so.
    """
    times = timed(legs(problem, vehicle, jobs), limits(problem, vehicle, jobs))
    steps = tuple(_steps(_Walk(problem, vehicle, jobs), vehicle.rests, times))
    return Route(vehicle.id, steps, route_cost(problem, vehicle, jobs))


def legs(problem: Problem, vehicle: Vehicle, jobs: Sequence[Job]) -> list[Leg]:
    """The ways from the vehicle's start to its end with the visits at their ends."""
    matrix = problem.matrix(vehicle)
    places = places_of(vehicle, jobs)
    ways = [seconds(matrix, before, after) for before, after in pairwise(places)]
    visits = [
        Leg(way, setup(before, job), job.service, job.windows)
        for way, before, job in zip(ways[:-1], places[:-2], jobs, strict=True)
    ]
    return [*visits, Leg(ways[-1])]


def limits(problem: Problem, vehicle: Vehicle, jobs: Sequence[Job]) -> Limits:
    """The vehicle's hours, and how long the people on this route may ride."""
    return Limits(vehicle.rests, vehicle.shift, _rides(problem, jobs), vehicle.max_duration)


def places_of(vehicle: Vehicle, jobs: Sequence[Job]) -> list[int | None]:
    return [vehicle.start, *(job.location for job in jobs), vehicle.end]


def seconds(matrix: Matrix, origin: int | None, target: int | None) -> int:
    return 0 if origin is None or target is None else int(matrix.durations[origin, target])


def metres(matrix: Matrix, origin: int | None, target: int | None) -> int:
    return 0 if origin is None or target is None else int(matrix.distances[origin, target])


def _rides(problem: Problem, jobs: Sequence[Job]) -> list[Ride]:
    aboard: dict[int, int] = {}
    rides = []
    for number, job in enumerate(jobs):
        if job.kind is Kind.PICKUP:
            aboard[job.id] = number
        elif job.kind is Kind.DELIVERY:
            shipment = problem.shipment[job.id]
            pickup = aboard.get(shipment.pickup.id)
            if pickup is not None and shipment.max_ride is not None:
                rides.append(Ride(pickup, number, shipment.max_ride))
    return rides


class _Walk:
    """What is counted on along a route: travel, metres, load."""

    def __init__(self, problem: Problem, vehicle: Vehicle, jobs: Sequence[Job]) -> None:
        self.matrix = problem.matrix(vehicle)
        self.jobs = jobs
        self.places = places_of(vehicle, jobs)
        axes = max(len(vehicle.capacity), dimensions(problem, jobs))
        self.loads: list[Load] = loads(problem, jobs, axes)
        self.travel = 0
        self.distance = 0


def _steps(walk: _Walk, breaks: Sequence[Break], times: Times) -> Iterator[Step]:
    home = walk.places[0]
    yield Step(kind=StepKind.START, arrival=times.start, location=home, load=walk.loads[0])
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
        load=walk.loads[done],
    )


def _visit(walk: _Walk, visit: Visit, number: int) -> Step:
    origin, place = walk.places[number], walk.places[number + 1]
    walk.travel += seconds(walk.matrix, origin, place)
    walk.distance += metres(walk.matrix, origin, place)
    job = walk.jobs[number] if number < len(walk.jobs) else None
    parking = 0 if job is None else setup(origin, job)
    return Step(
        kind=StepKind.END if job is None else StepKind(job.kind),
        id=None if job is None else job.id,
        location=place,
        arrival=visit.arrival,
        setup=parking,
        waiting=visit.begin - visit.arrival - parking,
        service=0 if job is None else job.service,
        travel=walk.travel,
        distance=walk.distance,
        load=walk.loads[min(number + 1, len(walk.jobs))],
    )
