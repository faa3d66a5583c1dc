"""One search: an engine's best orders made into a plan that is mended, explained and checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from routing.balance import FIRST_SHARE, ROOM, better, capped
from routing.check import check
from routing.engines.engine import Engine
from routing.engines.ortools_engine import OrToolsEngine
from routing.explain import explained
from routing.insertion import filled, kept
from routing.plan import Orders, Plan, Violation
from routing.price import built
from routing.problem import Problem
from routing.search import Budget, OnProgress, ShouldStop


class BrokenPlan(RuntimeError):
    """A plan of ours breaks a rule: a bug, and never published."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__("; ".join(found.message("en") for found in violations))


@dataclass(frozen=True, slots=True)
class Task:
    problem: Problem
    budget: Budget
    seed: int

    def run(self, on_progress: OnProgress, should_stop: ShouldStop) -> Plan:
        engine: Engine = OrToolsEngine()

        def best(problem: Problem, share: float) -> Orders:
            part = self.budget.share(share)
            return engine.solve(problem, part, self.seed, on_progress, should_stop)

        problem = self.problem
        if not problem.balance or len(problem.vehicles) < 2:
            return finished(problem, best(problem, 1))
        plan = finished(problem, best(problem, FIRST_SHARE))
        first, tighter, looser = ROOM
        for share in (0.5, 0.3):
            if should_stop():
                break
            tried = finished(problem, best(capped(problem, plan, first), share))
            won = better(problem, plan, tried)
            first = tighter if won is tried else looser
            plan = won
        return plan


def finished(problem: Problem, orders: Orders) -> Plan:
    """What no vehicle can keep taken out, what fits put in, the rest explained, all checked."""
    orders = filled(problem, kept(problem, orders))
    return checked(problem, built(problem, orders, explained(problem, orders)))


def checked(problem: Problem, plan: Plan) -> Plan:
    violations = check(problem, plan)
    if violations:
        raise BrokenPlan(violations)
    return plan
