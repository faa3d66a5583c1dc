"""A territory cut into compact areas of equal work: a day's stops should lie close together."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Labels = NDArray[np.intp]


def areas(metres: Numbers, work: Numbers, count: int) -> Labels:
    """The area of each stop, from 0 to count - 1.

    Halved again and again across its longest extent (recursive coordinate bisection, Berger and
    Bokhari 1987), each side getting work by the number of areas that it will hold.

    Args:
        metres: east and north of each stop, shape (stops, 2).
        work: seconds at each stop, shape (stops,).
        count: at least 1; with fewer stops than that some areas stay empty.
    """
    labels = np.zeros(len(work), dtype=np.intp)
    _cut(metres, work, np.arange(len(work)), (0, count), labels)
    return labels


def _cut(
    metres: Numbers, work: Numbers, stops: Labels, numbers: tuple[int, int], labels: Labels
) -> None:
    first, behind = numbers
    if behind - first <= 1 or not len(stops):
        labels[stops] = first
        return
    here = metres[stops]
    axis = int(np.ptp(here, axis=0).argmax())
    in_order = stops[np.lexsort((here[:, 1 - axis], here[:, axis]))]
    middle = first + (behind - first) // 2
    done = np.cumsum(work[in_order])
    share = done[-1] * (middle - first) / (behind - first)
    where = int(np.searchsorted(done, share, side="right"))
    _cut(metres, work, in_order[:where], (first, middle), labels)
    _cut(metres, work, in_order[where:], (middle, behind), labels)
