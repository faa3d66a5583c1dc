"""Pieces of streets with one name become one place in each kelurahan; houses find their street."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil

from data.regions import Regions
from field.domain.address_draft import plain_number
from field.domain.name_key import NameKey, name_key
from field.domain.place import Point, metres_between
from field.gateways.names.clusters import clusters
from field.gateways.names.places import NamedPlace, PlaceKind

_STEP_M = 100  # between the points that are kept of a street
_APART_M = {PlaceKind.STREET: 250, PlaceKind.LANDMARK: 60}  # farther apart is another place
_OTHERWISE_APART_M = 400
_UNKNOWN_REACH_M = 250  # of a kampung that is a mere dot on the map
_HOUSE_AT_M = 400  # from its street's nearest kept point; farther is a street of the same name


@dataclass(slots=True)
class _Heap:
    """All that goes by one name in one kelurahan."""

    name: str
    others: set[str] = field(default_factory=set)
    points: list[Point] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _House:
    street: NameKey
    number: str
    point: Point


class Gathering:
    """Takes names one by one, in any order."""

    def __init__(self, region: Regions) -> None:
        self._region = region
        self._heaps: dict[tuple[PlaceKind, str, str], _Heap] = {}
        self._houses: list[_House] = []
        self._codes: dict[tuple[float, float], str] = {}

    def add(
        self, kind: PlaceKind, name: str, others: Iterable[str], points: Sequence[Point]
    ) -> None:
        along = _dense(points) if kind is PlaceKind.STREET else [_middle(points)]
        for point in along:
            code = self._code(point)
            heap = self._heaps.setdefault((kind, name.casefold(), code), _Heap(name))
            heap.others.update(other for other in others if other != name)
            heap.points.append(point)
            if kind is not PlaceKind.STREET:
                heap.points.extend(points)

    def add_house(self, street: str, block: str, number: str, points: Sequence[Point]) -> None:
        """Keep a house number for its street, or for its block where that is what it says."""
        point = _middle(points)
        if street:
            self._houses.append(_House(name_key(street), number, point))
        if block:
            said = block if name_key(block).kind == "blok" else f"Blok {block}"
            self.add(PlaceKind.BLOCK, said, (), [point])
            self._houses.append(_House(name_key(said), number, point))

    def places(self) -> tuple[NamedPlace, ...]:
        found = [
            _place(kind, heap, code, points)
            for (kind, _, code), heap in self._heaps.items()
            for points in clusters(heap.points, _APART_M.get(kind, _OTHERWISE_APART_M))
        ]
        found.sort(
            key=lambda place: (place.kind.value, place.name, place.kelurahan, place.point.lat)
        )
        return _with_houses(found, self._houses)

    def _code(self, point: Point) -> str:
        """Name the kelurahan; asked once for points within ten metres."""
        near = (round(point.lat, 4), round(point.lon, 4))
        if near not in self._codes:
            place = self._region.kelurahan_at(point.lat, point.lon)
            self._codes[near] = place.code if place else ""
        return self._codes[near]


def _place(kind: PlaceKind, heap: _Heap, code: str, points: Sequence[Point]) -> NamedPlace:
    middle = _middle(points)
    if kind is PlaceKind.STREET:
        middle = min(points, key=lambda point: metres_between(point, middle))
    reach = max(metres_between(point, middle) for point in points)
    if kind is PlaceKind.KAMPUNG and len(set(points)) == 1:
        reach = _UNKNOWN_REACH_M
    along = _thinned([middle, *points]) if kind is PlaceKind.STREET else [middle]
    return NamedPlace(
        kind=kind,
        name=heap.name,
        points=tuple(_rounded(point) for point in along),
        reach=ceil(reach),
        kelurahan=code,
        others=tuple(sorted(heap.others)),
    )


def _with_houses(places: list[NamedPlace], houses: Iterable[_House]) -> tuple[NamedPlace, ...]:
    by_key: dict[NameKey, list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        for name in (place.name, *place.others):
            by_key[name_key(name)].append(at)
    numbers: dict[int, dict[str, Point]] = defaultdict(dict)
    for house in houses:
        near = [
            (min(metres_between(house.point, point) for point in places[at].points), at)
            for at in by_key.get(house.street, ())
        ]
        if near and min(near)[0] <= _HOUSE_AT_M:
            numbers[min(near)[1]][plain_number(house.number)] = _rounded(house.point)
    return tuple(
        replace(place, houses=numbers[at]) if at in numbers else place
        for at, place in enumerate(places)
    )


def _dense(points: Sequence[Point]) -> list[Point]:
    """Set points between the bends of a way, so that a long straight is no gap."""
    dense = list(points[:1])
    for here, there in pairwise(points):
        steps = max(1, ceil(metres_between(here, there) / _STEP_M))
        dense.extend(
            Point(
                here.lat + (there.lat - here.lat) * step / steps,
                here.lon + (there.lon - here.lon) * step / steps,
            )
            for step in range(1, steps + 1)
        )
    return dense


def _thinned(points: Iterable[Point]) -> list[Point]:
    """Keep the first point in each field of a net of squares."""
    kept: dict[tuple[int, int], Point] = {}
    for point in points:
        kept.setdefault((round(point.lat * 1_111), round(point.lon * 1_111)), point)
    return list(kept.values())


def _middle(points: Sequence[Point]) -> Point:
    lats = [point.lat for point in points]
    lons = [point.lon for point in points]
    return Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)


def _rounded(point: Point) -> Point:
    return Point(round(point.lat, 6), round(point.lon, 6))
