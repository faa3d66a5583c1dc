"""PyVRP as its makers run it: their model of what it can state, nothing added, default search.

What must be served is required here, not only dear: so PyVRP's own reader models these files. A
day with constraints that it lacks goes through our engine's model, which comes nearest to them.
"""

from collections.abc import Sequence
from time import monotonic

import numpy as np
import pyvrp
from pyvrp.stop import MaxRuntime

from routing.engines.grid import Numbers
from routing.engines.pyvrp_engine import PyVrpEngine
from routing.matrix import Grid
from routing.parts import split
from routing.plan import Orders
from routing.problem import FOREVER, Job, Problem, Shipment, Vehicle
from routing.search import Budget, never, unwatched
from tests.benchmarks.routing.lacks import PYVRP_LACKS, setup, strays


def ask(problem: Problem, seconds: float, seed: int, threads: int) -> Orders:
    if threads != 1:
        raise ValueError("PyVRP has one thread")
    if not plain(problem):
        return by_parts(problem, seconds, seed)
    began = monotonic()
    stated = Stated(problem)
    left = seconds - (monotonic() - began)
    found = pyvrp.solve(stated.data, MaxRuntime(left), seed, collect_stats=False, display=False)
    return stated.orders(found.best)


def by_parts(problem: Problem, seconds: float, seed: int) -> Orders:
    """Parts that never meet one by one: whole, a city has a matrix for each courier's prices."""
    engine = PyVrpEngine()
    orders: dict[int, Sequence[int]] = {}
    for part in split(problem):
        share = Budget(seconds=seconds * len(part.visits) / len(problem.visits))
        orders |= engine.solve(part, share, seed, unwatched, never)
    return orders


def plain(problem: Problem) -> bool:
    """Is each of its constraints a word of PyVRP's, with one matrix for each profile?"""
    bound = any(visit.vehicles is not None or visit.skills for visit in problem.visits)
    lacked = any(used(problem) for used in PYVRP_LACKS.values())
    return not (bound or lacked or setup(problem) or strays(problem) or _limited(problem))


def _limited(problem: Problem) -> bool:
    return any(
        vehicle.max_travel is not None or vehicle.max_distance is not None
        or vehicle.max_stops is not None or vehicle.start is None or vehicle.end is None
        for vehicle in problem.vehicles
    )  # fmt: skip


class Stated:
    """Locations, clients and shipments keep their order; alike vehicles are one type."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.kinds = problem.kinds
        self.axes = max(len(vehicle.capacity) for vehicle in problem.vehicles)
        self.profiles = sorted({vehicle.profile for vehicle in problem.vehicles})
        ends = (place for each in problem.vehicles for place in (each.start, each.end))
        self.depots = sorted({place for place in ends if place is not None})
        matrices = [problem.matrices[profile] for profile in self.profiles]
        self.data = pyvrp.ProblemData(
            [pyvrp.Location(0, 0) for _ in range(matrices[0].size)],
            [self._client(job) for job in problem.jobs],
            [pyvrp.Depot(place) for place in self.depots],
            [self._vehicle_type(kind) for kind in self.kinds],
            [_whole(matrix.cost) for matrix in matrices],  # type: ignore[misc]  # PyVRP's stub misspells it
            [_whole(matrix.durations) for matrix in matrices],  # type: ignore[misc]  # likewise
            shipments=[self._shipment(each) for each in problem.shipments],
        )

    def _client(self, job: Job) -> pyvrp.Client:
        opening, closing = _window(job)
        return pyvrp.Client(
            job.location,
            delivery=self._load(job.delivery),
            pickup=self._load(job.pickup),
            service_duration=job.service,
            tw_early=opening,
            tw_late=closing,
            prize=job.prize or 0,
            required=job.required,
        )

    def _shipment(self, each: Shipment) -> pyvrp.Shipment:
        return pyvrp.Shipment(
            each.pickup.location,
            each.delivery.location,
            *_window(each.pickup),
            each.pickup.service,
            *_window(each.delivery),
            each.delivery.service,
            amount=self._load(each.amount),
            prize=each.pickup.prize or 0,
            required=each.pickup.required,
        )

    def _vehicle_type(self, kind: Sequence[Vehicle]) -> pyvrp.VehicleType:
        vehicle = kind[0]
        longest = FOREVER if vehicle.max_duration is None else vehicle.max_duration
        return pyvrp.VehicleType(
            len(kind),
            capacity=list(vehicle.capacity or [FOREVER] * self.axes),
            start_depot=self.depots.index(vehicle.start or 0),
            end_depot=self.depots.index(vehicle.end or 0),
            fixed_cost=vehicle.fixed_cost,
            tw_early=vehicle.shift.open,
            tw_late=vehicle.shift.close,
            shift_duration=longest,
            profile=self.profiles.index(vehicle.profile),
        )

    def _load(self, amounts: Sequence[int]) -> list[int]:
        return [*amounts, *[0] * (self.axes - len(amounts))]

    def orders(self, best: pyvrp.Solution) -> Orders:
        waiting = [iter(kind) for kind in self.kinds]
        return {
            next(waiting[route.vehicle_type()]).id: [
                self._visit(step).id for step in route.schedule() if not step.is_depot()
            ]
            for route in best.routes()
        }

    def _visit(self, step: pyvrp.Activity) -> Job:
        if step.type == pyvrp.ActivityType.CLIENT:
            return self.problem.jobs[step.idx]
        shipment = self.problem.shipments[step.idx]
        pickup = step.type == pyvrp.ActivityType.PICKUP
        return shipment.pickup if pickup else shipment.delivery


def _whole(grid: Grid) -> Numbers:
    return grid.astype(np.int64)


def _window(visit: Job) -> tuple[int, int]:
    return (visit.windows[0].open, visit.windows[0].close) if visit.windows else (0, FOREVER)
