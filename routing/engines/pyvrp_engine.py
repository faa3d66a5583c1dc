"""PyVRP: the engine that finds short routes fast, for what it can state."""

import time
import warnings
from collections.abc import Sequence

import pyvrp
from pyvrp.exceptions import PenaltyBoundWarning

from routing.cost import LEFT_OUT
from routing.engines.fleet import servable
from routing.engines.pyvrp_data import CLOSED, Data
from routing.plan import Orders
from routing.problem import Problem
from routing.search import Budget, OnProgress, Progress, ShouldStop


class PyVrpEngine:
    """An Engine. With a `start` it begins from these orders rather than from random ones."""

    def __init__(self, start: Orders | None = None) -> None:
        self.start = start

    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        visits = servable(problem) if problem.vehicles else []
        if not visits:
            return {}
        data = Data(problem, visits)
        stop = _Stop(budget, data, len(problem.visits), on_progress, should_stop)
        start = None if self.start is None else _started(data, self.start)
        _unwarned()
        found = pyvrp.solve(
            data.stated, stop, seed, collect_stats=False, display=False, initial_solution=start
        )
        return _orders(data, found.best)


def _unwarned() -> None:
    """PyVRP warns where no plan without violations is found, as on a day too short for one stop.

    `mend` takes out what cannot be kept and `explain` says why, so nobody needs the warning, and
    in a program that makes warnings errors it would end the search. Filters belong to the whole
    process: taken back after the search, another thread's search would be without it.
    """
    warnings.simplefilter("ignore", PenaltyBoundWarning)


class _Stop:
    """PyVRP asks after each iteration: the moment to tell, to count and to look at the clock."""

    def __init__(
        self,
        budget: Budget,
        data: Data,
        of: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> None:
        self.budget = budget
        self.visits, self.of = len(data.visits), of
        self.ends = 2 if data.shipments else 1
        self.on_progress = on_progress
        self.should_stop = should_stop
        self.began = time.monotonic()
        self.iterations = 0
        self.best: int | None = None

    def __call__(self, best_cost: int) -> bool:
        self.iterations += 1
        seconds = time.monotonic() - self.began
        if best_cost < CLOSED * self.visits and (self.best is None or best_cost < self.best):
            self.best = best_cost
            at_most_left = min(self.visits, self.ends * (best_cost // LEFT_OUT))
            self.on_progress(Progress(seconds, best_cost, self.visits - at_most_left, self.of))
        return (
            self.should_stop()
            or (self.budget.seconds is not None and seconds >= self.budget.seconds)
            or (self.budget.iterations is not None and self.iterations > self.budget.iterations)
        )


def _started(data: Data, orders: Orders) -> pyvrp.Solution:
    """These orders in PyVRP's words, without what it has no place for."""
    routes = []
    for number, kind in enumerate(data.kinds):
        for vehicle in kind:
            known = [visit for visit in orders.get(vehicle.id, ()) if visit in data.activity]
            if known:
                activities = [data.activity[visit] for visit in known]
                routes.append(pyvrp.Route(data.stated, activities, number))
    return pyvrp.Solution(data.stated, routes)


def _orders(data: Data, best: pyvrp.Solution) -> Orders:
    """The routes handed out to the vehicles of their kind."""
    waiting = [iter(kind) for kind in data.kinds]
    return {
        next(waiting[route.vehicle_type()]).id: _ids(data, route.schedule())
        for route in best.routes()
    }


def _ids(data: Data, steps: Sequence[pyvrp.Activity]) -> list[int]:
    return [data.visit[step.type, step.idx] for step in steps if not step.is_depot()]
