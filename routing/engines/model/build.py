"""The whole model, theme by theme."""

from collections.abc import Sequence

from routing.engines.model import booths, choices, costs, limits, loads, ties, times
from routing.engines.model.frame import Frame
from routing.problem import Job, Problem

THEMES = (costs.add, times.add, loads.add, limits.add, choices.add, ties.add, booths.add)


class Model(Frame):
    def __init__(self, problem: Problem, visits: Sequence[Job]) -> None:
        super().__init__(problem, visits)
        for add in THEMES:
            add(self)
