"""Our own engine, which knows no booths, on a day whose places in them are given out."""

import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from random import Random

from routing.cost import loss
from routing.engines.places import Windows, lent
from routing.engines.ruin import RuinEngine
from routing.mending.mend import filled, kept
from routing.plan import Orders
from routing.price import built, not_planned
from routing.problem import Job, Problem
from routing.search import Budget, OnProgress, ShouldStop
from routing.times.booked import booked

ROUNDS = (0.5, 0.25, 0.25)
"""Shares of the budget. Before each what is free in the booths is given out anew."""


class AppointedEngine:
    """An Engine. With a `start` it begins from these orders, as far as they can be kept."""

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
        dice = Random(seed)  # noqa: S311 - a search, no secret
        best: Orders = kept(problem, self.start or {})
        start = None if self.start is None else best
        for number, share in enumerate(ROUNDS):
            began = time.monotonic()
            today = _appointed(problem, lent(problem, _begins(problem, best), dice))
            rest = budget.share(share).less(time.monotonic() - began)
            engine = RuinEngine(start, self.threads)
            found = engine.solve(today, rest, seed + number, on_progress, should_stop)
            found = filled(problem, kept(problem, found))
            start = best = min(best, found, key=partial(_loss, problem))
            if should_stop():
                break
        return best


def _begins(problem: Problem, orders: Orders) -> dict[int, int]:
    """When each visit begins that has a place in a booth."""
    return {visit: job.windows[0].open for visit, job in booked(problem, orders).visits.items()}


def _appointed(problem: Problem, windows: Mapping[int, Windows]) -> Problem:
    """The same day with these windows; who has none, and who goes with him, stays out."""
    lost = {
        end.id
        for unit in problem.units
        if any(windows.get(end.id) == () for end in unit)
        for end in unit
    }
    there = partial(_there, windows, lost)
    return replace(
        problem,
        jobs=tuple(map(there, problem.jobs)),
        shipments=tuple(
            replace(each, pickup=there(each.pickup), delivery=there(each.delivery))
            for each in problem.shipments
        ),
    )


def _there(windows: Mapping[int, Windows], lost: set[int], visit: Job) -> Job:
    if visit.id in lost:
        return replace(visit, vehicles=frozenset())
    return replace(visit, windows=windows.get(visit.id, visit.windows))


def _loss(problem: Problem, orders: Orders) -> int:
    return loss(problem, built(problem, orders, not_planned(problem, orders)))
