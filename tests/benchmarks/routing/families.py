"""The families of published instances, and the rule by which a few of each are taken."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[3]
NEXT_DOOR = ROOT.parent / "shared" / "instances"
Item = TypeVar("Item")


def _folder() -> Path:
    """As told, or `shared/instances` beside the repository or beside a folder above it."""
    if told := os.environ.get("INSTANCES"):
        return Path(told)
    above = (parent / "shared" / "instances" for parent in ROOT.parents)
    return next((folder for folder in above if folder.is_dir()), NEXT_DOOR)


FOLDER = _folder()


def families() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def best_known(objective: str = "") -> dict[tuple[str, str], float]:
    """By family and file; only those of this objective, if one is given."""
    with (FOLDER / "best_known.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["family"], row["file"]): figure(row["family"], row["cost"], row["distances"])
            for row in csv.DictReader(file)
            if row["objective"] == objective or not objective
        }


FINER = {"dimacs": 10, "x1000": 1000, "round": 1}
LOST_POINT = 10**5
"""Some costs of mixed fleets have five decimals and no point: what solvers find is so far off."""


def figure(family: str, cost: str, distances: str) -> float:
    """A cost in the literature's unit; whole numbers of a finer unit have no point."""
    if "." in cost or distances == "real":
        return float(cost)
    return float(cost) / (LOST_POINT if family == "hfvrp" else FINER[distances])


def spread(items: Sequence[Item], few: int) -> list[Item]:
    """So many of them at even steps: the middle one of each of `few` stretches of equal length."""
    count = min(few, len(items))
    return [items[(2 * number + 1) * len(items) // (2 * count)] for number in range(count)]
