"""What is raced on: a published instance, or a made day of Bogor, by family and name."""

from dataclasses import dataclass
from functools import cached_property

from routing import Problem
from routing.instances import Instance, read_instance
from tests.benchmarks.routing import bogor
from tests.benchmarks.routing.families import FOLDER, best_known

BOGOR = "bogor"
MADE = {BOGOR: [*bogor.SIZES]}
"""The names of what is made here, by family."""


@dataclass(frozen=True)
class Case:
    """One problem; `best_known` is in the literature's unit."""

    family: str
    name: str
    best_known: float | None = None

    @property
    def ours(self) -> bool:
        """A day with all constraints, where others show what they drop; not a textbook problem."""
        return self.family in MADE

    @cached_property
    def instance(self) -> Instance:
        if self.family == BOGOR:
            return Instance(bogor.day(self.name), self.name, BOGOR, "real", 1)
        return read_instance(FOLDER / self.family / self.name)

    @property
    def problem(self) -> Problem:
        return self.instance.problem


def cases_of(family: str) -> list[Case]:
    """All of the family, by name; days by size."""
    if family in MADE:
        return [Case(family, name) for name in MADE[family]]
    best = best_known()
    files = sorted(path.name for path in (FOLDER / family).iterdir())
    return [Case(family, name, best.get((family, name))) for name in files]


def case(family: str, name: str) -> Case:
    known = None if family in MADE else best_known().get((family, name))
    return Case(family, name, known)
