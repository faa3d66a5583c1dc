"""Two engines in turn: one that is fast at short routes, then one that knows every rule."""

from routing.engines.ortools_engine import OrToolsEngine
from routing.engines.pyvrp_engine import PyVrpEngine
from routing.mend import filled, kept
from routing.plan import Orders
from routing.problem import Problem
from routing.search import Budget, OnProgress, Progress, ShouldStop

FIRST_SHARE = 0.8


class RelayEngine:
    """An Engine: PyVRP's orders, mended by hand, are where OR-Tools begins."""

    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        best: list[int] = []

        def tell(seen: Progress) -> None:
            if not best or seen.loss < min(best):
                best.append(seen.loss)
                on_progress(seen)

        first = PyVrpEngine().solve(problem, budget.share(FIRST_SHARE), seed, tell, should_stop)
        start = filled(problem, kept(problem, first))
        second = OrToolsEngine(start)
        return second.solve(problem, budget.share(1 - FIRST_SHARE), seed, tell, should_stop)
