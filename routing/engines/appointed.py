"""Our own engine, which knows no booths, on a day whose places in them are given out."""

import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from routing.cost import loss
from routing.engines.ruin import RuinEngine
from routing.mending.mend import filled, kept
from routing.plan import Orders
from routing.price import built, not_planned
from routing.problem import Job, Problem
from routing.search import Budget, OnProgress, ShouldStop
from routing.times.booked import booked


class AppointedEngine:
    """An Engine. Each keeps the place that he has in the `start`; who has none stays out."""

    def __init__(self, start: Orders | None = None, threads: int = 1) -> None:
        self.start = start
        self.threads = threads

    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        began = time.monotonic()
        given = filled(problem, kept(problem, self.start or {}))
        today = _appointed(problem, given)
        rest = budget.less(time.monotonic() - began)
        found = RuinEngine(given, self.threads).solve(today, rest, seed, on_progress, should_stop)
        return min(given, kept(problem, found), key=partial(_loss, problem))


def _appointed(problem: Problem, orders: Orders) -> Problem:
    """The same day with each place in a booth as a window of one moment."""
    served = {visit for ids in orders.values() for visit in ids}
    moments = booked(problem, orders).visits
    lost = {
        end.id
        for unit in problem.units
        if any(end.booth is not None and end.id not in served for end in unit)
        for end in unit
    }
    there = partial(_there, moments, lost)
    return replace(
        problem,
        jobs=tuple(map(there, problem.jobs)),
        shipments=tuple(
            replace(each, pickup=there(each.pickup), delivery=there(each.delivery))
            for each in problem.shipments
        ),
    )


def _there(moments: Mapping[int, Job], lost: set[int], visit: Job) -> Job:
    if visit.id in lost:
        return replace(visit, vehicles=frozenset())
    return moments.get(visit.id, visit)


def _loss(problem: Problem, orders: Orders) -> int:
    return loss(problem, built(problem, orders, not_planned(problem, orders)))
