"""A route as lines to draw: by road, straight where the road is not known, and on foot."""

from collections.abc import Iterator
from dataclasses import dataclass

from field.domain.leg import Leg
from field.domain.place import Point
from field.domain.polyline import decode
from field.domain.route_sheet import RouteSheet

Line = list[Point]


@dataclass(frozen=True, slots=True)
class Drawn:
    roads: tuple[Line, ...]
    straight: tuple[Line, ...]
    walks: tuple[Line, ...]

    @property
    def points(self) -> Line:
        lines = (*self.roads, *self.straight, *self.walks)
        return [point for line in lines for point in line]


def drawn(sheet: RouteSheet) -> Drawn:
    """Return the lines of a route from its office through all doors and back."""
    legs = list(_legs(sheet))
    return Drawn(
        roads=tuple(decode(leg.line) for leg, _ in legs if leg and not leg.estimated and leg.line),
        straight=tuple(_straight(leg, ends) for leg, ends in legs if _guessed(leg, ends)),
        walks=tuple(decode(leg.walk) for leg, _ in legs if leg and leg.walk),
    )


def way_of(sheet: RouteSheet) -> list[Line]:
    """Return the way leg by leg as it is driven, by road or straight, walks apart."""
    driven = (decode(leg.line) if leg else ends for leg, ends in _legs(sheet))
    return [line for line in driven if len(line) > 1]


def _legs(sheet: RouteSheet) -> Iterator[tuple[Leg | None, Line]]:
    """Each leg, and the points between which it would be straight."""
    before = sheet.start.point if sheet.start else None
    ends = [(stop.leg, stop.point) for stop in sheet.stops]
    for leg, point in (*ends, (sheet.home, sheet.end.point if sheet.end else None)):
        yield leg, [end for end in (before, point) if end]
        before = point or before


def _guessed(leg: Leg | None, ends: Line) -> bool:
    return leg.estimated if leg else len(ends) > 1


def _straight(leg: Leg | None, ends: Line) -> Line:
    return decode(leg.line) if leg else ends
