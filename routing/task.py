"""One search: an engine's best orders made into a plan that is mended, explained and checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from routing.balance import FIRST_SHARE, LATER_SHARES, ROOM, capped
from routing.check import check
from routing.cost import loss
from routing.engines.engine import Engine
from routing.engines.relay import RelayEngine
from routing.explain import explained
from routing.halves import halves
from routing.mend import filled, kept
from routing.plan import Orders, Plan, Violation
from routing.price import built
from routing.problem import Problem
from routing.search import Budget, OnProgress, Progress, ShouldStop


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
        smaller = halves(self.problem)
        if smaller:
            return self._halved(smaller, on_progress, should_stop)
        if not self.problem.balance or len(self.problem.vehicles) < 2:
            return self._searched(self.problem, 1, on_progress, should_stop)
        plan = self._searched(self.problem, FIRST_SHARE, on_progress, should_stop)
        room, tighter, looser = ROOM
        for share in LATER_SHARES:
            if should_stop():
                break
            heartbeat = partial(self._still, plan, on_progress)
            tried = self._searched(capped(self.problem, plan, room), share, heartbeat, should_stop)
            room = tighter if self._loss(tried) < self._loss(plan) else looser
            plan = min(plan, tried, key=self._loss)
        return plan

    def _halved(
        self, smaller: Sequence[Problem], on_progress: OnProgress, should_stop: ShouldStop
    ) -> Plan:
        orders: dict[int, Sequence[int]] = {}
        for problem in smaller:
            budget = self.budget.share(len(problem.visits) / len(self.problem.visits))
            tell = partial(self._onward, sum(map(len, orders.values())), on_progress)
            orders |= Task(problem, budget, self.seed).run(tell, should_stop).orders
        return finished(self.problem, orders)

    def _onward(self, before: int, on_progress: OnProgress, seen: Progress) -> None:
        """In the second half, what the first has served still counts."""
        jobs = len(self.problem.visits)
        on_progress(Progress(seen.seconds, seen.loss, before + seen.served, jobs))

    def _searched(
        self, problem: Problem, share: float, on_progress: OnProgress, should_stop: ShouldStop
    ) -> Plan:
        """The engine's answer to this problem, made a plan for the task's own."""
        engine: Engine = RelayEngine()
        budget = self.budget.share(share)
        orders = engine.solve(problem, budget, self.seed, on_progress, should_stop)
        return finished(self.problem, orders)

    def _loss(self, plan: Plan) -> int:
        return loss(self.problem, plan)

    def _still(self, plan: Plan, on_progress: OnProgress, seen: Progress) -> None:
        """While another way is tried, this plan is still the best so far."""
        jobs = len(self.problem.visits)
        on_progress(Progress(seen.seconds, self._loss(plan), jobs - len(plan.unassigned), jobs))


def finished(problem: Problem, orders: Orders) -> Plan:
    """What no vehicle can keep taken out, what fits put in, the rest explained, all checked."""
    orders = filled(problem, kept(problem, orders))
    return checked(problem, built(problem, orders, explained(problem, orders)))


def checked(problem: Problem, plan: Plan) -> Plan:
    violations = check(problem, plan)
    if violations:
        raise BrokenPlan(violations)
    return plan
