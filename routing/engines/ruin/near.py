"""Who is near whom: for taking out by the ways alone, for putting in by windows too."""

import numpy as np

from routing.engines.ruin.columns import CLOSES, OPENS, PLACE, SERVICE
from routing.engines.ruin.compiled import Array
from routing.search import ShouldStop

WAIT_WEIGHT = 0.2
LATE_WEIGHT = 1.0
ROWS = 256
"""So many visits are compared with all others at once: memory stays small on large days."""
ASKED = 4 * ROWS
"""After so many rows, a fraction of a second, somebody may want to stop."""

DAYS = 10**9
"""Windows are cut to this, which no way is longer than."""


class Stopped(Exception):
    """The search was ended before it began."""


def nearest(
    node: Array, time: Array, cost: Array, many: tuple[int, int], should_stop: ShouldStop
) -> tuple[Array, Array]:
    """So many neighbours of each visit in ways, and so many in ways and windows.

    Raises:
        Stopped: when asked to stop before all of many visits are compared.
    """
    visits = len(node)
    place = node[:, PLACE]
    opens, closes = np.clip(node[:, OPENS], -DAYS, DAYS), np.clip(node[:, CLOSES], -DAYS, DAYS)
    adjacent: list[Array] = []
    near: list[Array] = []
    for first in range(0, visits, ROWS):
        if first and first % ASKED == 0 and should_stop():
            raise Stopped
        rows = slice(first, min(visits, first + ROWS))
        here = place[rows]
        to, back = np.ix_(here, place), np.ix_(place, here)
        ways = cost[to].astype(float) + cost[back].T
        there = _unfit(time[to], node[rows, SERVICE], (opens[rows], closes[rows]), (opens, closes))
        service = node[:, SERVICE]
        from_there = _unfit(time[back], service, (opens, closes), (opens[rows], closes[rows])).T
        fit = np.minimum(cost[to] + there, cost[back].T + from_there)
        own = np.arange(rows.start, rows.stop)
        for found, values, count in ((adjacent, ways, many[0]), (near, fit, many[1])):
            values[own - first, own] = np.inf
            found.append(_least(values, min(count, visits - 1)))
    return np.concatenate(adjacent), np.concatenate(near)


def _unfit(
    time: Array, service: Array, before: tuple[Array, Array], after: tuple[Array, Array]
) -> Array:
    """The least wait and the least lateness of going from each row to each column."""
    spent = service[:, None] + time
    wait = after[0][None, :] - spent - before[1][:, None]
    late = before[0][:, None] + spent - after[1][None, :]
    return WAIT_WEIGHT * np.maximum(wait, 0) + LATE_WEIGHT * np.maximum(late, 0)


def _least(values: Array, count: int) -> Array:
    """The columns of the least values of each row, the least first."""
    if count <= 0:
        return np.zeros((len(values), 0), dtype=np.int64)
    found = np.argpartition(values, count - 1, axis=1)[:, :count]
    turn = np.argsort(np.take_along_axis(values, found, axis=1), axis=1, kind="stable")
    return np.take_along_axis(found, turn, axis=1).astype(np.int64)
