"""Landmarks close to a place: what a courier sees at a corner."""

from collections import defaultdict
from collections.abc import Iterable
from math import cos, hypot, radians

from field.domain.place import Point
from field.gateways.names.places import NamedPlace, PlaceKind

SEEN_M = 45.0
_METRES_A_DEGREE = 111_195
_CELL = 0.0005  # degrees: no landmark in sight is farther than the next cell

Cell = tuple[int, int]


class Nearby:
    """The landmarks of an index, by the cell of the grid in which they lie."""

    def __init__(self, places: Iterable[NamedPlace]) -> None:
        self._cells: dict[Cell, list[NamedPlace]] = defaultdict(list)
        for place in places:
            if place.kind is PlaceKind.LANDMARK:
                self._cells[_cell(place.point)].append(place)

    def __call__(self, point: Point) -> str:
        """Name the nearest landmark in sight, or nothing."""
        row, column = _cell(point)
        around = [(row + up, column + aside) for up in (-1, 0, 1) for aside in (-1, 0, 1)]
        seen = [
            (far, place.name)
            for cell in around
            for place in self._cells.get(cell, ())
            if (far := _metres(point, place.point)) <= SEEN_M
        ]
        return min(seen)[1] if seen else ""


def _cell(point: Point) -> Cell:
    return int(point.lat // _CELL), int(point.lon // _CELL)


def _metres(one: Point, other: Point) -> float:
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(east, one.lat - other.lat) * _METRES_A_DEGREE
