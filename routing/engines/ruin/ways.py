"""One way between two nodes, and the windows at its end."""

from routing.engines.ruin.columns import (
    CLOSES,
    FAR,
    OPENS,
    PLACE,
    SETUP,
    WINDOW_AT,
    WINDOWS,
)
from routing.engines.ruin.compiled import inline, inner
from routing.engines.ruin.data import Data
from routing.matrix import UNREACHABLE


@inline
def drive(data: Data, profile: int, p: int, q: int) -> int:
    """Seconds of driving, FAR where there is no road."""
    seconds = data.ways[0, profile, data.node[p, PLACE], data.node[q, PLACE]]
    return FAR if seconds >= UNREACHABLE else int(seconds)


@inline
def parking(data: Data, p: int, q: int) -> int:
    """The setup at q, spent when p is at another place."""
    return data.node[q, SETUP] if data.node[p, PLACE] != data.node[q, PLACE] else 0


@inline
def fare(data: Data, profile: int, p: int, q: int) -> int:
    """What the way costs, setup included."""
    here, there = data.node[p, PLACE], data.node[q, PLACE]
    setup = data.node[q, SETUP] if here != there else 0
    return data.ways[data.paid, profile, here, there] + setup


@inline
def fare_to(data: Data, profile: int, q: int, p: int) -> int:
    """The same, where q is the one that many p are tried for."""
    here, there = data.node[p, PLACE], data.node[q, PLACE]
    setup = data.node[q, SETUP] if here != there else 0
    return data.ways[data.turned, profile, there, here] + setup


@inline
def opening(data: Data, u: int, ready: int) -> int:
    """When one who is ready may begin at u; FAR when every window has closed."""
    if ready > data.node[u, CLOSES]:
        return FAR
    if data.node[u, WINDOWS] <= 1:
        return max(ready, data.node[u, OPENS])
    return _opening_of_several(data, u, ready)


@inline
def closing(data: Data, u: int, by: int) -> int:
    """The latest begin at u that is not after `by`; -FAR when no window is open by then."""
    if by < data.node[u, OPENS]:
        return -FAR
    if data.node[u, WINDOWS] <= 1:
        return min(by, data.node[u, CLOSES])
    return _closing_of_several(data, u, by)


@inner
def _opening_of_several(data: Data, u: int, ready: int) -> int:
    at = data.node[u, WINDOW_AT]
    for n in range(at, at + 2 * data.node[u, WINDOWS], 2):
        if ready <= data.list[n + 1]:
            return max(ready, data.list[n])
    return FAR


@inner
def _closing_of_several(data: Data, u: int, by: int) -> int:
    at = data.node[u, WINDOW_AT]
    for n in range(at + 2 * data.node[u, WINDOWS] - 2, at - 1, -2):
        if by >= data.list[n]:
            return min(by, data.list[n + 1])
    return -FAR
