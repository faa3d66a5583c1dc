"""Streets and estates of a city that public tables place on the ground: few, but free to ship."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).parent / "streets"


@dataclass(frozen=True, slots=True)
class StreetPoint:
    """Somewhere on a street, or in an estate; longer ones have several points."""

    name: str
    lat: float
    lon: float


@cache
def street_points(city: str) -> tuple[StreetPoint, ...]:
    """Return the points; none for a city of which nothing free is known."""
    path = _TABLES / f"{city}.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            StreetPoint(row["name"], float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(file)
        )
