"""How long stops will take before anybody has routed them."""

from collections.abc import Sequence

import numpy as np

from routing.campaign.curve import along_curve
from routing.matrix import UNREACHABLE, MatrixSource
from routing.point import Point

SAMPLE = 100
STRETCHES = 3
"""So many stops in line, in so many places, tell how far apart they are."""
CURVE = 0.75
"""A tour is about that much of the way along Hilbert's curve."""
FEW = 40
"""So many places tell how far away they are."""


def between_places(places: Sequence[Point], profile: str, source: MatrixSource) -> float:
    """Seconds of driving to each of these places, which are visited in one go.

    Some stretches of the curve through them are asked for: a tour is about so much shorter.
    """
    order = along_curve(places)
    line = [place for _, place in sorted(zip(order, places, strict=True), key=lambda each: each[0])]
    legs: list[float] = []
    step = max(SAMPLE, len(line) // STRETCHES)
    for start in range(0, len(line), step):
        durations = source.matrix(line[start : start + SAMPLE], profile).durations
        found = np.diagonal(durations, offset=1)
        legs += [float(each) for each in found if each != UNREACHABLE]
    return CURVE * sum(legs) / len(legs) if legs else 0.0


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
