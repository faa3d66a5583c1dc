"""The best costs that are known of published instances: a CSV with `file`, `cost`, and more.

Told further, where it is known: the `family` (a folder), how its `distances` are rounded, and the
`objective`, where it is another than distance.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from routing.fault import InvalidProblem, ProblemFault

DISTANCE = "distance"
FINER = {"dimacs": 10, "x1000": 1000}
LOST_POINT = {"hfvrp": 10**5}
"""The whole figures of mixed fleets have five decimals and lost their point.

The table that they are from does not say so. Solved here for 25 s each, the figures with a point
are 0.95 (X134-FSMD) and 0.98 (X209-FSMFD) of what our plans cost, as best known costs should be;
those without are 98,055 (X172-HVRP), 96,924 (X322-HD), 92,262 (X641-FSMFD) and 96,028 times
(X766-FSMD) as much.
"""


@dataclass(frozen=True, slots=True)
class BestKnown:
    """`cost` is in the literature's unit."""

    cost: float
    objective: str = DISTANCE


def read_best_known(path: Path) -> Mapping[tuple[str, str], BestKnown]:
    """By family and file; the family is empty where none is told.

    Raises:
        InvalidProblem: when a row has no file, or no cost that is a number.
        OSError: when there is no such file.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        return dict(_row(path.name, row) for row in csv.DictReader(lines))


def figure(family: str, cost: str, distances: str) -> float:
    """A cost in the literature's unit; whole numbers of a finer unit have no point."""
    if "." in cost or distances == "real":
        return float(cost)
    return float(cost) / LOST_POINT.get(family, FINER.get(distances, 1))


def _row(where: str, row: Mapping[str, str | None]) -> tuple[tuple[str, str], BestKnown]:
    for name in ("file", "cost"):
        if not row.get(name):
            raise InvalidProblem([ProblemFault("missing_field", where=where, field=name)])
    family, file = row.get("family") or "", row["file"] or ""
    try:
        cost = figure(family, row["cost"] or "", row.get("distances") or "")
    except ValueError as error:
        fault = ProblemFault("wrong_shape", where=f"{where}: {row['cost']}", want="1.5")
        raise InvalidProblem([fault]) from error
    return (family, file), BestKnown(cost, row.get("objective") or DISTANCE)
