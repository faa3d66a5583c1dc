"""Travel times without a road map: straight lines, a detour and a speed by vehicle and density."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from routing.fault import ProblemFault
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point

EARTH_RADIUS_M = 6_371_008.8
CELL_M = 1_000
HALFWAY_PER_KM2 = 150
"""The density of points at which a place is half way between open country and dense kampung."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pace:
    """How a vehicle gets on, in the open and where it is dense: km/h, and metres per metre."""

    open_speed: float
    dense_speed: float
    open_detour: float
    dense_detour: float


PACES: Mapping[str, Pace] = MappingProxyType(
    {
        "motor": Pace(30, 17, 1.30, 1.55),
        "mobil": Pace(32, 13, 1.35, 1.80),
        "foot": Pace(4.8, 4.2, 1.15, 1.35),
    }
)


@dataclass(frozen=True)
class CrowFlies:
    """A MatrixSource of great circles.

    Where it is dense a trip is slower and its detour bigger; a trip takes the mean of both its
    ends. `density` tells the points per km2 round a place; without it they are counted among the
    points asked for, in cells of one kilometre.
    """

    density: Callable[[Point], float] | None = None
    paces: Mapping[str, Pace] = field(default_factory=lambda: PACES)

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:  # noqa: ARG002  # straight lines know no rush hour
        if profile not in self.paces:
            raise ProblemFault("no_matrix", profile=profile)
        pace = self.paces[profile]
        degrees = np.array([(point.lat, point.lon) for point in points], dtype=np.float64)
        radians = np.radians(degrees.reshape(-1, 2))
        dense = self._denseness(points, radians)
        detour = pace.open_detour + (pace.dense_detour - pace.open_detour) * dense
        slowness = 3.6 * (
            1 / pace.open_speed + (1 / pace.dense_speed - 1 / pace.open_speed) * dense
        )
        metres = _great_circles(radians) * _mean(detour)
        return Matrix(_whole(metres * _mean(slowness)), _whole(metres))

    def _denseness(self, points: Sequence[Point], radians: Numbers) -> Numbers:
        """From 0 (nobody around) towards 1."""
        if self.density is None:
            per_km2 = _counted(radians)
        else:
            per_km2 = np.array([self.density(point) for point in points], dtype=np.float64)
        return per_km2 / (per_km2 + HALFWAY_PER_KM2)


def _great_circles(radians: Numbers) -> Numbers:
    """Metres between all pairs: chords of the unit sphere, which one product gives at once."""
    lat, lon = radians[:, 0], radians[:, 1]
    unit = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    squares = sum(np.subtract.outer(axis, axis) ** 2 for axis in unit.T)
    chords = np.sqrt(squares)
    return np.asarray(2 * EARTH_RADIUS_M * np.arcsin(np.minimum(chords / 2, 1)))


def _mean(values: Numbers) -> Numbers:
    return np.add.outer(values, values) / 2


def _counted(radians: Numbers) -> Numbers:
    """Points in the cell of each point: a cell is one square kilometre."""
    if not len(radians):
        return np.zeros(0)
    shrink = np.array([1.0, np.cos(radians[:, 0].mean())])
    cells = np.floor(radians * shrink * EARTH_RADIUS_M / CELL_M)
    _, number, counts = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    return counts[number.reshape(-1)].astype(np.float64)


def _whole(values: Numbers) -> NDArray[np.int32]:
    """Rounded up, so that no trip is shorter than it can be."""
    return np.minimum(np.ceil(values), UNREACHABLE - 1).astype(np.int32)
