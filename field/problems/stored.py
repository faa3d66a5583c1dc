"""A planned day as it is kept: problems and plans in VROOM's form, one pair a part, ids only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from field.domain.planning import NO_POINT_WORDS, NO_POINT_YET
from field.domain.speeds import Factors
from field.problems.day import Visit
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


def day_documents(
    visits: Iterable[Visit], parts: Sequence[PlannedPart], factors: Factors, *, again: bool
) -> tuple[Document, Document]:
    """Return problem and plan as they are kept: by part, with the doors that are in no part.

    The factors of its hours are kept with a plan: whoever reads it again goes by the same.
    """
    visits = list(visits)
    problem: Document = {
        "parts": [problem_document(part.problem) for part in parts],
        "cards": {str(visit.household_id): list(visit.cards) for visit in visits},
        "factors": factors,
        "again": again,
    }
    plan: Document = {
        "parts": [plan_document(part) for part in parts],
        "unassigned": [
            {"id": visit.household_id, "reason": {"code": NO_POINT_YET, **NO_POINT_WORDS}}
            for visit in visits
            if visit.place is None
        ],
    }
    return problem, plan


def plan_document(part: PlannedPart) -> Document:
    return write_plan(part.problem, part.plan)


def read_part(problem: Document, plan: Document, source: MatrixSource) -> PlannedPart:
    """Read a part, its times computed anew."""
    asked = read_problem(problem, source)
    planned = read_plan(plan, asked)
    return PlannedPart(asked, planned).with_orders(planned.orders)
