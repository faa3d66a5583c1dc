"""Engines in turn, each from the best of the one before; with two threads, side by side as well."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from routing.cost import penalty, route_cost
from routing.engines.appointed import AppointedEngine
from routing.engines.engine import Engine
from routing.engines.pyvrp_engine import PyVrpEngine
from routing.engines.pyvrp_states import states
from routing.engines.ruin import RuinEngine
from routing.plan import Orders
from routing.problem import Problem
from routing.search import Budget, OnProgress, Progress, ShouldStop

Start = Callable[[Orders | None], Engine]
Leg = tuple[float, tuple[Start, ...]]
"""A share of the budget, and the engines that run side by side in it."""


class RelayEngine:
    """An Engine: our own, in turn with PyVRP where PyVRP can state the problem.

    Where stops may be left out PyVRP comes first: it is the better judge of what is worth its way.
    """

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        best: Orders | None = None
        tell = _Improvements(on_progress).tell
        for number, (share, lanes) in enumerate(self._course(problem)):
            if best is not None and should_stop():
                break
            runs: list[Callable[[], Orders]] = [
                partial(
                    start(best).solve,
                    problem,
                    budget.share(share),
                    seed + number + lane * len(lanes),
                    tell,
                    should_stop,
                )
                for lane, start in enumerate(lanes)
            ]
            best = min(_side_by_side(runs), key=partial(_loss, problem))
        return best or {}

    def _course(self, problem: Problem) -> Sequence[Leg]:
        ours: Start = partial(RuinEngine, threads=self.threads)
        if any(visit.booth is not None for visit in problem.visits):
            return ((1.0, (partial(AppointedEngine, threads=self.threads),)),)
        if not states(problem):
            return ((1.0, (ours,)),)
        both = PyVrpEngine, RuinEngine
        if any(not visit.required for visit in problem.visits):
            if self.threads > 1:
                return (1 / 3, both), (1 / 3, both), (1 / 3, both)
            return (0.2, (PyVrpEngine,)), (0.5, (RuinEngine,)), (0.3, (PyVrpEngine,))
        if self.threads > 1:
            return (0.6, (ours,)), (0.4, both)
        return (0.5, (RuinEngine,)), (0.5, (PyVrpEngine,))


class _Improvements:
    """Tells of what is better than all before, whichever engine found it."""

    def __init__(self, on_progress: OnProgress) -> None:
        self.on_progress = on_progress
        self.best: int | None = None
        self.lock = threading.Lock()

    def tell(self, seen: Progress) -> None:
        with self.lock:
            if self.best is None or seen.loss < self.best:
                self.best = seen.loss
                self.on_progress(seen)


def _side_by_side(runs: Sequence[Callable[[], Orders]]) -> list[Orders]:
    """What each found; the engines do their work without holding the interpreter."""
    if len(runs) == 1:
        return [runs[0]()]
    with ThreadPoolExecutor(len(runs)) as lanes:
        return list(lanes.map(lambda run: run(), runs))


def _loss(problem: Problem, orders: Orders) -> int:
    """The cost of these routes and the price of what they leave out; balance is not asked."""
    served = {visit for visits in orders.values() for visit in visits}
    routes = sum(
        route_cost(problem, problem.vehicle[number], [problem.job[visit] for visit in visits])
        for number, visits in orders.items()
        if visits
    )
    return routes + sum(penalty(visit) for visit in problem.visits if visit.id not in served)
