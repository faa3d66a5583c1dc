"""The answer: who goes where and when, who is left out and why, and what is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from routing.words import REASONS, VIOLATIONS, Language, Value

Orders = Mapping[int, Sequence[int]]
"""Job ids in order, by vehicle id: all that an engine decides. Times are `schedule`'s."""


class StepKind(StrEnum):
    START = "start"
    JOB = "job"
    PICKUP = "pickup"
    DELIVERY = "delivery"
    BREAK = "break"
    END = "end"


VISITS = frozenset({StepKind.JOB, StepKind.PICKUP, StepKind.DELIVERY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a route: on arrival setup, then perhaps a wait, then service.

    `travel` (seconds) and `distance` (metres) count from the start of the route; `load` is what is
    aboard when leaving. A break has no location: it interrupts the way to the next one.
    """

    kind: StepKind
    arrival: int
    id: int | None = None
    location: int | None = None
    setup: int = 0
    waiting: int = 0
    service: int = 0
    travel: int = 0
    distance: int = 0
    load: tuple[int, ...] = ()

    @property
    def begin(self) -> int:
        """When service begins: this must lie in a time window."""
        return self.arrival + self.setup + self.waiting

    @property
    def departure(self) -> int:
        return self.begin + self.service


@dataclass(frozen=True, slots=True)
class Route:
    """The day of one vehicle: a start, stops and breaks, an end. `cost` is without balance."""

    vehicle: int
    steps: tuple[Step, ...]
    cost: int = 0

    @property
    def stops(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind in VISITS)

    @property
    def jobs(self) -> tuple[int, ...]:
        return tuple(step.id for step in self.stops if step.id is not None)

    @property
    def duration(self) -> int:
        """Seconds from leaving the start to reaching the end, waits and breaks included."""
        return self.steps[-1].arrival - self.steps[0].arrival

    @property
    def work(self) -> int:
        """The duration without the breaks."""
        rests = (step.service for step in self.steps if step.kind is StepKind.BREAK)
        return self.duration - sum(rests)

    @property
    def travel(self) -> int:
        return self.steps[-1].travel

    @property
    def distance(self) -> int:
        return self.steps[-1].distance


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A job left out, and the reason as a code with its figures."""

    job: int
    reason: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)

    def message(self, language: Language = "id") -> str:
        return REASONS[self.reason].say(language, self.values)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a plan breaks. `values` say where: vehicle, job, step, seconds, ..."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def message(self, language: Language = "id") -> str:
        return VIOLATIONS[self.code].say(language, self.values)


@dataclass(frozen=True, slots=True)
class Plan:
    """Routes of the vehicles that have stops, the jobs left out, and the total cost in seconds."""

    routes: tuple[Route, ...] = ()
    unassigned: tuple[Unassigned, ...] = ()
    cost: int = 0
    violations: tuple[Violation, ...] = ()

    @property
    def orders(self) -> dict[int, list[int]]:
        """What a person would edit: the jobs of each vehicle, in order."""
        return {route.vehicle: list(route.jobs) for route in self.routes}

    @property
    def travel(self) -> int:
        return sum(route.travel for route in self.routes)

    @property
    def distance(self) -> int:
        return sum(route.distance for route in self.routes)

    @property
    def duration(self) -> int:
        return sum(route.duration for route in self.routes)


def merged(plans: Iterable[Plan]) -> Plan:
    """One plan of the plans of separate parts of a day."""
    parts = tuple(plans)
    return Plan(
        tuple(route for plan in parts for route in plan.routes),
        tuple(left for plan in parts for left in plan.unassigned),
        sum(plan.cost for plan in parts),
        tuple(violation for plan in parts for violation in plan.violations),
    )
