"""Who gets a place in a booth when: the orders say who comes, this says who waits."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from routing.cost import penalty
from routing.plan import Orders
from routing.problem import ALWAYS, Booth, Job, Problem, TimeWindow, Vehicle
from routing.times.schedule import legs, limits
from routing.times.timed import overstayed, soonest

RESTARTS = 20
"""How often those who found no place may choose before all others."""


@dataclass
class Booked:
    """The visits that must begin at a moment of their own, and those that found no place."""

    visits: dict[int, Job] = field(default_factory=dict)
    without_place: set[int] = field(default_factory=set)

    def own(self, problem: Problem, ids: Sequence[int]) -> list[Job]:
        """These visits, where booked with the moment as their only window."""
        return [self.visits.get(number) or problem.job[number] for number in ids]


Route = tuple[int, tuple[int, ...], tuple[int | None, ...]]
"""A vehicle, its visits, and when those begin that have a place."""

Seen = dict[Route, tuple[bool, dict[int, int]]]
"""Routes that were timed before: is one in time, and when do its visits begin at the earliest?"""


def booked(problem: Problem, orders: Orders, seen: Seen | None = None) -> Booked:
    """A place for each visit that names a booth, whoever comes first choosing first.

    Who finds no place in time chooses before the others when all is tried again. Who asks often
    about the same problem gives what was `seen`, and is answered sooner.
    """
    seen = {} if seen is None else seen
    best = Booked()
    first: set[int] = set()
    if not any(problem.job[visit].booth is not None for ids in orders.values() for visit in ids):
        return best
    for attempt in range(RESTARTS):
        tried = _Queue(problem, orders, first, seen).booked()
        if attempt == 0 or _loss(problem, tried) < _loss(problem, best):
            best = tried
        if not tried.without_place or tried.without_place <= first:
            break
        first |= tried.without_place
    return best


def full(problem: Problem, orders: Orders, unit: Sequence[Job], seen: Seen) -> bool:
    """Is a booth that one of these visits needs taken at all times that suit it?"""
    needing = [visit for visit in unit if visit.booth is not None]
    found = booked(problem, orders, seen) if needing else Booked()
    return any(_taken_up(problem, found, visit) for visit in needing)


def _taken_up(problem: Problem, found: Booked, visit: Job) -> bool:
    booth = problem.booth[visit.booth or 0]
    others = (each for each in found.visits.values() if each.booth == booth.id)
    taken = sorted(each.windows[0].open for each in others)
    free = ((window, _free(booth, taken, window.open)) for window in windows_of(visit))
    return not any(moment is not None and moment <= window.close for window, moment in free)


def _loss(problem: Problem, found: Booked) -> int:
    return sum(1 + penalty(problem.job[visit]) for visit in found.without_place)


class _Queue:
    """Visits in the order in which they come to their booths; each is booked, or waits."""

    def __init__(self, problem: Problem, orders: Orders, first: set[int], seen: Seen) -> None:
        self.seen = seen
        self.problem = problem
        self.orders = {number: ids for number, ids in orders.items() if ids}
        self.first = first
        self.found = Booked()
        self.taken: Mapping[int, list[int]] = defaultdict(list)
        self.route = {visit: number for number, ids in self.orders.items() for visit in ids}
        self.waiting = {v for v in self.route if problem.job[v].booth is not None}
        self.begins: dict[int, int] = {}

    def booked(self) -> Booked:
        for number in {self.route[visit] for visit in self.waiting}:
            self.begins.update(self._timed(number)[1])
        while self.waiting:
            visit = min(self.waiting, key=lambda v: (v not in self.first, self.begins[v], v))
            self.waiting.remove(visit)
            self._book(visit)
        return self.found

    def _book(self, visit: int) -> None:
        job = self.problem.job[visit]
        number, begin = self.route[visit], self.begins[visit]
        booth = self.problem.booth[job.booth or 0]
        while (free := _free(booth, self.taken[booth.id], begin)) is not None:
            opening = _opening(job, free)
            if opening is None:
                break
            if opening > free:
                begin = opening
                continue
            self.found.visits[visit] = replace(job, windows=(TimeWindow(free, free),))
            in_time, begins = self._timed(number)
            if in_time:
                insort(self.taken[booth.id], free)
                self.begins.update(begins)
                return
            break
        self.found.visits.pop(visit, None)
        self.found.without_place.add(visit)

    def _timed(self, number: int) -> tuple[bool, dict[int, int]]:
        """Is this route in time as far as booked, and when do its visits begin at the earliest?"""
        visits = self.found.own(self.problem, self.orders[number])
        begins = (self.found.visits.get(visit.id) for visit in visits)
        moments = tuple(own.windows[0].open if own else None for own in begins)
        route = number, tuple(self.orders[number]), moments
        if route not in self.seen:
            self.seen[route] = _in_time(self.problem, self.problem.vehicle[number], visits)
        return self.seen[route]


def _in_time(
    problem: Problem, vehicle: Vehicle, visits: Sequence[Job]
) -> tuple[bool, dict[int, int]]:
    asked = limits(problem, vehicle, visits)
    times = soonest(legs(problem, vehicle, visits), asked)
    long = asked.longest is not None and times.end - times.start > asked.longest
    broken = times.late or long or overstayed(times, asked.rides)
    begins = {visit.id: time.begin for visit, time in zip(visits, times.visits, strict=False)}
    return not broken, begins


def _free(booth: Booth, taken: Sequence[int], begin: int) -> int | None:
    """The first moment from here on when the booth has a place for the whole stay."""
    if booth.duration == 0:
        return begin
    if booth.capacity == 0:
        return None
    moments = [begin, *(m + booth.duration for m in taken if m + booth.duration > begin)]
    return next(m for m in moments if _most(taken, m, booth.duration) < booth.capacity)


def _most(taken: Sequence[int], begin: int, duration: int) -> int:
    """The most places taken at any moment of a stay that begins then; `taken` is sorted."""
    within = taken[bisect_left(taken, begin) : bisect_left(taken, begin + duration)]
    return max(
        bisect_right(taken, moment) - bisect_right(taken, moment - duration)
        for moment in (begin, *within)
    )


def _opening(job: Job, ready: int) -> int | None:
    """When one who is ready may begin; never, once every window has closed."""
    for window in windows_of(job):
        if ready <= window.close:
            return max(ready, window.open)
    return None


def windows_of(job: Job) -> tuple[TimeWindow, ...]:
    """Its windows, or all time."""
    return job.windows or (ALWAYS,)
