"""A benchmark instance: its problem, and what its figures mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from routing.cost import LEFT_OUT
from routing.documents import write_problem
from routing.matrix import Matrix
from routing.problem import Job, Problem, Shipment

PROFILE = "car"
LEGS = 4
"""A pickup and its delivery, far from each other and from the rest, add at most so many legs."""


@dataclass(frozen=True)
class Instance:
    """`cost` of a plan divided by `factor` is the literature's figure."""

    problem: Problem
    name: str
    format: str
    rounding: str
    factor: int

    @property
    def document(self) -> dict[str, Any]:
        """The problem as a document that says where it comes from."""
        told = {
            "name": self.name,
            "format": self.format,
            "rounding": self.rounding,
            "factor": self.factor,
        }
        return told | write_problem(self.problem)


def serving_pays(problem: Problem) -> Problem:
    """Where legs are long in our units, leaving a required stop out must still cost more."""
    longest = max((_longest(matrix) for matrix in problem.matrices.values()), default=0)
    priority = min(100, LEGS * longest // LEFT_OUT)
    if not priority:
        return problem
    return replace(
        problem,
        jobs=tuple(_raised(problem.jobs, priority)),
        shipments=tuple(_raised_whole(each, priority) for each in problem.shipments),
    )


def profiles(matrix: Matrix) -> Mapping[str, Matrix]:
    return {PROFILE: matrix}


def _longest(matrix: Matrix) -> int:
    return int(matrix.cost.max()) if matrix.size else 0


def _raised(jobs: Iterable[Job], priority: int) -> Iterable[Job]:
    return (replace(job, priority=priority) if job.required else job for job in jobs)


def _raised_whole(shipment: Shipment, priority: int) -> Shipment:
    pickup, delivery = _raised((shipment.pickup, shipment.delivery), priority)
    return replace(shipment, pickup=pickup, delivery=delivery)
