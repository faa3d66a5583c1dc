"""Straight lines through a city whose density is known: a thin day is as slow as a dense one."""

from collections import Counter
from collections.abc import Iterable
from math import cos, floor, radians

from routing.crow_flies import CELL_M, EARTH_RADIUS_M, CrowFlies
from routing.point import Point

Cell = tuple[int, int]


def settled(points: Iterable[Point]) -> CrowFlies:
    """The points of a whole campaign, counted by square kilometre."""
    here = list(points)
    shrink = cos(radians(sum(point.lat for point in here) / len(here)))

    def cell(point: Point) -> Cell:
        scale = EARTH_RADIUS_M / CELL_M
        east, north = radians(point.lon) * shrink, radians(point.lat)
        return floor(north * scale), floor(east * scale)

    counts = Counter(map(cell, here))
    return CrowFlies(density=lambda point: float(counts[cell(point)]))
