"""Five requests in the middle of a day of 200 stops: how long, who is disturbed, at what cost.

    python -m tests.benchmarks.replan_day [seconds for a plan anew]

Each line is one day: `city` days are made here, `bogor` is the one of the races. A plan anew has no
promise to keep: any stop may go to any vehicle at any hour. What the promised hours cost is seen
beside it: the gap of a replanning under which they may shift, with no more stops moved than before.
"""

import sys
import time
from collections import Counter
from dataclasses import replace
from random import Random
from statistics import median
from typing import NamedTuple

from routing import Break, Budget, Job, Keep, Plan, Problem, TimeWindow, Vehicle, solve
from routing.cost import loss
from routing.crow_flies import CrowFlies
from routing.midday import Replanned, as_planned, replan
from routing.midday.keep import at_once
from routing.point import Point
from routing.price import built
from tests.benchmarks.routing.bogor import day
from tests.benchmarks.routing.tables import say

HOUR = 3600
NOW = 10 * HOUR
NEW = 5
ANY_HOUR = Keep(tolerance=24 * HOUR)
MADE_IN = Budget(seconds=30)
"""The plan of the morning was made in good time."""


def city(seed: int, stops: int = 200, couriers: int = 14) -> Problem:
    """Visits of ten minutes, half of them in a window, around one office."""
    chance = Random(seed)  # noqa: S311 - invented, not secret
    windows = [(TimeWindow(hour * HOUR, (hour + 3) * HOUR),) for hour in range(8, 14)]
    points = [Point(-6.6, 106.8)]
    jobs = []
    for number in range(1, stops + 1):
        points.append(Point(-6.6 + chance.gauss(0, 0.03), 106.8 + chance.gauss(0, 0.03)))
        when = chance.choice(windows) if number % 2 else ()
        jobs.append(Job(id=number, location=number, service=600, setup=60, windows=when))
    lunch = Break(id=1, windows=(TimeWindow(11 * HOUR, 13 * HOUR),), service=1800)
    fleet = tuple(
        Vehicle(id=n, start=0, end=0, shift=TimeWindow(8 * HOUR, 16 * HOUR), breaks=(lunch,))
        for n in range(1, couriers + 1)
    )
    matrices = {"motor": CrowFlies().matrix(points, "motor")}
    return Problem(tuple(jobs), fleet, matrices, tuple(points))


def without(problem: Problem, units: set[int]) -> Problem:
    """The day before these were asked for, each named by its first visit."""
    return replace(
        problem,
        jobs=tuple(job for job in problem.jobs if job.id not in units),
        shipments=tuple(each for each in problem.shipments if each.pickup.id not in units),
    )


def later(problem: Problem) -> list[int]:
    """Who may ask in the middle of the day: nothing was loaded for them, and there is time left."""
    return [
        unit[0].id
        for unit in problem.units
        if not any(any(visit.delivery) for visit in unit)
        and all(not v.windows or v.windows[-1].close > NOW + 2 * HOUR for v in unit)
    ]


class Measured(NamedTuple):
    """One day; gaps are in percent of the plan anew."""

    seconds: float
    moved: int
    gap: float
    gap_any_hour: float


def measured(name: str, problem: Problem, seed: int, anew_in: float) -> Measured:
    new = set(Random(seed).sample(later(problem), NEW))  # noqa: S311 - the same every time
    before = without(problem, new)
    plan = solve(before, MADE_IN, seed, threads=2)
    news = as_planned(plan, NOW)
    began = time.perf_counter()
    found = replan(problem, plan, news, seed=seed)
    took = time.perf_counter() - began
    free = replan(problem, plan, replace(news, keep=ANY_HOUR), seed=seed)
    anew = solve(found.problem, Budget(seconds=anew_in), seed, threads=2)
    left = frozenset(news.positions) & found.problem.vehicle.keys()
    anew = leaving_now(found.problem, anew, left)
    told = Counter(change.code for change in found.changes)
    row = Measured(took, told["moved"], gap(found, anew), gap(free, anew))
    say(line(name, row, moved(plan, anew), told, len(news.done)))
    return row


def gap(found: Replanned, anew: Plan) -> float:
    return 100 * (loss(found.problem, found.plan) / loss(found.problem, anew) - 1)


def leaving_now(problem: Problem, plan: Plan, left: frozenset[int]) -> Plan:
    """The plan anew with vehicles on the road not standing still first, as ours has them."""
    told = at_once(problem, plan.orders, left)
    return built(told, plan.orders, plan.unassigned)


def line(name: str, row: Measured, anew_moves: int, told: Counter[str], done: int) -> str:
    changes = ", ".join(f"{code} {times}" for code, times in sorted(told.items()))
    return (
        f"{name:8} {done:3} done  {row.seconds:5.2f} s  cost {row.gap:+.2f} % of anew, which moves "
        f"{anew_moves}; with hours free {row.gap_any_hour:+.2f} %; {changes}"
    )


def moved(before: Plan, after: Plan) -> int:
    drivers = {visit: vehicle for vehicle, ids in before.orders.items() for visit in ids}
    return sum(
        drivers.get(visit, vehicle) != vehicle
        for vehicle, ids in after.orders.items()
        for visit in ids
    )


def main(anew_in: float = 10.0) -> None:
    days = [(f"city {number}", city(number), number) for number in range(3)]
    days.append(("bogor", day("200-20"), 1))
    rows = [measured(name, problem, seed, anew_in) for name, problem, seed in days]
    medians = Measured(*(median(column) for column in zip(*rows, strict=True)))
    say(
        f"replan, {NEW} new requests in a day of 200, medians of {len(rows)} days: "
        f"{medians.seconds:.2f} s, {medians.moved:g} moved, cost {medians.gap:+.2f} % "
        f"of anew, with hours free {medians.gap_any_hour:+.2f} %"
    )


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
