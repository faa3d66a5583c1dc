"""Travel times where the map is thin: straight lines with a detour, and main roads where known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

import numpy as np

from field.domain.roads import Stand
from field.domain.speeds import MAIN, SMALL, Factors
from field.gateways.roads.driving import Drive
from field.gateways.roads.road_times import RoadTimes, Trip
from field.gateways.roads.today import RoadsToday
from routing.crow_flies import CrowFlies
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point

# Against 780 km of surveyed roads of Kota Bogor, these two made the smallest error.
DIRECT = 1.15
ACCESS = 1.45

SLOW: Mapping[str, float] = MappingProxyType({"motor": 17 / 3.6, "mobil": 13 / 3.6, "foot": 1.2})
"""Metres a second on the small streets between a door and the next main road."""


@dataclass(frozen=True)
class StraightLines:
    """No road is known: every door is where the vehicle stands."""

    lines: CrowFlies

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:
        return self.lines.matrix(points, profile, at)

    def stands(self, points: Sequence[Point], profile: str) -> list[Stand | None]:  # noqa: ARG002  # straight lines stand anywhere
        return [Stand(point.lat, point.lon, 0.0) for point in points]

    def paced(self, factors: Factors) -> "StraightLines":
        return replace(self, lines=_slowed(self.lines, factors))

    def drives(self, trips: Sequence[Trip], profile: str) -> list[Drive | None]:  # noqa: ARG002  # nobody knows the streets
        return [None] * len(trips)


@dataclass(frozen=True)
class MainRoads(StraightLines):
    """Across small streets to the next main road, along it, and across to the door.

    Where that is longer than the straight line with its detour, small streets lead there directly.
    """

    roads: RoadTimes | RoadsToday
    slow: Mapping[str, float] = field(default_factory=lambda: SLOW)

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:
        direct = self.lines.matrix(points, profile, at)
        found = self.roads.stands(points, profile)
        off = np.array([stand.walk_m * ACCESS if stand else np.inf for stand in found])
        corners = [Point(stand.lat, stand.lon) for stand in found if stand]
        if len(corners) < len(points):
            return direct
        along = self.roads.matrix(corners, profile, at)
        legs = np.add.outer(off, off)
        none = along.durations == UNREACHABLE
        seconds = np.where(none, np.inf, along.durations + legs / self.slow[profile])
        metres = np.where(none, np.inf, along.distances + legs)
        straight = direct.durations * DIRECT
        by_road = seconds < straight
        return Matrix(
            np.ceil(np.where(by_road, seconds, straight)).astype(np.int32),
            np.ceil(np.where(by_road, metres, direct.distances * DIRECT)).astype(np.int32),
        )

    def paced(self, factors: Factors) -> "MainRoads":
        slow = {who: speed / _factor(factors, who, SMALL) for who, speed in self.slow.items()}
        lines = _slowed(self.lines, factors)
        return replace(self, lines=lines, roads=self.roads.paced(factors), slow=slow)


def _slowed(lines: CrowFlies, factors: Factors) -> CrowFlies:
    """A straight line runs on small streets where it is dense, on main roads in the open."""
    paces = {
        who: replace(
            pace,
            open_speed=pace.open_speed / _factor(factors, who, MAIN),
            dense_speed=pace.dense_speed / _factor(factors, who, SMALL),
        )
        for who, pace in lines.paces.items()
    }
    return replace(lines, paces=paces)


def _factor(factors: Factors, who: str, roads: str) -> float:
    return factors.get(who, {}).get(roads, 1.0)
