"""Street by street: from the roads that are passed to what a courier is told at each turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians

from field.domain.place import Point

_LOOK_M = 18.0  # how far around a corner its angle is measured: kerbs make little kinks
_STRAIGHT, _SLIGHT, _BACK = 30, 55, 155  # degrees
_METRES_A_DEGREE = 111_195
_ON_FOOT = {"path", "footway", "steps", "pedestrian", "corridor"}
_SHORT = (("Jalan ", "Jl. "), ("Gang ", "Gg. "))


class Turn(StrEnum):
    START = "start"
    STRAIGHT = "straight"
    SLIGHT_LEFT = "slight_left"
    SLIGHT_RIGHT = "slight_right"
    LEFT = "left"
    RIGHT = "right"
    BACK = "back"
    ROUNDABOUT = "roundabout"


@dataclass(frozen=True, slots=True)
class Passed:
    """A piece of road as it is passed, from one junction to the next."""

    name: str
    kind: str  # OpenStreetMap's highway class
    metres: float
    line: tuple[Point, ...]
    circle: bool = False  # part of a roundabout
    choices: int = 0  # other ways on at its beginning
    exit: int = 0  # of a roundabout, where it is told at once

    @property
    def gang(self) -> bool:
        return self.kind in _ON_FOOT or self.name.casefold().startswith(("gang ", "gg. ", "gg "))


@dataclass(frozen=True, slots=True)
class Step:
    """What is told at one place, and how far it goes on from there."""

    turn: Turn
    street: str
    metres: int
    gang: bool = False  # an alley begins here
    number: int = 0  # the exit of a roundabout; at the start the eighth of the compass, from north
    landmark: str = ""


Near = Callable[[Point], str]


def directions(way: Sequence[Passed], near: Near) -> tuple[Step, ...]:
    """Tell a way; `near` names a landmark close to a place, or nothing."""
    passed = [piece for piece in way if piece.metres > 0 and len(piece.line) > 1]
    if not passed:
        return ()
    told = _Telling(passed[0], near)
    for before, after in pairwise(passed):
        told.pass_on(before, after)
    pairs = zip(told.steps, told.metres, strict=True)
    return tuple(replace(step, metres=round(metres)) for step, metres in pairs)


def turn_at(before: Sequence[Point], after: Sequence[Point]) -> Turn:
    """Return how one turns from the end of one line into the beginning of the next."""
    angle = (_bearing(after) - _bearing(before[::-1]) - 180 + 540) % 360 - 180
    size = abs(angle)
    if size < _STRAIGHT:
        return Turn.STRAIGHT
    if size >= _BACK:
        return Turn.BACK
    if size < _SLIGHT:
        return Turn.SLIGHT_LEFT if angle < 0 else Turn.SLIGHT_RIGHT
    return Turn.LEFT if angle < 0 else Turn.RIGHT


def side_of(line: Sequence[Point], door: Point) -> str:
    """Return on which side of the end of a line a door lies: left, right, or not to be told."""
    if len(line) < 2:
        return ""
    last, way = line[-1], radians(_bearing(line[::-1]) + 180)
    east, north = _flat(last, door)
    if hypot(east, north) < 3:
        return ""
    aside = atan2(east, north) - way
    across = (degrees(aside) + 540) % 360 - 180
    if not _STRAIGHT <= abs(across) <= 180 - _STRAIGHT:
        return ""
    return "left" if across < 0 else "right"


class _Telling:
    """What has been told so far; the last step grows until there is something new to tell."""

    def __init__(self, first: Passed, near: Near) -> None:
        self._near = near
        eighth = round(_bearing(first.line) / 45) % 8
        begin = Step(Turn.START, short_name(first.name), 0, first.gang, eighth)
        self.steps = [replace(begin, landmark=near(first.line[0]))]
        self.metres = [first.metres]

    def pass_on(self, before: Passed, after: Passed) -> None:
        last, name = self.steps[-1], short_name(after.name)
        circling = last.turn is Turn.ROUNDABOUT and before.circle
        turn = turn_at(before.line, after.line)
        if after.circle and not before.circle:
            self._tell(Step(Turn.ROUNDABOUT, "", 0, number=max(0, after.exit - 1)), after)
        elif circling and after.circle:
            self.steps[-1] = replace(last, number=last.number + (after.choices > 0))
        elif circling:
            gang = after.gang and not before.gang
            self.steps[-1] = replace(last, street=name, number=last.number + 1, gang=gang)
        elif not after.circle and _worth_telling(turn, last.street, before, after):
            self._tell(Step(turn, name, 0, after.gang and not before.gang), after)
        self.metres[-1] += after.metres

    def _tell(self, step: Step, after: Passed) -> None:
        landmark = self._near(after.line[0])
        again = landmark == self.steps[-1].landmark
        self.steps.append(replace(step, landmark="" if again else landmark))
        self.metres.append(0.0)


def _worth_telling(turn: Turn, street: str, before: Passed, after: Passed) -> bool:
    """Whether a courier who just follows the road would go wrong, or wonder where he is."""
    other_name = bool(after.name) and short_name(after.name) != street
    into_gang = after.gang and not before.gang
    if turn is Turn.BACK:
        return True
    if turn in (Turn.LEFT, Turn.RIGHT):
        return after.choices > 0 or other_name
    if turn is Turn.STRAIGHT:
        return other_name or into_gang
    return other_name or into_gang or (after.choices > 0 and after.name != before.name)


def short_name(name: str) -> str:
    """Jalan and Gang as they are written on signs."""
    return next(
        (short + name[len(long) :] for long, short in _SHORT if name.startswith(long)), name
    )


def _bearing(line: Sequence[Point]) -> float:
    """Degrees from north, of the first metres of a line."""
    begin = line[0]
    for point in line[1:]:
        east, north = _flat(begin, point)
        if hypot(east, north) >= _LOOK_M:
            break
    else:
        east, north = _flat(begin, line[-1])
    return degrees(atan2(east, north)) % 360


def _flat(begin: Point, end: Point) -> tuple[float, float]:
    """Metres east and north."""
    north = (end.lat - begin.lat) * _METRES_A_DEGREE
    east = (end.lon - begin.lon) * _METRES_A_DEGREE * cos(radians(begin.lat))
    return east, north
