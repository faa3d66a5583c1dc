"""What any road server answers, and how its numbers are judged before they are believed."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from field.gateways.road_servers.ask import NoAnswer
from field.gateways.roads.driving import Drive
from field.gateways.roads.measure import Plane
from routing.point import Point

Numbers = NDArray[np.float64]

_FASTEST = 55.0  # m/s: no vehicle of ours goes 200 km/h
_NEAR_M = 1_000.0  # closer than this, snapping to another road explains much
_LONGEST_S = 7 * 86_400.0


class RoadServer(Protocol):
    """Times in seconds and ways in metres, nan where there is none."""

    name: str
    pairs: int
    """How many it tells at once."""

    def serves(self, profile: str) -> bool: ...

    def table(
        self, origins: Sequence[Point], targets: Sequence[Point], profile: str
    ) -> tuple[Numbers, Numbers]:
        """Raises NoAnswer."""
        ...

    def route(self, origin: Point, target: Point, profile: str) -> Drive:
        """Raises NoAnswer."""
        ...


def numbers(rows: object, shape: tuple[int, int]) -> Numbers:
    """Read rows of numbers and nulls; what has another shape or is no length of time is rubbish."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise NoAnswer("no table")
    if any(not isinstance(cell, (int, float, type(None))) for row in rows for cell in row):
        raise NoAnswer("no numbers")
    try:
        found = np.array(rows, np.float64)
    except ValueError as ragged:
        raise NoAnswer("ragged") from ragged
    if found.shape != shape or np.isinf(found).any() or (found < 0).any():
        raise NoAnswer("shape or sign")
    return found


def believable(
    seconds: Numbers, metres: Numbers, origins: Sequence[Point], targets: Sequence[Point]
) -> None:
    """Raise NoAnswer for a table that no road on earth can have: another city's, or nonsense."""
    away = _straight(origins, targets)
    far = (away > _NEAR_M) & ~np.isnan(seconds)
    if (seconds[far] * _FASTEST < away[far]).any() or (np.nan_to_num(seconds) > _LONGEST_S).any():
        raise NoAnswer("faster than any vehicle, or slower than any road")
    if (metres[far] < away[far] / 2).any() or (np.isnan(metres) != np.isnan(seconds)).any():
        raise NoAnswer("shorter than a straight line")


def _straight(origins: Sequence[Point], targets: Sequence[Point]) -> Numbers:
    places = np.array([(point.lat, point.lon) for point in (*origins, *targets)])
    flat = Plane.around(places).flat(places)
    begin, end = flat[: len(origins)], flat[len(origins) :]
    return np.asarray(np.hypot(*(begin[:, None, :] - end[None, :, :]).transpose(2, 0, 1)))
