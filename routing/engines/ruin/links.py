"""Visits put between others and taken out, and the labels of a route made anew after that."""

from routing.engines.ruin.columns import (
    ABOARD,
    BEFORE,
    BELOW,
    CLOCK,
    COST,
    COSTS,
    DROP,
    FAR,
    FIXED,
    HOME,
    KIND,
    LABOUR,
    LEAVES,
    METRES,
    MOST_METRES,
    MOST_SO_FAR,
    MOST_TO_COME,
    NEXT,
    OUT,
    PENALTIES,
    PENALTY,
    PLACE,
    PROFILE,
    RESTS,
    RIDE,
    RIDES,
    ROUTE,
    ROUTE_COLUMNS,
    SAVED,
    SAVED_AT,
    SAVED_ROW,
    SERVED,
    SERVICE,
    STACKED,
    STOPS,
    TAIL,
    TOP,
    TOUCHED,
    TRAVEL,
    USED,
)
from routing.engines.ruin.compiled import inline, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.exact import tighten
from routing.engines.ruin.rests import advance, retreat
from routing.engines.ruin.state import State
from routing.engines.ruin.ways import closing, drive, fare, opening, parking


@inline
def start_of(data: Data, v: int) -> int:
    return data.visits + v


@inline
def end_of(data: Data, v: int) -> int:
    return data.visits + data.vehicles + v


@inner
def link(data: Data, state: State, u: int, p: int) -> None:
    """Put u right after p; the route's labels are stale until it is refreshed."""
    q = state.node[p, NEXT]
    state.node[p, NEXT] = state.node[q, BEFORE] = u
    state.node[u, BEFORE], state.node[u, NEXT] = p, q
    state.node[u, ROUTE] = state.node[p, ROUTE]
    state.tally[PENALTIES] -= data.node[u, PENALTY]
    state.tally[SERVED] += 1


@inner
def unlink(data: Data, state: State, u: int) -> None:
    p, q = state.node[u, BEFORE], state.node[u, NEXT]
    state.node[p, NEXT], state.node[q, BEFORE] = q, p
    state.node[u, ROUTE] = -1
    state.tally[PENALTIES] += data.node[u, PENALTY]
    state.tally[SERVED] -= 1


@inner
def save(data: Data, state: State, v: int) -> None:
    """Remember the route as it is, once an iteration, so that it can be undone."""
    if state.route[v, TOUCHED] == state.tally[CLOCK]:
        return
    state.route[v, TOUCHED] = state.tally[CLOCK]
    number = state.tally[SAVED]
    state.tally[SAVED] = number + 1
    state.saved[number, ROUTE_COLUMNS] = v
    for column in range(ROUTE_COLUMNS):
        state.saved[number, column] = state.route[v, column]
    at = state.list[SAVED_AT, number]
    u = state.node[start_of(data, v), NEXT]
    while u < data.visits:
        state.list[SAVED_ROW, at] = u
        at += 1
        u = state.node[u, NEXT]
    state.list[SAVED_AT, number + 1] = at


@inner
def refresh(data: Data, state: State, v: int) -> None:
    """All labels and sums of this route."""
    had, cost = state.route[v, STOPS], state.route[v, COST]
    _sums(data, state, v)
    _loads(data, state, v)
    if data.fleet[v, RESTS] == 0:
        _times(data, state, v)
        if state.route[v, RIDES] > 0:
            tighten(data, state, v)
    else:
        _times_with_rests(data, state, v)
    stops = state.route[v, STOPS]
    state.tally[COSTS] += state.route[v, COST] - cost
    state.tally[USED] += (stops > 0) - (had > 0)
    if stops == 0:
        stack_empty(data, state, v)


@inner
def stack_empty(data: Data, state: State, v: int) -> None:
    """An empty vehicle waits to be found among its kind."""
    if state.route[v, STACKED] == 0:
        top = TOP + data.fleet[v, KIND]
        state.route[v, BELOW], state.route[v, STACKED] = state.tally[top], 1
        state.tally[top] = v


@inner
def _sums(data: Data, state: State, v: int) -> None:
    profile, kind = data.fleet[v, PROFILE], data.fleet[v, KIND]
    limited = data.fleet[v, MOST_METRES] < FAR
    p, end = start_of(data, v), end_of(data, v)
    cost = travel = metres = stops = rides = labour = 0
    while p != end:
        q = state.node[p, NEXT]
        out = fare(data, profile, p, q)
        state.node[p, OUT] = out
        cost += out
        travel += drive(data, profile, p, q)
        labour += parking(data, p, q) + data.node[q, SERVICE]
        if limited:
            metres += data.ways[data.measured, profile, data.node[p, PLACE], data.node[q, PLACE]]
        if q != end:
            stops += 1
            rides += data.node[q, RIDE] < FAR
            cost += max(0, data.stray[kind, q])
        p = q
    if stops == 0:
        state.node[start_of(data, v), OUT] = cost = travel = metres = labour = 0
    else:
        cost += data.fleet[v, FIXED]
    route = state.route[v]
    route[STOPS], route[COST], route[TRAVEL] = stops, cost, travel
    route[METRES], route[RIDES], route[LABOUR] = metres, rides, labour + travel


@inner
def _loads(data: Data, state: State, v: int) -> None:
    start, end = start_of(data, v), end_of(data, v)
    for axis in range(data.axes):
        aboard = 0
        p = state.node[start, NEXT]
        while p != end:
            aboard += data.node[p, DROP + axis]
            p = state.node[p, NEXT]
        p, most = start, aboard
        while True:
            aboard += data.node[p, DROP + data.axes + axis]
            most = max(most, aboard)
            state.load[p, axis, ABOARD], state.load[p, axis, MOST_SO_FAR] = aboard, most
            if p == end:
                break
            p = state.node[p, NEXT]
        most = aboard
        while True:
            most = max(most, state.load[p, axis, ABOARD])
            state.load[p, axis, MOST_TO_COME] = most
            if p == start:
                break
            p = state.node[p, BEFORE]


@inner
def _times(data: Data, state: State, v: int) -> None:
    """Without breaks: the earliest begin of each node, then the latest from the end back."""
    profile = data.fleet[v, PROFILE]
    start, end = start_of(data, v), end_of(data, v)
    begin = data.fleet[v, LEAVES]
    state.begin[start, 0] = begin
    p = start
    while p != end:
        q = state.node[p, NEXT]
        way = drive(data, profile, p, q) + parking(data, p, q)
        begin = opening(data, q, begin + data.node[p, SERVICE] + way)
        state.begin[q, 0] = begin
        p = q
    by = data.rest[data.fleet[v, KIND], 0, TAIL]
    state.latest[end, 0] = by
    while p != start:
        q = state.node[p, BEFORE]
        way = drive(data, profile, q, p) + parking(data, q, p)
        by = closing(data, q, by - way - data.node[q, SERVICE])
        state.latest[q, 0] = by
        p = q


@inner
def _times_with_rests(data: Data, state: State, v: int) -> None:
    kind, rests = data.fleet[v, KIND], data.fleet[v, RESTS]
    start, end = start_of(data, v), end_of(data, v)
    leaves = data.fleet[v, LEAVES]
    for taken in range(rests + 1):
        state.begin[start, taken] = leaves if leaves >= data.rest[kind, taken, HOME] else FAR
        state.latest[end, taken] = data.rest[kind, taken, TAIL]
    p = start
    while p != end:
        q = state.node[p, NEXT]
        advance(data, v, p, q, state.begin[p], state.begin[q])
        p = q
    while p != start:
        q = state.node[p, BEFORE]
        retreat(data, v, q, p, state.latest[p], state.latest[q])
        p = q
