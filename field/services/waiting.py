"""Where cards wait: heaps by RT, RW and kelurahan, and cells for a heat map."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.regions import regions
from field.domain.area import Heap
from field.domain.place import Point
from field.gateways.doors import Doors
from field.store.areas import WaitingArea, waiting_by_rt, waiting_cells

Key = Callable[[WaitingArea], tuple[str, ...]]
# From far to near: a kecamatan, its kelurahan, RW, RT.
LEVELS: tuple[Key, ...] = (
    lambda area: (area.kelurahan[:8],),
    lambda area: (area.kelurahan,),
    lambda area: (area.kelurahan, area.rw),
    lambda area: (area.kelurahan, area.rw, area.rt),
)
Row = tuple[str, str, int]  # kelurahan, kecamatan, cards


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a map of waiting cards shows; `rows` are by kelurahan, the fullest first."""

    cards: int
    placed: int  # cards whose door has a point of some kind
    rows: tuple[Row, ...]
    levels: tuple[tuple[Heap, ...], ...]


def waiting_of(kecamatan: str | None, doors: Doors) -> Waiting:
    """Count the printed cards that nobody has received yet."""
    areas = waiting_by_rt(kecamatan)
    return Waiting(
        cards=sum(area.cards for area in areas),
        placed=sum(area.cards for area in areas if area.lat is not None),
        rows=_rows(areas, doors.city),
        levels=tuple(_heaps(areas, key, doors.city) for key in LEVELS),
    )


def heat_of(kecamatan: str | None) -> list[tuple[float, float, int]]:
    """Return (lat, lon, cards) of each cell of about 55 m."""
    return waiting_cells(kecamatan)


def _rows(areas: Sequence[WaitingArea], city: str) -> tuple[Row, ...]:
    counted: defaultdict[str, int] = defaultdict(int)
    for area in areas:
        counted[area.kelurahan] += area.cards
    known = {part.code: (part.name, part.kecamatan.name) for part in regions(city).kelurahan}
    rows = [(*known.get(code, (code, "")), cards) for code, cards in counted.items()]
    return tuple(sorted(rows, key=lambda row: (-row[2], row[0])))


def _heaps(areas: Sequence[WaitingArea], key: Key, city: str) -> tuple[Heap, ...]:
    parts: defaultdict[tuple[str, ...], list[WaitingArea]] = defaultdict(list)
    for area in areas:
        if area.lat is not None:
            parts[key(area)].append(area)
    return tuple(_heap(where, part, city) for where, part in parts.items())


def _heap(where: tuple[str, ...], part: Sequence[WaitingArea], city: str) -> Heap:
    cards = sum(area.cards for area in part)
    lat = sum((area.lat or 0) * area.cards for area in part) / cards
    lon = sum((area.lon or 0) * area.cards for area in part) / cards
    return Heap(_name(where, city), cards, Point(lat, lon))


def _name(where: tuple[str, ...], city: str) -> str:
    """RT 003/RW 007, Bondongan."""
    code, *numbers = where
    known = {part.code: part.name for part in regions(city).kelurahan}
    known |= {part.code: part.name for part in regions(city).kecamatan}
    signed = zip(("RW", "RT"), numbers, strict=False)
    signs = [f"{sign} {number}" for sign, number in signed if number]
    name = known.get(code, code)
    return f"{'/'.join(reversed(signs))}, {name}" if signs else name
