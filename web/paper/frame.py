"""A frame of paper over a piece of a city: degrees become millimetres, north is up."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from field.domain.place import Box, Point

METRES_PER_DEGREE = 111_320.0
LEAST_METRES = 400.0  # a frame around one door still shows its surroundings
BARS = (10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
SHORTEST_BAR = 20.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The middle of the frame, its size in mm, and how many metres a mm stands for."""

    middle: Point
    width: float
    height: float
    metres: float

    def place(self, point: Point) -> tuple[float, float]:
        """Return x and y from the upper left corner; a city is small enough to be flat."""
        east = (point.lon - self.middle.lon) * METRES_PER_DEGREE * self._squeeze
        north = (point.lat - self.middle.lat) * METRES_PER_DEGREE
        return self.width / 2 + east / self.metres, self.height / 2 - north / self.metres

    def point(self, x: float, y: float) -> Point:
        """Return what lies under a spot of the paper."""
        east, north = (x - self.width / 2) * self.metres, (self.height / 2 - y) * self.metres
        return Point(
            self.middle.lat + north / METRES_PER_DEGREE,
            self.middle.lon + east / (METRES_PER_DEGREE * self._squeeze),
        )

    @property
    def box(self) -> Box:
        low, high = self.point(0, self.height), self.point(self.width, 0)
        return Box(low.lat, low.lon, high.lat, high.lon)

    @property
    def bar(self) -> int:
        """Return the length in metres that the scale bar shows."""
        return next((bar for bar in BARS if bar / self.metres >= SHORTEST_BAR), BARS[-1])

    @property
    def _squeeze(self) -> float:
        return math.cos(math.radians(self.middle.lat))


def frame_around(
    points: Sequence[Point],
    width: float,
    height: float,
    margin: float,
    least: float = LEAST_METRES,
) -> Frame:
    """Return the closest frame that holds all points and a margin within."""
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    middle = Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    squeeze = math.cos(math.radians(middle.lat))
    wide = max((max(lons) - min(lons)) * METRES_PER_DEGREE * squeeze, least)
    high = max((max(lats) - min(lats)) * METRES_PER_DEGREE, least)
    metres = max(wide / (width - 2 * margin), high / (height - 2 * margin))
    return Frame(middle, width, height, metres)
