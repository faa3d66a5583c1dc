"""The legs of a route, road by road: worked out once, and kept with the route."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from field.domain.directions import directions, short_name, side_of
from field.domain.leg import Leg, Station
from field.domain.place import Point
from field.domain.polyline import encode
from field.gateways.road_source import RoadSource
from field.gateways.roads.driving import Drive
from routing.point import Point as Spot

AT_THE_DOOR_M = 20.0
"""Who has a shorter walk stands at the door."""

_METRES_A_DEGREE = 111_195

Near = Callable[[Point], str]


@dataclass(frozen=True, slots=True)
class _Walk:
    line: tuple[Point, ...] = ()
    metres: float = 0.0
    gang: str = ""


def legs(stations: Sequence[Station], profile: str, source: RoadSource, near: Near) -> list[Leg]:
    """Return the leg to each station but the first; one that left the known roads is straight."""
    spots = [_spot(each.planned) for each in stations]
    drives = source.drives(list(pairwise(spots)), profile)
    stands = [
        Point(stand.lat, stand.lon) if stand and drive is not None else None
        for stand, drive in zip(source.stands(spots[1:], profile), drives, strict=True)
    ]
    walks = _walks(stands, [each.door for each in stations[1:]], source)
    ways = zip(pairwise(stations), drives, walks, strict=True)
    return [
        _straight(begin, end) if drive is None else _leg(drive, walk, end.door, near)
        for (begin, end), drive, walk in ways
    ]


def _straight(begin: Station, end: Station) -> Leg:
    return Leg(encode([begin.planned, end.door]), estimated=True)


def _leg(drive: Drive, walk: _Walk, door: Point, near: Near) -> Leg:
    line = [point for piece in drive for point in piece.line]
    thinned = [
        point for number, point in enumerate(line) if not number or point != line[number - 1]
    ]
    return Leg(
        line=encode(thinned),
        steps=directions(drive, near),
        walk=encode(walk.line),
        walk_m=round(walk.metres),
        gang=walk.gang,
        side="" if walk.line else side_of(thinned, door),
    )


def _walks(
    stands: Sequence[Point | None], doors: Sequence[Point], source: RoadSource
) -> list[_Walk]:
    """The ways on foot from where vehicles stand to the doors; along the gang where it is known."""
    apart = {
        number: (stand, door)
        for number, (stand, door) in enumerate(zip(stands, doors, strict=True))
        if stand and _metres(stand, door) > AT_THE_DOOR_M
    }
    trips = [(_spot(stand), _spot(door)) for stand, door in apart.values()]
    found = zip(apart, source.drives(trips, "foot"), strict=True)
    walked = {number: _walk(*apart[number], drive or ()) for number, drive in found}
    return [walked.get(number, _Walk()) for number in range(len(doors))]


def _walk(stand: Point, door: Point, drive: Drive) -> _Walk:
    line = (stand, *(point for piece in drive for point in piece.line), door)
    gangs = [short_name(piece.name) for piece in drive if piece.gang and piece.name]
    return _Walk(line, sum(_metres(*pair) for pair in pairwise(line)), next(iter(gangs), ""))


def _spot(point: Point) -> Spot:
    return Spot(point.lat, point.lon)


def _metres(one: Point, other: Point) -> float:
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(east, one.lat - other.lat) * _METRES_A_DEGREE
