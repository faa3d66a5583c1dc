"""From a problem to a plan that `check` finds nothing wrong with."""

from collections.abc import Sequence

from routing.check import check
from routing.engines.engine import Engine
from routing.engines.ortools_engine import OrToolsEngine
from routing.explain import explained
from routing.insertion import filled, kept
from routing.plan import Orders, Plan, Violation
from routing.price import built
from routing.problem import Problem
from routing.search import Budget, OnProgress, ShouldStop, never, unwatched
from routing.validate import require_valid

DEFAULT_BUDGET = Budget(seconds=10)


class BrokenPlan(RuntimeError):
    """An engine's plan and our own fallback both break a rule: a bug of ours, never published."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__("; ".join(found.message("en") for found in violations))


def solve(
    problem: Problem,
    budget: Budget = DEFAULT_BUDGET,
    seed: int = 0,
    on_progress: OnProgress = unwatched,
    should_stop: ShouldStop = never,
    *,
    threads: int = 1,  # noqa: ARG001
) -> Plan:
    """The best plan found within the budget; stopping early returns the best so far.

    Raises:
        InvalidProblem: with every fault of the problem.
    """
    require_valid(problem)
    engine: Engine = OrToolsEngine()
    orders = engine.solve(problem, budget, seed, on_progress, should_stop)
    return finished(problem, orders)


def finished(problem: Problem, orders: Orders) -> Plan:
    """What no vehicle can keep taken out, what fits put in, the rest explained, all checked."""
    orders = filled(problem, kept(problem, orders))
    plan = built(problem, orders, explained(problem, orders))
    violations = check(problem, plan)
    if violations:
        raise BrokenPlan(violations)
    return plan
