"""One search: an engine's best orders, mended and explained; then a plan of them, checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from routing.check import check
from routing.engines.relay import RelayEngine
from routing.explain.left_out import explained
from routing.mending.mend import filled, kept
from routing.plan import Orders, Plan, Unassigned, Violation
from routing.price import built
from routing.problem import Problem
from routing.search import Budget, OnProgress, ShouldStop


class BrokenPlan(RuntimeError):
    """A plan of ours breaks a rule: a bug, and never published."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__("; ".join(found.message("en") for found in violations))


class Found(NamedTuple):
    """Orders that can be kept, and the reason of each visit in none of them."""

    orders: Orders
    left_out: list[Unassigned]


@dataclass(frozen=True, slots=True)
class Task:
    problem: Problem
    budget: Budget
    seed: int
    threads: int = 1

    def run(self, on_progress: OnProgress, should_stop: ShouldStop) -> Found:
        engine = RelayEngine(self.threads)
        orders = engine.solve(self.problem, self.budget, self.seed, on_progress, should_stop)
        return mended(self.problem, orders, hurried=should_stop())


def mended(problem: Problem, orders: Orders, *, hurried: bool = False) -> Found:
    """What no vehicle can keep taken out, what fits put in, the rest explained.

    In a hurry nothing is put in, and nothing asked about what the search had no time for.
    """
    orders = kept(problem, orders)
    if not hurried:
        orders = filled(problem, orders)
    return Found(orders, explained(problem, orders, hurried=hurried))


def finished(problem: Problem, found: Found) -> Plan:
    """The plan, checked."""
    return checked(problem, built(problem, found.orders, found.left_out))


def checked(problem: Problem, plan: Plan) -> Plan:
    violations = check(problem, plan)
    if violations:
        raise BrokenPlan(violations)
    return plan
