"""Rules on what a plan says it costs: seconds, recomputed from the problem and the orders.

A plan whose costs are all 0 states none (a list of orders, a plan of a tool that counts otherwise)
and is not asked.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from routing.matrix import UNREACHABLE, Matrix
from routing.plan import Plan, Violation
from routing.problem import Problem
from routing.rules.view import View


def cost(view: View) -> Iterator[Violation]:
    """A route costs its vehicle, its ways, setup, strays, and how far its stops lie apart."""
    right = _route_cost(view)
    if _stated(view.plan) and view.route.cost != right:
        yield view.violation("cost", stated=view.route.cost, right=right)


def plan_cost(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """A plan costs its routes and the work of the busiest beyond the mean of all."""
    right = sum(_route_cost(View(problem, plan, route)) for route in plan.routes)
    if problem.balance and plan.routes:
        work = [route.work for route in plan.routes]
        right += problem.balance * (max(work) - sum(work) // len(problem.vehicles))
    if _stated(plan) and plan.cost != right:
        yield Violation("plan_cost", {"stated": plan.cost, "right": right})


def _stated(plan: Plan) -> bool:
    return plan.cost != 0 or any(route.cost != 0 for route in plan.routes)


def _route_cost(view: View) -> int:
    matrix = view.problem.matrix(view.vehicle)
    ways = sum(int(matrix.cost[way]) for way in view.legs.values())
    strays = sum(view.vehicle.stray_cost(job) for _, job in view.stops)
    spread = _spread(matrix, [job.location for _, job in view.stops])
    return (
        view.vehicle.fixed_cost
        + ways
        + sum(view.setups)
        + strays
        + view.problem.compact * spread // 100
    )


def _spread(matrix: Matrix, places: Sequence[int]) -> int:
    """The seconds from the stop in the middle to all, of the stop where they are fewest."""
    if not places:
        return 0
    seconds = matrix.durations[np.ix_(places, places)].astype(np.int64)
    seconds[seconds == UNREACHABLE] = 0
    return int(seconds.sum(axis=1).min())
