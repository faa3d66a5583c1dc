"""Is a point inside a boundary: plain geometry in degrees, fit for one city."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

Corner = tuple[float, float]  # (lat, lon)
Ring = tuple[Corner, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest upright rectangle around something."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> "Box":
        parts = list(boxes)
        return cls(
            min(box.south for box in parts),
            min(box.west for box in parts),
            max(box.north for box in parts),
            max(box.east for box in parts),
        )

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True, slots=True)
class Polygon:
    """A boundary: the outer ring first, then holes."""

    rings: tuple[Ring, ...]
    box: Box

    @classmethod
    def of(cls, rings: tuple[Ring, ...]) -> Self:
        lats = [lat for lat, _ in rings[0]]
        lons = [lon for _, lon in rings[0]]
        return cls(rings, Box(min(lats), min(lons), max(lats), max(lons)))

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a line from the point to the east crosses the rings an odd number of times.

        A hole's ring is crossed as well, so a point in a hole counts even and is outside.
        """
        if not self.box.holds(lat, lon):
            return False
        crossings = sum(_crossings(ring, lat, lon) for ring in self.rings)
        return crossings % 2 == 1


def _crossings(ring: Ring, lat: float, lon: float) -> int:
    """Count crossings; closed rings repeat their first corner, so pairs of neighbours suffice."""
    count = 0
    for (lat_a, lon_a), (lat_b, lon_b) in pairwise(ring):
        if (lat_a > lat) == (lat_b > lat):
            continue
        count += lon < lon_a + (lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a)
    return count
