"""Two stands on one edge: the way between them need not go by a junction."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED
from field.gateways.roads.engine import Spot, Table


def along(
    spots: Sequence[Spot],
    weights: NDArray[np.int64],
    cm: NDArray[np.int32],
    tables: tuple[Table, Table],
) -> None:
    """Put the way along the edge into the tables wherever it is the faster one."""
    together: dict[int, list[int]] = {}
    for number, spot in enumerate(spots):
        if spot.edge >= 0:
            together.setdefault(spot.edge, []).append(number)
    for edge, numbers in together.items():
        length = int(cm[edge])
        for here in numbers:
            for there in numbers:
                ahead = spots[there].cm - spots[here].cm
                arc = 2 * edge + (ahead < 0)
                _put(tables, here, there, int(weights[arc]), (abs(ahead), length))


def _put(
    tables: tuple[Table, Table], here: int, there: int, weight: int, part: tuple[int, int]
) -> None:
    ms, cm = tables
    if weight >= CLOSED:
        return
    took = round(weight * part[0] / max(1, part[1]))
    if took <= ms[here, there]:
        ms[here, there], cm[here, there] = took, part[0]
