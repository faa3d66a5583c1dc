"""Moves the numbers on a map apart, so that each can be read; the same doors give the same map."""

import math
from collections.abc import Sequence

Spot = tuple[float, float]

ROUNDS = 120
GOLDEN = math.pi * (3 - math.sqrt(5))
HOME = 0.02  # how strongly a number is drawn back to its door


def spread(doors: Sequence[Spot], radius: float, width: float, height: float) -> list[Spot]:
    """Return a place for each number, `radius` around it free of others as far as room allows."""
    # Doors at one spot part in different directions, or they could never be pushed apart.
    spots = [
        (x + math.cos(i * GOLDEN) * 0.01, y + math.sin(i * GOLDEN) * 0.01)
        for i, (x, y) in enumerate(doors)
    ]
    for turn in range(ROUNDS):
        pull = HOME * (1 - turn / ROUNDS)  # in the end only room counts
        pushes = _pushes(spots, 2 * radius)
        if pushes is None:
            break
        spots = [
            (
                _between(x + dx + (home_x - x) * pull, radius, width - radius),
                _between(y + dy + (home_y - y) * pull, radius, height - radius),
            )
            for (x, y), (dx, dy), (home_x, home_y) in zip(spots, pushes, doors, strict=True)
        ]
    return spots


def _pushes(spots: Sequence[Spot], least: float) -> list[Spot] | None:
    """Return how far each spot is pushed by its neighbours; None when nobody is too near."""
    pushes = [(0.0, 0.0)] * len(spots)
    clear = True
    for i, (x, y) in enumerate(spots):
        for j in range(i + 1, len(spots)):
            dx, dy = spots[j][0] - x, spots[j][1] - y
            apart = math.hypot(dx, dy)
            if apart >= least:
                continue
            clear = False
            share = (least - apart) / 2 / max(apart, 1e-6)
            pushes[i] = (pushes[i][0] - dx * share, pushes[i][1] - dy * share)
            pushes[j] = (pushes[j][0] + dx * share, pushes[j][1] + dy * share)
    return None if clear else pushes


def _between(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
