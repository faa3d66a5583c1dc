"""How long stops will take before anybody has routed them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from routing.matrix import UNREACHABLE, MatrixSource
from routing.point import Point
from routing.problem import Job

SAMPLE = 120
"""So many neighbours tell how far apart stops are."""
FEW = 40
"""So many places tell how far away they are."""
BEYOND_NEAREST = 1.25
"""A tour is about that much longer than all ways from a stop to its nearest."""

EARTH_RADIUS_M = 6_371_008.8


def metres_of(points: Sequence[Point]) -> NDArray[np.float64]:
    """East and north of each point, in metres; good enough within one city."""
    degrees = np.array([(point.lon, point.lat) for point in points], dtype=np.float64)
    degrees = np.radians(degrees.reshape(-1, 2))
    north = degrees[:, 1].mean() if len(degrees) else 0.0
    plane: NDArray[np.float64] = degrees * EARTH_RADIUS_M * np.array([np.cos(north), 1.0])
    return plane


def between_stops(
    points: Sequence[Point], jobs: Sequence[Job], profile: str, source: MatrixSource
) -> float:
    """Seconds of driving that each stop of a dense day costs: asked of neighbours among all."""
    places = sorted({job.location for job in jobs})
    by_place = between_places([points[place] for place in places], profile, source)
    return by_place * len(places) / len(jobs) if jobs else 0.0


def between_places(places: Sequence[Point], profile: str, source: MatrixSource) -> float:
    """Seconds of driving to each of these places, which are visited in one go."""
    if len(places) < 2:
        return 0.0
    metres = metres_of(places)
    middle = np.median(metres, axis=0)
    nearest = np.argsort(((metres - middle) ** 2).sum(axis=1), kind="stable")[:SAMPLE]
    matrix = source.matrix([places[number] for number in nearest], profile)
    ways = matrix.durations.astype(np.float64)
    ways[matrix.durations == UNREACHABLE] = np.nan
    np.fill_diagonal(ways, np.nan)
    alone = np.isnan(ways).all(axis=1)
    if alone.all():
        return 0.0
    return float(np.nanmin(ways[~alone], axis=1).mean()) * BEYOND_NEAREST


def away(
    depots: Sequence[Point], places: Sequence[Point], profile: str, source: MatrixSource
) -> float:
    """Seconds from a depot to such places, and as many back: the mean of a few of both."""
    if not depots or not places:
        return 0.0
    step = max(1, len(places) // FEW)
    some = [*places[::step][:FEW]]
    ways = source.matrix([*depots, *some], profile).durations[: len(depots), len(depots) :]
    known = ways[ways != UNREACHABLE]
    return float(known.mean()) if known.size else 0.0
