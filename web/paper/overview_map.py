"""All routes of a day on one page: lines told apart by dashes and numbers, squares, an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from field.domain.drawn import way_of
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet
from web.paper.drawing import (
    Drawing,
    Name,
    Way,
    line_in,
    marks_in,
    names_in,
    outlines_in,
    signs_in,
)
from web.paper.frame import Frame, frame_around
from web.paper.grid import Grid
from web.paper.ground import Ground
from web.paper.place_index import Entry, Line, index_of

WIDTH, HEIGHT, MARGIN = 186.0, 178.0, 9.0
SQUARES = 6
DASHES = ("", "4 1.6", "1 1.2", "6 1.4 1 1.4")
FAR = 60.0  # mm of a route's way between two of its numbers
MOST_LINES = 500  # of the index by RT; a larger one goes by RW, each route has its own by RT


@dataclass(frozen=True, slots=True)
class OverviewMap:
    map: Drawing | None
    index: list[Line]
    by_rt: bool


def overview_map(sheets: Sequence[RouteSheet], ground: Ground) -> OverviewMap:
    points = [stop.point for sheet in sheets for stop in sheet.stops if stop.point]
    frame = frame_around(points, WIDTH, HEIGHT, MARGIN) if points else None
    grid = Grid(WIDTH, HEIGHT, SQUARES, SQUARES)
    index = index_of(_entries(sheets, frame, grid, by_rt=True))
    by_rt = len(index) <= MOST_LINES
    if not by_rt:
        index = index_of(_entries(sheets, frame, grid, by_rt=False))
    return OverviewMap(_draw(sheets, ground, frame, grid) if frame else None, index, by_rt)


def dash_of(number: int) -> str:
    return DASHES[(number - 1) % len(DASHES)]


def _draw(sheets: Sequence[RouteSheet], ground: Ground, frame: Frame, grid: Grid) -> Drawing:
    signs, closed = signs_in(frame, ground.roads)
    numbers = [
        (str(sheet.number), x, y, "route") for sheet in sheets for x, y in _along(sheet, frame)
    ]
    return Drawing(
        key="semua",
        frame=frame,
        outlines=outlines_in(frame, ground),
        names=names_in(frame, ground.city),
        ways=[_way(sheet, frame) for sheet in sheets],
        marks=marks_in(frame, numbers),
        offices=_offices(sheets, frame),
        signs=signs,
        closed=closed,
        dots=[frame.place(stop.point) for sheet in sheets for stop in sheet.stops if stop.point],
        grid=grid,
    )


def _way(sheet: RouteSheet, frame: Frame) -> Way:
    lines = [line_in(frame, line) for line in way_of(sheet)]
    return Way(lines, [], [], sheet.vehicle, dash_of(sheet.number))


def _along(sheet: RouteSheet, frame: Frame) -> Iterator[tuple[float, float]]:
    """Return where a route's number stands: at its middle door, and again on a long way."""
    doors = [frame.place(stop.point) for stop in sheet.stops if stop.point]
    if not doors:
        return
    steps = pairwise(doors)
    length = sum(abs(x - to_x) + abs(y - to_y) for (x, y), (to_x, to_y) in steps)
    count = min(1 + int(length // FAR), 3)
    for part in range(count):
        yield doors[(2 * part + 1) * len(doors) // (2 * count)]


def _offices(sheets: Sequence[RouteSheet], frame: Frame) -> list[Name]:
    spots = [spot for sheet in sheets for spot in (sheet.start, sheet.end) if spot]
    places: dict[Point, str] = {spot.point: spot.name for spot in spots}
    return [
        Name(text, *frame.place(point)) for point, text in places.items() if frame.box.holds(point)
    ]


def _entries(
    sheets: Sequence[RouteSheet], frame: Frame | None, grid: Grid, *, by_rt: bool
) -> Iterator[Entry]:
    for sheet in sheets:
        for stop in (one for one in sheet.stops if one.at_home):
            square = grid.square(*frame.place(stop.point)) if frame and stop.point else ""
            yield Entry((stop.kelurahan, stop.rw, stop.rt if by_rt else ""), square, sheet.number)
