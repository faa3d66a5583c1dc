"""How a family of the literature turns distances into whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from routing.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Rounding:
    """Times `factor`, then cut off or rounded to the nearest."""

    name: str
    factor: int
    cut_off: bool = False

    def whole(self, values: ArrayLike) -> NDArray[np.int64]:
        scaled = np.asarray(values, dtype=float) * self.factor
        return np.floor(scaled if self.cut_off else scaled + 0.5).astype(np.int64)

    def time(self, value: float) -> int:
        return int(self.whole(value))


ROUNDINGS = {
    each.name: each
    for each in (
        Rounding("round", 1),
        Rounding("dimacs", 10, cut_off=True),
        Rounding("x1000", 1000),
        # Double precision in the literature: three decimals are more than is ever published.
        Rounding("real", 1000),
    )
}


def straight(xs: Sequence[float], ys: Sequence[float]) -> NDArray[np.float64]:
    """Distances in the plane, unrounded."""
    x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
    apart: NDArray[np.float64] = np.hypot(x[:, None] - x, y[:, None] - y)
    return apart


def flat(distances: NDArray[np.float64], rounding: Rounding) -> Matrix:
    """In the literature a unit of distance takes a unit of time."""
    whole = rounding.whole(distances)
    return Matrix.of(whole, whole)
