"""A territory cut into compact areas of equal work: a day's stops should lie close together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Labels = NDArray[np.intp]


def areas(metres: Numbers, work: Numbers, shares: Sequence[float]) -> Labels:
    """The area of each stop, from 0 to the number of shares less 1.

    Halved again and again across its longest extent (recursive coordinate bisection, Berger and
    Bokhari 1987), each side getting work by the shares of the areas that it will hold.

    Args:
        metres: east and north of each stop, shape (stops, 2).
        work: seconds at each stop, shape (stops,).
        shares: how much of the work each area shall get; at least one is above 0. An area may stay
            empty.
    """
    labels = np.zeros(len(work), dtype=np.intp)
    _cut(metres, work, np.arange(len(work)), (0, np.array(shares, dtype=np.float64)), labels)
    return labels


def _cut(
    metres: Numbers, work: Numbers, stops: Labels, wanted: tuple[int, Numbers], labels: Labels
) -> None:
    first, shares = wanted
    if len(shares) <= 1 or not len(stops):
        labels[stops] = first
        return
    here = metres[stops]
    axis = int(np.ptp(here, axis=0).argmax())
    in_order = stops[np.lexsort((here[:, 1 - axis], here[:, axis]))]
    middle = len(shares) // 2
    done = np.cumsum(work[in_order])
    part = shares[:middle].sum() / shares.sum() if shares.sum() else 1.0
    where = int(np.searchsorted(done, done[-1] * part, side="right"))
    _cut(metres, work, in_order[:where], (first, shares[:middle]), labels)
    _cut(metres, work, in_order[where:], (first + middle, shares[middle:]), labels)
