"""The arithmetic of a table: gaps to a reference, medians over seeds, means over instances."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean, median
from typing import NamedTuple

from tests.benchmarks.routing.record import Record


class Setting(NamedTuple):
    family: str
    allowed: float
    threads: int


@dataclass(frozen=True)
class Score:
    """`gap` is in percent, over the instances that every solver of the setting solved."""

    gap: float | None
    compared: int
    feasible: int
    runs: int
    seconds: float
    megabytes: int


def references(
    records: Iterable[Record], best_known: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], float]:
    """The best known cost of each instance, or what a run found below it.

    Where the literature first saves vehicles, less distance with more of them is to be expected.
    """
    found = dict(best_known)
    for record in records:
        key = (record.entry.family, record.entry.name)
        if record.feasible and record.cost is not None:
            found[key] = min(record.cost, found.get(key, math.inf))
    return found


def gap(cost: float, reference: float) -> float:
    return 100 * (cost - reference) / reference


def scores(
    records: Iterable[Record], reference: Mapping[tuple[str, str], float]
) -> dict[Setting, dict[str, Score]]:
    settings: dict[Setting, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        entry = record.entry
        setting = Setting(entry.family, entry.allowed, entry.threads)
        settings[setting][entry.solver].append(record)
    return {setting: _scores(runs, reference) for setting, runs in settings.items()}


def _scores(
    runs: Mapping[str, list[Record]], reference: Mapping[tuple[str, str], float]
) -> dict[str, Score]:
    medians = {solver: _medians(records, reference) for solver, records in runs.items()}
    common = set.intersection(*(_solved(gaps) for gaps in medians.values()))
    return {
        solver: Score(
            mean(medians[solver][name] for name in common) if common else None,
            len(common),
            sum(record.feasible for record in records),
            len(records),
            median(record.seconds for record in records),
            max(record.megabytes for record in records),
        )
        for solver, records in runs.items()
    }


def _solved(gaps: Mapping[str, float]) -> set[str]:
    return {name for name, value in gaps.items() if value < math.inf}


def _medians(
    records: Iterable[Record], reference: Mapping[tuple[str, str], float]
) -> dict[str, float]:
    """The gap of each instance: the median over seeds; without a feasible plan it is infinite."""
    gaps = defaultdict(list)
    for record in records:
        key = (record.entry.family, record.entry.name)
        known = record.feasible and record.cost is not None and key in reference
        gaps[key[1]].append(gap(record.cost or 0, reference[key]) if known else math.inf)
    return {name: median(values) for name, values in gaps.items()}
