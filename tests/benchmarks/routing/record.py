"""What one solver made of one problem once, and the file where such records are kept."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """What is asked of a solver: the key by which a finished race is known again."""

    family: str
    name: str
    solver: str
    allowed: float
    threads: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`cost` is in the literature's unit, with what is lost by visits left out.

    `plan_cost` is without what is lost. `version` and `machine` say whether a record may still
    be believed.
    """

    entry: Entry
    version: str
    machine: str
    cost: float | None = None
    plan_cost: float = 0
    left_out: int = 0
    served: int = 0
    violations: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0
    megabytes: int = 0
    error: str = ""

    @property
    def feasible(self) -> bool:
        return self.cost is not None and not self.violations and not self.left_out


def load(path: Path) -> list[Record]:
    """The records of the file; a last line that was cut off counts as not written."""
    if not path.exists():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            values = json.loads(line)
        except ValueError:
            continue
        found.append(Record(**(values | {"entry": Entry(*values["entry"])})))
    return found


def append(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        # The newline comes first: it ends a line that an earlier run was kept from finishing.
        file.write("\n" + json.dumps(asdict(record)))


def latest(records: Iterable[Record]) -> dict[Entry, Record]:
    return {record.entry: record for record in records}
