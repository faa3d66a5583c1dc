"""A route as it is driven: in the order that was given, as far as the shift allows."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from routing.problem import Break, Job, Problem, Vehicle
from routing.simulation.setting import DAY_S
from routing.simulation.world import World

LATER_S = 2 * 3_600
"""So long after a round, somebody may have come home who was not there before."""


@dataclass(frozen=True, slots=True)
class Call:
    """A visit to a door: when it was over, and whether somebody was at home."""

    door: int
    at: int
    met: bool


@dataclass(frozen=True, slots=True)
class Driven:
    """What became of a route. Seconds of driving, and of standing at doors."""

    courier: int
    day: int
    calls: tuple[Call, ...]
    travel: int
    service: int


class Round:
    """One courier under way; the clock is in moments."""

    def __init__(self, problem: Problem, vehicle: Vehicle, day: int, world: World) -> None:
        self.problem, self.vehicle, self.day, self.world = problem, vehicle, day, world
        self.ways = problem.matrix(vehicle).durations
        self.now = day * DAY_S + vehicle.shift.open
        self.ends = day * DAY_S + vehicle.shift.close
        self.place = vehicle.start
        self.rests = list(vehicle.rests)
        self.travel = self.service = 0

    def drive(
        self, doors: Sequence[int], visits: dict[int, int], again: Set[int] = frozenset()
    ) -> Driven:
        """Call at the doors; `visits` counts how often each has been called at.

        With hours left at the end of the round, the courier waits, and on the way back calls once
        more where nobody opened of those in `again`.
        """
        calls = called = self._calls(doors, visits)
        while missed := [each.door for each in called if each.door in again and not each.met]:
            self._wait(LATER_S)
            called = self._calls(missed[::-1], visits)
            calls = [*calls, *called]
        if calls:
            self._go(self.vehicle.end)
        return Driven(self.vehicle.id, self.day, tuple(calls), self.travel, self.service)

    def _calls(self, doors: Iterable[int], visits: dict[int, int]) -> list[Call]:
        """One door after another, as far as the shift allows."""
        calls: list[Call] = []
        for door in doors:
            met = self.world.at_home(door, visits.get(door, 0))
            if not self._reaches(self.problem.job[door], met=met):
                break
            visits[door] = visits.get(door, 0) + 1
            calls.append(Call(door, self.now, met))
        return calls

    def _wait(self, seconds: int) -> None:
        """The rests of those hours are taken in them."""
        until = self.now + seconds
        self._rest(until)
        self.now = max(self.now, until)

    def _reaches(self, job: Job, *, met: bool) -> bool:
        """Go there and call, unless it would be too late to be home again in time."""
        self._rest(self._over(job, self.now, met=met))
        over = self._over(job, self.now, met=met)
        if over + self._way(job.location, self.vehicle.end, over) > self.ends:
            return False
        self.service += self._standing(job, met=met)
        self._go(job.location)
        self.now = over
        return True

    def _over(self, job: Job, leaving: int, *, met: bool) -> int:
        """When the call would be over, leaving then."""
        way = self._way(self.place, job.location, leaving)
        return leaving + way + self._standing(job, met=met)

    def _standing(self, job: Job, *, met: bool) -> int:
        parking = job.setup if job.location != self.place else 0
        return parking + (job.service if met else self.world.knocking)

    def _rest(self, over: int) -> None:
        """Take each break that is open by now, or would be missed by going on first."""
        while self.rests and self._due(self.rests[0], over):
            rest = self.rests.pop(0)
            opens = self.day * DAY_S + rest.windows[0].open
            self.now = max(self.now, opens) + rest.service

    def _due(self, rest: Break, over: int) -> bool:
        opens, closes = (
            self.day * DAY_S + moment for moment in (rest.windows[0].open, rest.windows[-1].close)
        )
        return self.now >= opens or over > closes

    def _go(self, place: int | None) -> None:
        way = self._way(self.place, place, self.now)
        self.travel += way
        self.now += way
        self.place = place

    def _way(self, origin: int | None, target: int | None, leaving: int) -> int:
        if origin is None or target is None:
            return 0
        return round(float(self.ways[origin, target]) * self.world.slowed(leaving))
