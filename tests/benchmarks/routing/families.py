"""The families of published instances, and the rule by which a few of each are taken."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from routing.instances.best_known import read_best_known

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
    known = read_best_known(FOLDER / "best_known.csv")
    return {name: best.cost for name, best in known.items() if objective in ("", best.objective)}


def spread(items: Sequence[Item], few: int) -> list[Item]:
    """So many of them at even steps: the middle one of each of `few` stretches of equal length."""
    count = min(few, len(items))
    return [items[(2 * number + 1) * len(items) // (2 * count)] for number in range(count)]
