"""Breaks: labels carried over one way, with none, some or all of the breaks that are left.

A break interrupts driving. Who leaves at t and would arrive at x without a break, and rests for s
seconds from the first moment b >= t of its windows, goes on at b + s and arrives at
max(b + s, x + s): what was waited for the break was driven meanwhile.
"""

from routing.engines.ruin.columns import (
    FAR,
    KIND,
    PROFILE,
    REST_WINDOW,
    RESTS,
    SECONDS,
    SERVICE,
)
from routing.engines.ruin.compiled import Array, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.ways import closing, drive, opening, parking


@inner
def rest_opening(data: Data, kind: int, n: int, ready: int) -> int:
    for at in range(REST_WINDOW, data.rest.shape[2], 2):
        if ready <= data.rest[kind, n, at + 1]:
            return max(ready, data.rest[kind, n, at])
    return FAR


@inner
def rest_closing(data: Data, kind: int, n: int, by: int) -> int:
    for at in range(data.rest.shape[2] - 2, REST_WINDOW - 1, -2):
        if by >= data.rest[kind, n, at]:
            return min(by, data.rest[kind, n, at + 1])
    return -FAR


@inner
def advance(data: Data, v: int, p: int, q: int, source: Array, target: Array) -> None:
    """The earliest begin at q by breaks taken (target), from that at p before it (source)."""
    kind, rests = data.fleet[v, KIND], data.fleet[v, RESTS]
    way, setup = drive(data, data.fleet[v, PROFILE], p, q), parking(data, p, q)
    for taken in range(rests + 1):
        target[taken] = FAR
    for had in range(rests + 1):
        if source[had] >= FAR or way >= FAR:
            continue
        leaving = source[had] + data.node[p, SERVICE]
        arrival = leaving + way
        for taken in range(had, rests + 1):
            target[taken] = min(target[taken], opening(data, q, arrival + setup))
            if taken == rests:
                break
            rested = rest_opening(data, kind, taken, leaving)
            if rested >= FAR:
                break
            leaving = rested + data.rest[kind, taken, SECONDS]
            arrival = max(leaving, arrival + data.rest[kind, taken, SECONDS])


@inner
def retreat(data: Data, v: int, p: int, q: int, source: Array, target: Array) -> None:
    """The latest begin at p by breaks taken (target) that keeps the latest at q (source)."""
    kind, rests = data.fleet[v, KIND], data.fleet[v, RESTS]
    way, setup = drive(data, data.fleet[v, PROFILE], p, q), parking(data, p, q)
    for had in range(rests + 1):
        target[had] = -FAR
    for taken in range(rests + 1):
        if source[taken] <= -FAR or way >= FAR:
            continue
        leave = arrive = source[taken] - setup
        for had in range(taken, -1, -1):
            by = min(leave, arrive - way) - data.node[p, SERVICE]
            target[had] = max(target[had], closing(data, p, by))
            if had == 0:
                break
            leave = rest_closing(data, kind, had - 1, leave - data.rest[kind, had - 1, SECONDS])
            if leave <= -FAR:
                break
            arrive -= data.rest[kind, had - 1, SECONDS]
