"""An eye on OR-Tools' search: what it has found so far, and whether it is to go on."""

import math
import time

from routing.engines.model import Model
from routing.search import Budget, OnProgress, Progress, ShouldStop


class Watch:
    """Tells of each better solution, and asks now and then whether to stop."""

    ASK_EVERY = 100
    STEPS_AN_ITERATION = 1000

    def __init__(
        self, model: Model, budget: Budget, on_progress: OnProgress, should_stop: ShouldStop
    ) -> None:
        self.model = model
        self.steps: float = math.inf
        if budget.iterations is not None:
            self.steps = budget.iterations * self.STEPS_AN_ITERATION
        self.on_progress = on_progress
        self.should_stop = should_stop
        self.began = time.monotonic()
        self.best: int | None = None
        self.asked = 0

    def solution(self) -> None:
        loss = self.model.routing.CostVar().Max()
        if self.best is not None and loss >= self.best:
            return
        self.best = loss
        visits = self.model.visits
        served = sum(self.model.active(visit.id).Max() for visit in visits)
        seconds = time.monotonic() - self.began
        self.on_progress(Progress(seconds, loss, served, len(self.model.problem.visits)))

    def stopped(self) -> bool:
        self.asked += 1
        over = self.asked > self.steps and self.best is not None
        return over or (self.asked % self.ASK_EVERY == 0 and self.should_stop())
