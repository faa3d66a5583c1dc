"""The seam between what is asked and who answers."""

from typing import Protocol

from routing.plan import Orders
from routing.problem import Problem
from routing.search import Budget, OnProgress, ShouldStop


class Engine(Protocol):
    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        """The best orders found; a job in none of them is left out."""
        ...
