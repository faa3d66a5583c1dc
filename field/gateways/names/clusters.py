"""Points that hang together, told from points that only share a name."""

from collections import defaultdict
from collections.abc import Sequence
from math import cos, radians

from field.domain.place import Point, metres_between

_METRES_A_DEGREE = 111_195
_Cell = tuple[int, int]


def clusters(points: Sequence[Point], apart: float) -> list[list[Point]]:
    """Part points into groups, each at most `apart` metres from the next of its group."""
    if not points:
        return []
    cells = _in_cells(points, apart)
    found = []
    while cells:
        _, group = cells.popitem()
        for point in group:  # grows while it is gone through
            for cell in _around(point, apart):
                near = [
                    other for other in cells.get(cell, ()) if metres_between(point, other) <= apart
                ]
                if near:
                    group.extend(near)
                    _take(cells, cell, near)
        found.append(group)
    return found


def _take(cells: dict[_Cell, list[Point]], cell: _Cell, taken: Sequence[Point]) -> None:
    gone = set(taken)
    left = [point for point in cells[cell] if point not in gone]
    if left:
        cells[cell] = left
    else:
        del cells[cell]


def _in_cells(points: Sequence[Point], apart: float) -> dict[_Cell, list[Point]]:
    """Sort points into squares so small that those of one square hang together."""
    cells: dict[_Cell, list[Point]] = defaultdict(list)
    for point in dict.fromkeys(points):
        cells[_cell(point, apart)].append(point)
    return dict(cells)


def _cell(point: Point, apart: float) -> _Cell:
    side = apart / 2 / _METRES_A_DEGREE
    return int(point.lat // side), int(point.lon * cos(radians(point.lat)) // side)


def _around(point: Point, apart: float) -> list[_Cell]:
    row, column = _cell(point, apart)
    # The squares' columns lean with the latitude: one more to each side is safe.
    return [(row + up, column + aside) for up in range(-2, 3) for aside in range(-3, 4)]
