"""One search: an engine's best orders made into a plan that is mended, explained and checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from routing.check import check
from routing.engines.relay import RelayEngine
from routing.explain import explained
from routing.mend import filled, kept
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
    threads: int = 1

    def run(self, on_progress: OnProgress, should_stop: ShouldStop) -> Plan:
        engine = RelayEngine(self.threads)
        orders = engine.solve(self.problem, self.budget, self.seed, on_progress, should_stop)
        return finished(self.problem, orders, hurried=should_stop())


def finished(problem: Problem, orders: Orders, *, hurried: bool = False) -> Plan:
    """What no vehicle can keep taken out, what fits put in, the rest explained, all checked.

    In a hurry nothing is put in, and nothing asked about what the search had no time for.
    """
    orders = kept(problem, orders)
    if not hurried:
        orders = filled(problem, orders)
    left_out = explained(problem, orders, hurried=hurried)
    return checked(problem, built(problem, orders, left_out))


def checked(problem: Problem, plan: Plan) -> Plan:
    violations = check(problem, plan)
    if violations:
        raise BrokenPlan(violations)
    return plan
