"""How much longer a trip takes at some hours than it usually does, by kind of road.

A factor of 1.5 makes a minute one and a half. What is not in the table is 1.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).parent / "speeds"


class Certainty(StrEnum):
    """Whether somebody measured it, it is reckoned from what was measured, or it is assumed."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class SlowHours:
    """On these roads, for this vehicle, on these days (Monday is 1), from one hour to another."""

    roads: str  # main or small
    vehicle: str  # motor or mobil
    weekdays: frozenset[int]
    since: int
    until: int
    factor: float
    certainty: Certainty
    source: str


@cache
def slow_hours(city: str) -> tuple[SlowHours, ...]:
    """Return the table; empty for a city of which nothing is known."""
    path = _TABLES / f"{city}.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_row(row) for row in csv.DictReader(file))


def _row(row: dict[str, str]) -> SlowHours:
    first, _, last = row["weekdays"].partition("-")
    return SlowHours(
        roads=row["roads"],
        vehicle=row["vehicle"],
        weekdays=frozenset(range(int(first), int(last or first) + 1)),
        since=int(row["from"]),
        until=int(row["until"]),
        factor=float(row["factor"]),
        certainty=Certainty(row["certainty"]),
        source=row["source"],
    )
