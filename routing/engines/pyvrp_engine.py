"""PyVRP: the engine that finds short routes fast, for what it can state.

It has no breaks and one time window a client. So a shift is shortened by its breaks, and a job with
several windows is open from the first to the last: its orders are a start for who knows better.
"""

import time
from collections.abc import Iterator, Sequence

import numpy as np
import pyvrp

from routing.cost import LEFT_OUT, penalty
from routing.engines.grid import Grid, Numbers
from routing.matrix import UNREACHABLE
from routing.plan import Orders
from routing.problem import Job, Problem, Vehicle
from routing.search import Budget, OnProgress, Progress, ShouldStop

CLOSED = 10**9
"""The cost and the seconds of a way that nobody may take."""


class PyVrpEngine:
    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        jobs = [job for job in problem.jobs if any(v.able(job) for v in problem.vehicles)]
        if not jobs:
            return {}
        data = _data(problem, jobs)
        stop = _Stop(budget, len(jobs), len(problem.jobs), on_progress, should_stop)
        best = pyvrp.solve(data, stop, seed, collect_stats=False, display=False).best
        return {
            problem.vehicles[route.vehicle_type()].id: [
                jobs[visit.idx].id for visit in route if visit.is_client()
            ]
            for route in best.routes()
        }


class _Stop:
    """PyVRP asks after each iteration: the moment to tell, to count and to look at the clock."""

    def __init__(
        self,
        budget: Budget,
        jobs: int,
        of: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> None:
        self.budget = budget
        self.jobs, self.of = jobs, of
        self.on_progress = on_progress
        self.should_stop = should_stop
        self.began = time.monotonic()
        self.iterations = 0
        self.best: int | None = None

    def __call__(self, best_cost: int) -> bool:
        self.iterations += 1
        seconds = time.monotonic() - self.began
        if best_cost < CLOSED * self.jobs and (self.best is None or best_cost < self.best):
            self.best = best_cost
            at_most_left = min(self.jobs, best_cost // LEFT_OUT)
            self.on_progress(Progress(seconds, best_cost, self.jobs - at_most_left, self.of))
        return (
            self.should_stop()
            or (self.budget.seconds is not None and seconds >= self.budget.seconds)
            or (self.budget.iterations is not None and self.iterations > self.budget.iterations)
        )


def _data(problem: Problem, jobs: Sequence[Job]) -> pyvrp.ProblemData:
    """Locations are the nodes of the grid: jobs, then a start and an end for each vehicle."""
    grid = Grid(problem, jobs)
    axes = max((len(vehicle.capacity) for vehicle in problem.vehicles), default=0)
    nodes = len(grid.places)
    profiles = _Profiles(jobs, grid)
    types = [
        _vehicle_type(vehicle, number, axes, grid, profiles.number(vehicle))
        for number, vehicle in enumerate(problem.vehicles)
    ]
    return pyvrp.ProblemData(
        [pyvrp.Location(0, 0) for _ in range(nodes)],
        [_client(job, node, axes, grid) for node, job in enumerate(jobs)],
        [pyvrp.Depot(node) for node in range(len(jobs), nodes)],
        types,
        profiles.distances,  # type: ignore[arg-type]  # PyVRP's stub misspells the array
        profiles.durations,  # type: ignore[arg-type]  # likewise
    )


class _Profiles:
    """Matrices by vehicle: alike when the vehicle's pace and the jobs it may serve are alike."""

    def __init__(self, jobs: Sequence[Job], grid: Grid) -> None:
        self.jobs = jobs
        self.grid = grid
        self.distances: list[Numbers] = []
        self.durations: list[Numbers] = []
        self._known: dict[tuple[int, bytes], int] = {}

    def number(self, vehicle: Vehicle) -> int:
        unable = np.array([not vehicle.able(job) for job in self.jobs])
        cost = self.grid.cost(vehicle)
        key = id(cost), unable.tobytes()
        if key not in self._known:
            self._known[key] = len(self.distances)
            closed = self.grid.drive(vehicle.profile) >= UNREACHABLE
            closed[:, : len(self.jobs)] |= unable[None, :]
            np.fill_diagonal(closed, val=False)
            for matrices, open_ways in (
                (self.distances, cost),
                (self.durations, self.grid.moved(vehicle.profile)),
            ):
                ways = np.where(closed, CLOSED, open_ways)
                np.fill_diagonal(ways, 0)
                matrices.append(ways)
        return self._known[key]


def _client(job: Job, node: int, axes: int, grid: Grid) -> pyvrp.Client:
    inside = grid.inside(job.windows) or [(0, grid.horizon)]
    return pyvrp.Client(
        node,
        delivery=[*_padded(job.delivery[:axes], axes, 0), 1],
        service_duration=job.service,
        tw_early=inside[0][0],
        tw_late=inside[-1][1],
        prize=penalty(job),
        required=False,
    )


def _vehicle_type(
    vehicle: Vehicle, number: int, axes: int, grid: Grid, profile: int
) -> pyvrp.VehicleType:
    ((opening, closing),) = grid.inside((vehicle.shift,))
    rests = sum(_on_the_way(vehicle))
    longest = grid.horizon if vehicle.max_duration is None else vehicle.max_duration
    return pyvrp.VehicleType(
        1,
        capacity=[
            *_padded(vehicle.capacity, axes, CLOSED),
            CLOSED if vehicle.max_stops is None else vehicle.max_stops,
        ],
        start_depot=2 * number,
        end_depot=2 * number + 1,
        tw_early=opening,
        tw_late=max(opening, closing - rests),
        shift_duration=max(0, longest - rests),
        profile=profile,
    )


def _on_the_way(vehicle: Vehicle) -> Iterator[int]:
    """How long the breaks are that a full shift cannot avoid."""
    for rest in vehicle.breaks:
        before = rest.windows[0].open + rest.service <= vehicle.shift.open
        if not before and rest.windows[-1].close < vehicle.shift.close:
            yield rest.service


def _padded(amounts: Sequence[int], axes: int, filler: int) -> list[int]:
    return [*amounts, *[filler] * (axes - len(amounts))]
