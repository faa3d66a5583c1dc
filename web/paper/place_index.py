"""An index of a map by RT and RW: in which squares, and which numbers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Area = tuple[str, str, str]  # kelurahan, RW, RT


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be found: where it belongs, its number, its square ("" without a point)."""

    area: Area
    square: str
    number: int
    inset: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    kelurahan: str
    rw: str
    rt: str
    squares: str
    numbers: str
    insets: str
    lost: int  # that have no point


def index_of(entries: Iterable[Entry]) -> list[Line]:
    """Return a line for each RT, in the order of kelurahan, RW and RT."""
    areas: defaultdict[Area, list[Entry]] = defaultdict(list)
    for entry in entries:
        areas[entry.area].append(entry)
    return [_line(area, areas[area]) for area in sorted(areas)]


def _line(area: Area, found: Sequence[Entry]) -> Line:
    return Line(
        *area,
        squares=", ".join(sorted({entry.square for entry in found if entry.square})),
        numbers=ranges(entry.number for entry in found),
        insets=", ".join(sorted({entry.inset for entry in found if entry.inset}, key=_by_number)),
        lost=sum(not entry.square for entry in found),
    )


def _by_number(inset: str) -> int:
    return int(inset.lstrip("S"))


def ranges(numbers: Iterable[int]) -> str:
    """Say 1, 2, 3, 7 as "1-3, 7"."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
