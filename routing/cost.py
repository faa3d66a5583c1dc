"""What a plan costs, in seconds: ways, setup, strays, spread, imbalance, and what is left out."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from routing.matrix import UNREACHABLE, Matrix
from routing.plan import Plan, Route
from routing.problem import Job, Kind, Problem, Vehicle

LEFT_OUT = 1_000_000
"""The price of leaving out a required job: more than any detour of a day, less than two jobs."""


def penalty(job: Job) -> int:
    """The price of leaving this job out; a shipment's is paid at its pickup."""
    if job.kind is Kind.DELIVERY:
        return 0
    return LEFT_OUT * (1 + job.priority) if job.prize is None else job.prize


def route_cost(problem: Problem, vehicle: Vehicle, visits: Sequence[Job]) -> int:
    """What this vehicle costs with these visits in this order."""
    matrix = problem.matrix(vehicle)
    places = [vehicle.start, *(visit.location for visit in visits), vehicle.end]
    ways = sum(way_cost(matrix, here, there) for here, there in pairwise(places))
    stops = zip(places, visits, strict=False)
    extra = sum(setup(before, visit) + vehicle.stray_cost(visit) for before, visit in stops)
    spread = (
        problem.compact * _spread(matrix, [visit.location for visit in visits]) // 100
        if problem.compact
        else 0
    )
    return vehicle.fixed_cost + ways + extra + spread


def plan_cost(problem: Problem, routes: Sequence[Route]) -> int:
    """Routes, and how much longer the busiest vehicle works than the mean of all, idle ones too."""
    cost = sum(route.cost for route in routes)
    if problem.balance and routes:
        work = [route.work for route in routes]
        cost += problem.balance * (max(work) - sum(work) // len(problem.vehicles))
    return cost


def loss(problem: Problem, plan: Plan) -> int:
    """What solvers minimise: the cost of the plan and the price of every job left out."""
    return plan.cost + sum(penalty(problem.job[left.job]) for left in plan.unassigned)


def way_cost(matrix: Matrix, origin: int | None, target: int | None) -> int:
    return 0 if origin is None or target is None else int(matrix.cost[origin, target])


def setup(before: int | None, visit: Job) -> int:
    """One parking, several doors: none where the stop before was at the same place."""
    return 0 if before == visit.location else visit.setup


def _spread(matrix: Matrix, places: Sequence[int]) -> int:
    """The seconds to all stops from the one in the middle; a way that does not exist is none."""
    if not places:
        return 0
    durations = matrix.durations[np.ix_(places, places)].astype(np.int64)
    return int(np.where(durations == UNREACHABLE, 0, durations).sum(axis=1).min())
