"""A map as a template draws it: lines, numbers and names on one frame. Lengths in mm."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from field.domain.closures import Effect
from field.domain.drawn import Drawn, Line
from field.domain.place import Point
from field.services.city import kelurahan_at, outlines
from web.closed_roads import Road
from web.paper.frame import Frame
from web.paper.grid import Grid
from web.paper.ground import Ground
from web.paper.spread import spread
from web.vehicle_lines import Stroke, strokes_of

RADIUS = 3.7
MOVED = 1.5  # a number further from its door than this gets a line to it
CELL = 6.0  # the grid on which the middle of each kelurahan's visible part is sought
FEWEST_CELLS = 8
LETTER = 2.7  # the width of one in a name, about
CROSS_EVERY = 4.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a stop, and the door that it stands for; or the sign of an inset."""

    label: str
    x: float
    y: float
    door_x: float
    door_y: float
    moved: bool
    kind: str = "stop"  # stop, inset, route


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the crosses of a closed road, or an arrow of a one-way one; turned in degrees."""

    x: float
    y: float
    turn: float
    effect: str


@dataclass(frozen=True, slots=True)
class Box:
    """The piece of a map that an inset shows larger."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Way:
    """The lines of one route; dashes tell it from others, strokes tell its vehicle."""

    roads: list[str]
    straight: list[str]
    walks: list[str]
    vehicle: str
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the template draws."""

    key: str  # tells the drawings of one page apart
    frame: Frame
    outlines: list[str]
    names: list[Name]
    ways: list[Way]
    marks: list[Mark]
    offices: list[Name]
    signs: list[Sign] = field(default_factory=list)
    closed: list[tuple[str, str]] = field(default_factory=list)  # the signs there are, in words
    dots: list[tuple[float, float]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    grid: Grid | None = None
    radius: float = RADIUS

    @property
    def width(self) -> float:
        return self.frame.width

    @property
    def height(self) -> float:
        return self.frame.height

    @property
    def bar_mm(self) -> float:
        return self.frame.bar / self.frame.metres

    @property
    def bar_metres(self) -> int:
        return self.frame.bar

    @property
    def walks(self) -> bool:
        return any(way.walks for way in self.ways)

    @property
    def strokes(self) -> dict[str, Stroke]:
        return strokes_of(way.vehicle for way in self.ways if way.roads)

    @property
    def straight(self) -> bool:
        return any(way.straight for way in self.ways)


def outlines_in(frame: Frame, ground: Ground) -> list[str]:
    return [_path(ring, frame) for ring in outlines(ground.city) if _seen(ring, frame)]


def way_in(frame: Frame, way: Drawn, vehicle: str) -> Way:
    def drawn(lines: Sequence[Line]) -> list[str]:
        return [line_in(frame, line) for line in lines]

    return Way(drawn(way.roads), drawn(way.straight), drawn(way.walks), vehicle)


def line_in(frame: Frame, line: Line) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(frame.place, line))


def marks_in(frame: Frame, spots: Sequence[tuple[str, float, float, str]]) -> list[Mark]:
    """Place labels so that each can be read; a spot is a label, x, y and its kind."""
    free = spread([(x, y) for _, x, y, _ in spots], RADIUS, frame.width, frame.height)
    return [
        Mark(label, x, y, door_x, door_y, abs(x - door_x) + abs(y - door_y) > MOVED, kind)
        for (label, door_x, door_y, kind), (x, y) in zip(spots, free, strict=True)
    ]


def signs_in(frame: Frame, roads: Sequence[Road]) -> tuple[list[Sign], list[tuple[str, str]]]:
    """Return crosses and arrows along the stretches in the frame, and the words for them."""
    signs, words = [], []
    for road in roads:
        here = [sign for line in road.lines for sign in _along(line, frame, road.effect)]
        if here:
            signs += here
            words.append((road.effect, road.words))
    return signs, words


def names_in(frame: Frame, city: str) -> list[Name]:
    """Write each kelurahan's name in the middle of that part of it that lies in the frame."""
    cells: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for column in range(1, int(frame.width / CELL)):
        for row in range(1, int(frame.height / CELL)):
            spot = (column * CELL, row * CELL)
            name = kelurahan_at(city, frame.point(*spot))
            if name is not None:
                cells[name].append(spot)
    parts = ((name, part) for name, part in cells.items() if len(part) >= FEWEST_CELLS)
    return [_name(name, part, frame.width) for name, part in parts]


def _name(text: str, part: list[tuple[float, float]], width: float) -> Name:
    x, y = (sum(side) / len(part) for side in zip(*part, strict=True))
    half = len(text) * LETTER / 2
    return Name(text, min(max(x, half), width - half), y)


def _along(line: Line, frame: Frame, effect: str) -> Iterator[Sign]:
    """Walk along a line and set a sign every few mm; two-way streets need none in between."""
    every = CROSS_EVERY if effect == Effect.CLOSED else 2 * CROSS_EVERY
    left = 0.0
    places = [frame.place(point) for point in line]
    for (x, y), (to_x, to_y) in pairwise(places if len(places) > 1 else places * 2):
        far = math.hypot(to_x - x, to_y - y)
        turn = math.degrees(math.atan2(to_y - y, to_x - x))
        while left <= far:
            share = left / far if far else 0
            at_x, at_y = x + (to_x - x) * share, y + (to_y - y) * share
            if 0 <= at_x <= frame.width and 0 <= at_y <= frame.height:
                yield Sign(at_x, at_y, turn, effect)
            left += every
        left -= far


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
