"""Where a visit of its own costs least."""

from routing.engines.ruin.columns import (
    AT,
    BEFORE,
    BUSIEST,
    CLOSES,
    DROP,
    FAR,
    FIXED,
    KIND,
    LABOUR,
    LATE,
    LIMITED,
    MARK,
    METRES,
    MIDDLE,
    MOST_METRES,
    MOST_SO_FAR,
    MOST_STOPS,
    MOST_TO_COME,
    MOST_TRAVEL,
    NEXT,
    OUT,
    PARTNER,
    PLACE,
    PROFILE,
    RESTS,
    RIVAL,
    ROOM,
    ROUTE,
    SERVICE,
    SETUP,
    SHUT,
    STAMP,
    STOPS,
    TRAVEL,
)
from routing.engines.ruin.compiled import inline, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.dice import blinks
from routing.engines.ruin.exact import exactly, strict
from routing.engines.ruin.links import end_of
from routing.engines.ruin.rests import advance
from routing.engines.ruin.state import State
from routing.engines.ruin.ways import drive, opening, parking

Place = tuple[int, int]
"""What it costs more, and the node to stand after; FAR and -1 where there is none."""


@inline
def single_at(data: Data, state: State, u: int, p: int, most: int) -> int:
    """What u costs more right after p, or FAR when that is impossible or `most` and above."""
    if state.node[p, SHUT]:
        return FAR
    q, v = state.node[p, NEXT], state.node[p, ROUTE]
    profile = data.fleet[v, PROFILE]
    here, between, there = state.node[p, AT], state.node[u, AT], state.node[q, AT]
    more = data.ways[data.turned, profile, between, here] - state.node[p, OUT]
    more += data.ways[data.paid, profile, between, there]
    if here != between:
        more += data.node[u, SETUP]
    if between != there:
        more += data.node[q, SETUP]
    if more >= most:
        return FAR
    return _single_allowed(data, state, u, p, more, most)


@inner
def _single_allowed(data: Data, state: State, u: int, p: int, more: int, most: int) -> int:
    q, v = state.node[p, NEXT], state.node[p, ROUTE]
    if data.stray[data.fleet[v, KIND], u] < 0:
        return FAR
    more += extra(data, state, u, v)
    if more >= most or not _fits_aboard(data, state, u, p, v):
        return FAR
    if data.fleet[v, LIMITED] and not within(data, state, v, 1, added(data, u, p, q, v)):
        return FAR
    if data.fleet[v, RESTS] == 0:
        if not _in_time(data, state, u, p, q, v):
            return FAR
    elif not _in_time_with_rests(data, state, u, p, q, v):
        return FAR
    w = data.node[u, PARTNER]
    if strict(data, state, v, u) and not exactly(data, state, v, u, p, w, w):
        return FAR
    return more


@inline
def extra(data: Data, state: State, u: int, v: int) -> int:
    """The costs of u on this vehicle that are no way: never below 0."""
    more = data.fleet[v, FIXED] if state.route[v, STOPS] == 0 else 0
    more += max(0, data.stray[data.fleet[v, KIND], u])
    if data.compact and state.route[v, STOPS] > 0:
        seconds = data.ways[0, data.fleet[v, PROFILE], state.route[v, MIDDLE], data.node[u, PLACE]]
        more += data.compact * seconds // 100
    return more + _unevenness(data, state, u, v) if data.balance else more


@inner
def _unevenness(data: Data, state: State, u: int, v: int) -> int:
    """A guess at the price of making this vehicle the busiest, or busier still."""
    labour, w = state.route[v, LABOUR] + data.node[u, SERVICE], data.node[u, PARTNER]
    if w >= 0:
        labour += data.node[w, SERVICE]
    most = state.tally[RIVAL]
    if v != state.tally[BUSIEST]:
        most = max(most, state.route[state.tally[BUSIEST], LABOUR])
    return data.balance * max(0, labour - most)


@inline
def driven(data: Data, p: int, q: int, v: int) -> tuple[int, int]:
    """Seconds and metres from p to q: none from the start to the end of a route without visits."""
    if p >= data.visits and q >= data.visits:
        return 0, 0
    profile, metres = data.fleet[v, PROFILE], 0
    if data.fleet[v, MOST_METRES] < FAR:
        metres = data.ways[data.measured, profile, data.node[p, PLACE], data.node[q, PLACE]]
    return drive(data, profile, p, q), metres


@inline
def added(data: Data, u: int, p: int, q: int, v: int) -> tuple[int, int]:
    """Seconds and metres that are driven more with u between p and q."""
    to, on, direct = driven(data, p, u, v), driven(data, u, q, v), driven(data, p, q, v)
    return to[0] + on[0] - direct[0], to[1] + on[1] - direct[1]


@inline
def within(data: Data, state: State, v: int, stops: int, more: tuple[int, int]) -> bool:
    """Are stops, seconds and metres driven inside the vehicle's limits with so many more?"""
    route, limit = state.route[v], data.fleet[v]
    return bool(
        route[STOPS] + stops <= limit[MOST_STOPS]
        and route[TRAVEL] + more[0] <= limit[MOST_TRAVEL]
        and route[METRES] + more[1] <= limit[MOST_METRES]
    )


@inline
def _fits_aboard(data: Data, state: State, u: int, p: int, v: int) -> bool:
    for axis in range(data.axes):
        drop, room = data.node[u, DROP + axis], data.fleet[v, ROOM + axis]
        if state.load[p, axis, MOST_SO_FAR] + drop > room:
            return False
        if state.load[p, axis, MOST_TO_COME] + drop + data.node[u, DROP + data.axes + axis] > room:
            return False
    return True


@inline
def _in_time(data: Data, state: State, u: int, p: int, q: int, v: int) -> bool:
    profile = data.fleet[v, PROFILE]
    way = drive(data, profile, p, u) + parking(data, p, u)
    begin = opening(data, u, state.begin[p, 0] + data.node[p, SERVICE] + way)
    way = drive(data, profile, u, q) + parking(data, u, q)
    return bool(begin + data.node[u, SERVICE] + way <= state.latest[q, 0])


@inner
def _in_time_with_rests(data: Data, state: State, u: int, p: int, q: int, v: int) -> bool:
    advance(data, v, p, u, state.begin[p], state.begin[u])
    advance(data, v, u, q, state.begin[u], state.label[LATE, 0])
    for taken in range(data.fleet[v, RESTS] + 1):
        if state.label[LATE, 0, taken] <= state.latest[q, taken]:
            return True
    return False


@inner
def single_near(data: Data, state: State, u: int, most: int) -> Place:
    """The best place beside one of its neighbours."""
    best, after = most, -1
    state.tally[MARK] += 1
    mark = state.tally[MARK]
    for n in range(data.adjacents, data.near.shape[1]):
        v = data.near[u, n]
        if state.node[v, ROUTE] < 0:
            continue
        for p in (v, state.node[v, BEFORE]):
            if state.node[p, STAMP] == mark:
                continue
            state.node[p, STAMP] = mark
            if blinks(state.tally):
                continue
            more = single_at(data, state, u, p, best)
            if more < best:
                best, after = more, p
    return best, after


@inner
def single_on(data: Data, state: State, u: int, v: int, p: int, most: int) -> Place:
    """The best place on this route from node p on; FAR when none is below `most`."""
    best, after = most, -1
    if data.stray[data.fleet[v, KIND], u] < 0:
        return best, after
    end, closes = end_of(data, v), data.node[u, CLOSES]
    while p != end:
        if state.begin[p, 0] + data.node[p, SERVICE] > closes:
            break
        if not blinks(state.tally):
            more = single_at(data, state, u, p, best)
            if more < best:
                best, after = more, p
        p = state.node[p, NEXT]
    return best, after
