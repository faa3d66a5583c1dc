"""The routes of a morning, for whoever is on duty: solved the same way for each way of working."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from routing.matrix import MatrixSource
from routing.parts import Outline, problems
from routing.plan import Plan
from routing.problem import Job, Problem, Vehicle
from routing.search import Budget
from routing.simulation.setting import DAY_S, Card, Door, Setting
from routing.solve import solve_parts

Bags = Mapping[int, Sequence[Card]]
"""The cards that go out, by door."""
URGENT, A_DAY, MOST = 50, 4, 49
"""Priorities: who waits longer is left out later, and the urgent last."""
HOP_S = 15
"""About the way from door to door where a courier's day is full."""


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """`budget` is for the routes of one day.

    No more doors are asked for than the hours of their couriers hold: the urgent, then the first.
    """

    source: MatrixSource
    budget: Budget
    seed: int = 0
    threads: int = 1

    def routes(
        self, setting: Setting, day: int, couriers: Sequence[Vehicle], bags: Bags
    ) -> list[tuple[Problem, Plan]]:
        """Separate problems, each with its plan; what finds no room is left out of them."""
        loads = max((len(each.capacity) for each in couriers), default=0)
        jobs = [_job(setting.door[door], cards, day, loads) for door, cards in bags.items()]
        somebody = {each.id for each in couriers}
        jobs = [job for job in jobs if job.vehicles is None or job.vehicles & somebody]
        jobs = _held(jobs, couriers)
        if not jobs:
            return []
        outline = Outline(setting.points, tuple(jobs), tuple(couriers))
        apart = list(problems(outline, self.source))
        plans = solve_parts(apart, self.budget, self.seed, threads=self.threads)
        return list(zip(apart, plans, strict=True))


Dispatch = Callable[[Setting, int, Sequence[Vehicle], Bags], list[tuple[Problem, Plan]]]


def _held(jobs: Sequence[Job], couriers: Sequence[Vehicle]) -> list[Job]:
    """What there is time for, by those who share their couriers; in the order given."""
    left: dict[frozenset[int] | None, int] = {}
    held = []
    for job in sorted(jobs, key=lambda each: each.priority < URGENT):
        if job.vehicles not in left:
            crew = [each for each in couriers if job.vehicles is None or each.id in job.vehicles]
            left[job.vehicles] = sum(map(_hours, crew))
        left[job.vehicles] -= job.setup + job.service + HOP_S
        if left[job.vehicles] >= 0:
            held.append(job)
    return held


def _hours(courier: Vehicle) -> int:
    rests = sum(rest.service for rest in courier.breaks)
    return courier.shift.close - courier.shift.open - rests


def _job(door: Door, cards: Sequence[Card], day: int, loads: int) -> Job:
    waited = day - min(card.ready for card in cards) // DAY_S
    urgent = URGENT if any(card.urgent for card in cards) else 0
    return Job(
        id=door.id,
        location=door.location,
        service=door.service(len(cards)),
        setup=door.setup,
        delivery=(len(cards), 0, 0)[:loads],
        priority=min(MOST, A_DAY * max(0, waited)) + urgent,
        vehicles=door.vehicles,
    )
