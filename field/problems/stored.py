"""A planned day as it is kept: problems and plans in VROOM's form, one pair a part, ids only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from routing import Plan, Problem, price
from routing.documents import read_plan, read_problem, write_plan, write_problem
from routing.matrix import MatrixSource

Document = dict[str, Any]


@dataclass(frozen=True)
class PlannedPart:
    """Couriers who share doors, their problem, and what was planned."""

    problem: Problem
    plan: Plan

    def with_orders(self, orders: Mapping[int, Sequence[int]]) -> "PlannedPart":
        """Return the same part with its doors in another order, timed and judged."""
        reasons = {left.job: left for left in self.plan.unassigned}
        priced = price(self.problem, orders)
        left = tuple(reasons.get(new.job, new) for new in priced.unassigned)
        return PlannedPart(self.problem, replace(priced, unassigned=left))


def problem_document(problem: Problem) -> Document:
    """Write a problem without its matrices: the source makes them again from the points."""
    document = write_problem(problem)
    del document["matrices"]
    return document


def plan_document(part: PlannedPart) -> Document:
    return write_plan(part.problem, part.plan)


def read_part(problem: Document, plan: Document, source: MatrixSource) -> PlannedPart:
    """Read a part, its times computed anew."""
    asked = read_problem(problem, source)
    planned = read_plan(plan, asked)
    return PlannedPart(asked, planned).with_orders(planned.orders)
