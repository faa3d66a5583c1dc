"""The main roads of a city, as its minibuses drive them: little, but free to ship."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).parent / "roads"
_SURE = 5  # so many lines in one direction and none in the other: a one-way street

SOURCE = "bogor-angkot-gtfs (Michiel de Jong dkk.)"
LICENCE = "CC BY-SA 3.0"
DATE = "2019"

Corner = tuple[float, float]  # (lat, lon)


@dataclass(frozen=True, slots=True)
class MainRoad:
    """A stretch between two corners, and how many minibus lines drive it there and back."""

    begin: Corner
    end: Corner
    lines: int
    lines_back: int

    @property
    def oneway(self) -> bool:
        """Inferred, not surveyed."""
        return self.lines_back == 0 and self.lines >= _SURE


@cache
def main_roads(city: str) -> tuple[MainRoad, ...]:
    """Return the stretches; none for a city of which nothing free is known."""
    path = _TABLES / f"{city}.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_road(row) for row in csv.DictReader(file))


def _road(row: dict[str, str]) -> MainRoad:
    return MainRoad(
        (float(row["from_lat"]), float(row["from_lon"])),
        (float(row["to_lat"]), float(row["to_lon"])),
        int(row["lines"]),
        int(row["lines_back"]),
    )
