"""A route drawn for paper: black and white, numbers at the doors, boundaries, scale and north."""

from collections import defaultdict
from dataclasses import dataclass

from field.domain.drawn import Line, drawn
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet
from field.services.city import kelurahan_at, outlines
from web.paper.frame import Frame, frame_around
from web.paper.spread import spread

WIDTH, HEIGHT = 186.0, 96.0
MARGIN = 9.0
RADIUS = 3.7
MOVED = 1.5  # a number further from its door than this gets a line to it
# An office far away would shrink the doors to a heap; the sheet's head names it anyway.
FAR = 1.6
CELL = 6.0  # the grid on which the middle of each kelurahan's visible part is sought
FEWEST_CELLS = 8
LETTER = 2.7  # the width of one in a name, about


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a stop, and the door that it stands for."""

    label: str
    x: float
    y: float
    door_x: float
    door_y: float
    moved: bool


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class RouteMap:
    """All that the template draws."""

    key: int  # tells the drawings of one page apart
    width: float
    height: float
    radius: float
    outlines: list[str]
    names: list[Name]
    roads: list[str]
    straight: list[str]
    walks: list[str]
    marks: list[Mark]
    offices: list[Name]
    bar_mm: float
    bar_metres: int


def route_map(sheet: RouteSheet, city: str) -> RouteMap | None:
    """Draw a route; None when not one of its doors has a point."""
    doors = [(str(stop.sequence), stop.point) for stop in sheet.stops if stop.point is not None]
    if not doors:
        return None
    way = drawn(sheet)
    frame = _frame(sheet, way.points, [point for _, point in doors])
    return RouteMap(
        key=sheet.manifest_id,
        width=WIDTH,
        height=HEIGHT,
        radius=RADIUS,
        outlines=[_path(ring, frame) for ring in outlines(city) if _seen(ring, frame)],
        names=_names(city, frame),
        roads=[_line(line, frame) for line in way.roads],
        straight=[_line(line, frame) for line in way.straight],
        walks=[_line(line, frame) for line in way.walks],
        marks=_marks(doors, frame),
        offices=_offices(sheet, frame),
        bar_mm=frame.bar / frame.metres,
        bar_metres=frame.bar,
    )


def _frame(sheet: RouteSheet, way: list[Point], doors: list[Point]) -> Frame:
    close = frame_around(doors, WIDTH, HEIGHT, MARGIN)
    wider = (frame_around(points, WIDTH, HEIGHT, MARGIN) for points in (way or doors, sheet.points))
    return next((frame for frame in wider if frame.metres <= close.metres * FAR), close)


def _line(line: Line, frame: Frame) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(frame.place, line))


def _marks(doors: list[tuple[str, Point]], frame: Frame) -> list[Mark]:
    spots = [frame.place(point) for _, point in doors]
    free = spread(spots, RADIUS, WIDTH, HEIGHT)
    return [
        Mark(label, x, y, door_x, door_y, abs(x - door_x) + abs(y - door_y) > MOVED)
        for (label, _), (x, y), (door_x, door_y) in zip(doors, free, spots, strict=True)
    ]


def _offices(sheet: RouteSheet, frame: Frame) -> list[Name]:
    places = {spot.point: spot.name for spot in (sheet.start, sheet.end) if spot is not None}
    return [
        Name(text, *frame.place(point)) for point, text in places.items() if frame.box.holds(point)
    ]


def _seen(ring: tuple[Point, ...], frame: Frame) -> bool:
    box = frame.box
    lats, lons = [point.lat for point in ring], [point.lon for point in ring]
    return not (
        min(lats) > box.north
        or max(lats) < box.south
        or min(lons) > box.east
        or max(lons) < box.west
    )


def _path(ring: tuple[Point, ...], frame: Frame) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(frame.place, ring)) + "Z"


def _names(city: str, frame: Frame) -> list[Name]:
    """Write each kelurahan's name in the middle of that part of it that lies in the frame."""
    cells: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for column in range(1, int(frame.width / CELL)):
        for row in range(1, int(frame.height / CELL)):
            spot = (column * CELL, row * CELL)
            name = kelurahan_at(city, frame.point(*spot))
            if name is not None:
                cells[name].append(spot)
    return [_name(name, part) for name, part in cells.items() if len(part) >= FEWEST_CELLS]


def _name(text: str, part: list[tuple[float, float]]) -> Name:
    x, y = (sum(side) / len(part) for side in zip(*part, strict=True))
    half = len(text) * LETTER / 2
    return Name(text, min(max(x, half), WIDTH - half), y)
