"""The engine: chains of compiled iterations, side by side, and orders made of the best."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

import numpy as np

from routing.cost import penalty
from routing.engines.fleet import servable, trimmed
from routing.engines.ruin.build import built
from routing.engines.ruin.chain import CHUNK, Chain, Clock
from routing.engines.ruin.columns import BEST_AT
from routing.engines.ruin.compiled import Array
from routing.engines.ruin.near import Stopped
from routing.plan import Orders
from routing.problem import Job, Problem
from routing.search import Budget, OnProgress, Progress, ShouldStop

ROUNDS = 20
"""So many times in a budget chains that run side by side go on from the best of them."""


class RuinEngine:
    """An Engine. With a `start` it begins from these orders rather than from its own insertion.

    It keeps the whole model but booths. With two threads and an iteration budget each thread
    takes all the iterations; the plan is still the same for the same seed.
    """

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
        clock = Clock(budget, time.monotonic())
        fewer = trimmed(problem, self.start)
        visits = servable(fewer) if fewer.vehicles else []
        if not visits:
            return {}
        try:
            data = built(fewer, visits, len(problem.vehicles), should_stop)
        except Stopped:
            return self.start or {}
        given = _given(fewer, visits, self.start or {})
        warm = self.start is not None
        seeds = range(self.threads * seed, self.threads * (seed + 1))
        chains = [Chain(data, each, given, warm=warm) for each in seeds]
        watch = _Watch(chains, clock, problem, visits, on_progress)
        watch.look()
        if len(chains) == 1:
            chains[0].run(clock, 1.0, lambda: watch.look() or should_stop())
        else:
            _side_by_side(chains, clock, watch, should_stop)
        watch.look()
        return _orders(fewer, visits, min(chains, key=lambda chain: chain.best))


class _Watch:
    """Tells of each better plan."""

    def __init__(
        self,
        chains: Sequence[Chain],
        clock: Clock,
        problem: Problem,
        visits: Sequence[Job],
        on_progress: OnProgress,
    ) -> None:
        self.chains = chains
        self.clock = clock
        self.on_progress = on_progress
        self.of = len(problem.visits)
        self.hopeless = sum(map(penalty, problem.visits)) - sum(map(penalty, visits))
        self.best: int | None = None

    def look(self) -> bool:
        """Always false: nothing to stop for."""
        chain = min(self.chains, key=lambda chain: chain.best)
        if self.best is None or chain.best < self.best:
            self.best = chain.best
            served = int(chain.state.list[BEST_AT, chain.data.vehicles])
            loss = self.best + self.hopeless
            self.on_progress(Progress(self.clock.seconds, loss, served, self.of))
        return False


def _side_by_side(
    chains: Sequence[Chain], clock: Clock, watch: _Watch, should_stop: ShouldStop
) -> None:
    """Rounds of all chains, each in its thread, after which the worse go on from the best."""
    enough = Event()
    with ThreadPoolExecutor(len(chains)) as pool:
        for number in range(1, ROUNDS + 1):
            until = number / ROUNDS
            running = {pool.submit(chain.run, clock, until, enough.is_set) for chain in chains}
            waiting = running
            while waiting:
                _, waiting = wait(waiting, timeout=CHUNK)
                watch.look()
                if should_stop():
                    enough.set()
            for each in running:
                each.result()
            if enough.is_set():
                break
            best = min(chains, key=lambda chain: chain.best)
            for chain in chains:
                chain.adopt(best)


def _given(problem: Problem, visits: Sequence[Job], start: Orders) -> tuple[Array, Array]:
    """The nodes of each vehicle: what is locked, then what it has in these orders."""
    number = {visit.id: n for n, visit in enumerate(visits)}
    rows = []
    for vehicle in problem.vehicles:
        ids = dict.fromkeys([*vehicle.locked, *start.get(vehicle.id, ())])
        rows.append([number[visit] for visit in ids if visit in number])
    at = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    return at, np.array([node for row in rows for node in row], dtype=np.int64)


def _orders(problem: Problem, visits: Sequence[Job], chain: Chain) -> Orders:
    at, row = chain.routes
    return {
        vehicle.id: [visits[node].id for node in row[at[n] : at[n + 1]]]
        for n, vehicle in enumerate(problem.vehicles)
        if at[n] < at[n + 1]
    }
