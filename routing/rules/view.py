"""A route seen beside the problem it answers: what the rules on routes look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from routing.plan import Route, Step, StepKind, Violation
from routing.problem import Job, Problem, Vehicle
from routing.words import Value


@dataclass(frozen=True)
class View:
    problem: Problem
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
    def ways(self) -> dict[int, tuple[int, int]]:
        """Seconds and metres from the last located step to step number n, breaks left aside."""
        matrix = self.problem.matrix(self.vehicle)
        ways: dict[int, tuple[int, int]] = {}
        place = self.route.steps[0].location
        for number, step in self._after_start():
            if step.kind is StepKind.BREAK:
                continue
            here = step.location
            known = place is not None and here is not None
            ways[number] = (
                (int(matrix.durations[place, here]), int(matrix.distances[place, here]))
                if known
                else (0, 0)
            )
            place = here
        return ways

    def violation(self, code: str, **values: Value) -> Violation:
        return Violation(code, {"vehicle": self.vehicle.id, **values})

    def _after_start(self) -> Iterator[tuple[int, Step]]:
        return ((number, step) for number, step in enumerate(self.route.steps) if number)
