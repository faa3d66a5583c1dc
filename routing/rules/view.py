"""A route seen beside the problem it answers: what the rules on routes look at."""

from dataclasses import dataclass
from functools import cached_property

from routing.plan import Plan, Route, Step, StepKind, Violation
from routing.problem import Job, Problem, Vehicle
from routing.words import Value


@dataclass(frozen=True)
class View:
    problem: Problem
    plan: Plan
    route: Route

    @cached_property
    def vehicle(self) -> Vehicle:
        return self.problem.vehicle[self.route.vehicle]

    @cached_property
    def stops(self) -> list[tuple[Step, Job]]:
        return [
            (step, self.problem.job[step.id]) for step in self.route.stops if step.id is not None
        ]

    @cached_property
    def setups(self) -> list[int]:
        """The setup of each stop: none when the one before is at the same place."""
        jobs = [job for _, job in self.stops]
        before = [self.vehicle.start, *(job.location for job in jobs)]
        return [
            0 if place == job.location else job.setup
            for place, job in zip(before, jobs, strict=False)
        ]

    @cached_property
    def legs(self) -> dict[int, tuple[int, int]]:
        """From where to where step number n is driven to, breaks left aside."""
        legs: dict[int, tuple[int, int]] = {}
        place = self.route.steps[0].location
        for number, step in enumerate(self.route.steps):
            if step.kind is StepKind.BREAK:
                continue
            if number and place is not None and step.location is not None:
                legs[number] = (place, step.location)
            place = step.location
        return legs

    @cached_property
    def ways(self) -> dict[int, tuple[int, int]]:
        """Seconds and metres to step number n; none where a route begins or ends anywhere."""
        matrix = self.problem.matrix(self.vehicle)
        ways = {
            number: (int(matrix.durations[leg]), int(matrix.distances[leg]))
            for number, leg in self.legs.items()
        }
        located = (n for n, step in enumerate(self.route.steps) if step.kind is not StepKind.BREAK)
        return {number: ways.get(number, (0, 0)) for number in located if number}

    def violation(self, code: str, **values: Value) -> Violation:
        return Violation(code, {"vehicle": self.vehicle.id, **values})
