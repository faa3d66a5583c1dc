"""One search of its own: a state, and a temperature that falls as the budget is spent."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from routing.engines.ruin.columns import BEST, BEST_AT, BEST_ROW, COSTS, PENALTY
from routing.engines.ruin.compiled import Array
from routing.engines.ruin.data import Data
from routing.engines.ruin.kernel import ADOPT, ANNEAL, BEGIN, kernel
from routing.engines.ruin.state import fresh
from routing.search import Budget

RUINS = 50
"""So many times a plan is ruined and recreated in what a budget calls an iteration."""

CHUNK = 0.05
"""Seconds between two looks at the clock."""

HOT = 2.0
"""The first temperature, as a part of what a visit costs on average."""

WARM = 0.1
"""Who goes on from given orders begins so much cooler: most of them are to stay."""

PRIZES = 8
"""Where visits are optional, what one costs counts as no more than this part of its prize."""

COOL = 0.01
"""The last temperature, as a part of the first."""


@dataclass(frozen=True)
class Clock:
    """How much of the budget is spent, in time or in iterations, whichever is more."""

    budget: Budget
    began: float

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    @property
    def ruins(self) -> int | None:
        return None if self.budget.iterations is None else self.budget.iterations * RUINS

    def part(self, done: int) -> float:
        parts = [0.0]
        if self.budget.seconds is not None:
            parts.append(self.seconds / self.budget.seconds if self.budget.seconds > 0 else 1)
        if self.ruins is not None:
            parts.append(done / self.ruins if self.ruins > 0 else 1)
        return max(parts)


class Chain:
    """An annealing that is run in pieces; the compiled part of each leaves other threads alone."""

    def __init__(self, data: Data, seed: int, given: tuple[Array, Array], *, warm: bool) -> None:
        self.data = data
        self.state = fresh(data, seed)
        self.given = given
        kernel(data, self.state, BEGIN, given, 0, 0.0)
        hot = HOT * min(self.state.tally[COSTS] / max(1, data.visits), _worth(data) / PRIZES)
        self.hot = WARM * hot if warm else hot
        self.done = 0
        self.many = RUINS

    @property
    def best(self) -> int:
        return int(self.state.tally[BEST])

    @property
    def routes(self) -> tuple[Array, Array]:
        """Where each vehicle's visits begin in the row of the best plan, and the row."""
        at = self.state.list[BEST_AT, : self.data.vehicles + 1].copy()
        return at, self.state.list[BEST_ROW, : at[-1]].copy()

    def run(self, clock: Clock, until: float, stopped: Callable[[], bool]) -> None:
        """Go on until this part of the budget is spent."""
        while (part := clock.part(self.done)) < until and not stopped():
            many = self.many
            if clock.ruins is not None:
                many = max(1, min(many, round(clock.ruins * until) - self.done))
            before = time.monotonic()
            kernel(self.data, self.state, ANNEAL, self.given, many, self.hot * COOL**part)
            self.done += many
            if clock.budget.seconds is not None:
                # Twice as many at most: one slow moment says little of the next.
                pace = many / max(1e-6, time.monotonic() - before)
                self.many = max(1, min(2 * many, int(pace * CHUNK)))

    def adopt(self, other: "Chain") -> None:
        """Go on from the best that the other has found."""
        if other.best < self.best:
            kernel(self.data, self.state, ADOPT, other.routes, 0, 0.0)


def _worth(data: Data) -> float:
    """What leaving out the unit in the middle of all costs."""
    penalties = data.node[: data.visits, PENALTY]
    return float(np.median(penalties[penalties > 0])) if penalties.any() else 0.0
