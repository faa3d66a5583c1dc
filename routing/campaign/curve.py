"""A walk through a town on which neighbours in line are neighbours on the ground."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from routing.point import Point

LEVELS = 12
EARTH_RADIUS_M = 6_371_008.8


def metres_of(points: Sequence[Point]) -> NDArray[np.float64]:
    """East and north of each point, in metres; good enough within one city."""
    degrees = np.array([(point.lon, point.lat) for point in points], dtype=np.float64)
    degrees = np.radians(degrees.reshape(-1, 2))
    north = degrees[:, 1].mean() if len(degrees) else 0.0
    plane: NDArray[np.float64] = degrees * EARTH_RADIUS_M * np.array([np.cos(north), 1.0])
    return plane


def along_curve(points: Sequence[Point]) -> list[int]:
    """The place of each point on Hilbert's curve through the square around all of them.

    (D. Hilbert 1891; turned and mirrored level by level, so that a stretch of it is compact.)
    """
    metres = metres_of(points)
    if not len(metres):
        return []
    low = metres.min(axis=0)
    size = max(float((metres.max(axis=0) - low).max()), 1.0)
    cells = np.minimum(((metres - low) / size * 2**LEVELS).astype(int), 2**LEVELS - 1)
    return [_place(int(east), int(north)) for east, north in cells]


def _place(x: int, y: int) -> int:
    place = 0
    for level in reversed(range(LEVELS)):
        side = 1 << level
        right, upper = int(x & side > 0), int(y & side > 0)
        place += side * side * ((3 * right) ^ upper)
        if not upper:
            if right:
                x, y = 2**LEVELS - 1 - x, 2**LEVELS - 1 - y
            x, y = y, x
    return place
