"""A RoadSource that asks servers first, and the installation's own roads where none answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from field.domain.roads import WALK_MS, Stand
from field.domain.speeds import Factors
from field.gateways.road_servers.desk import Desk, Tables
from field.gateways.road_servers.server import Numbers
from field.gateways.road_source import RoadSource
from field.gateways.roads.driving import Drive
from field.gateways.roads.road_times import Trip
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point


@dataclass(frozen=True)
class ByUrl:
    """Where a vehicle stands for a door the own roads say; how long it takes, a server."""

    own: RoadSource
    desk: Desk

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:
        stands = self.own.stands(points, profile)
        places = [Point(stand.lat, stand.lon) for stand in stands if stand]
        found = self.desk.table(places, profile) if len(places) > 1 else None
        if found is None:
            return self.own.matrix(points, profile, at)
        reached = np.array([number for number, stand in enumerate(stands) if stand], np.intp)
        walks = np.array([stand.walk_m for stand in stands if stand])
        return _matrix(points, reached, walks, found)

    def stands(self, points: Sequence[Point], profile: str) -> list[Stand | None]:
        return self.own.stands(points, profile)

    def paced(self, factors: Factors) -> "ByUrl":
        """A server has speeds of its own; what we learned counts where it does not answer."""
        return ByUrl(self.own.paced(factors), self.desk)

    def drives(self, trips: Sequence[Trip], profile: str) -> list[Drive | None]:
        """Walks are the own roads' matter: a gang is seldom on a server's map of cars."""
        if profile == "foot":
            return self.own.drives(trips, profile)
        told = self.desk.routes(trips, profile)
        return [*told, *self.own.drives(trips[len(told) :], profile)]


def _matrix(
    points: Sequence[Point], reached: NDArray[np.intp], walks: Numbers, told: Tables
) -> Matrix:
    """Whole seconds, rounded up, and metres: from door to door with both walks."""
    seconds, metres = told
    afoot = np.add.outer(walks, walks)
    durations, distances = (np.full((len(points),) * 2, UNREACHABLE, np.int32) for _ in range(2))
    cells = np.ix_(reached, reached)
    durations[cells] = _whole(np.ceil(seconds + afoot / WALK_MS))
    distances[cells] = _whole(np.rint(metres + afoot))
    together: dict[Point, list[int]] = {}
    for number, point in enumerate(points):
        together.setdefault(point, []).append(number)
    for numbers in together.values():
        durations[np.ix_(numbers, numbers)] = distances[np.ix_(numbers, numbers)] = 0
    return Matrix(durations, distances)


def _whole(values: Numbers) -> Numbers:
    return np.where(np.isnan(values), UNREACHABLE, np.minimum(values, UNREACHABLE - 1))
