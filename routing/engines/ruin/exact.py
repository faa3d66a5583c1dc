"""The whole of one route looked at: longest rides, its duration, and the work in it.

The times are those of `routing.times`: the earliest end, then the latest start that reaches it.
Where somebody would ride too long, service at the pickup is put off, no more than needed.
"""

from routing.engines.ruin.columns import (
    EARLY,
    FAR,
    KIND,
    LATE,
    LEAVES,
    MOST_DURATION,
    NEXT,
    ORIGIN,
    PARTNER,
    PROFILE,
    RESTS,
    RIDE,
    RIDES,
    ROW,
    SERVICE,
    SPOT,
    TAIL,
    WINDOWS,
)
from routing.engines.ruin.compiled import inline, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.exact_rests import timed_with_rests
from routing.engines.ruin.state import State
from routing.engines.ruin.ways import closing, drive, opening, parking

ROUNDS = 100
"""Rides put off more often than this count as impossible."""


@inline
def strict(data: Data, state: State, v: int, u: int) -> bool:
    """Do labels not tell all of this vehicle's route with u on it?"""
    if data.fleet[v, MOST_DURATION] < FAR or state.route[v, RIDES] > 0:
        return True
    w = data.node[u, PARTNER]
    return bool(data.node[u, RIDE] < FAR or (w >= 0 and data.node[w, RIDE] < FAR))


@inner
def exactly(data: Data, state: State, v: int, u: int, p: int, w: int, r: int) -> bool:
    """Can the route be driven with u right after p and w after r, u itself included (or -1)?"""
    n, x = 0, data.visits + v
    last = data.visits + data.vehicles + v
    while True:
        n = _noted(state, n, x)
        if x == p and u >= 0:
            n = _noted(state, n, u)
            if r == u:
                n = _noted(state, n, w)
        if x == r and w >= 0:
            n = _noted(state, n, w)
        if x == last:
            break
        x = state.node[x, NEXT]
    most = data.fleet[v, MOST_DURATION]
    spent = timed(data, state, v, n, most < FAR)[0]
    return bool(spent < FAR and spent <= most)


@inner
def row_of(data: Data, state: State, v: int) -> int:
    """The route as it is, in state.list[ROW]; how many nodes."""
    n, x = 0, data.visits + v
    while True:
        n = _noted(state, n, x)
        if x == data.visits + data.vehicles + v:
            return n
        x = state.node[x, NEXT]


@inline
def _noted(state: State, n: int, x: int) -> int:
    state.list[ROW, n] = x
    state.list[SPOT, x] = n
    return n + 1


@inner
def timed(data: Data, state: State, v: int, n: int, durable: bool) -> tuple[int, int]:
    """Duration and seconds of rest of the first n nodes in state.list[ROW]; FAR when impossible.

    Unless `durable`, the duration is only told from FAR.
    """
    if data.fleet[v, RESTS] > 0:
        return timed_with_rests(data, state, v, n, durable)
    opening, most = data.fleet[v, LEAVES], data.fleet[v, MOST_DURATION]
    for _ in range(1 + _leaps(data, state, n)):
        if not _early(data, state, v, n, opening):
            break
        if not durable:
            return 0, 0
        end = state.label[EARLY, n - 1, 0]
        _late(data, state, n, end)
        duration = end - max(opening, state.label[LATE, 0, 0])
        if duration <= most:
            return duration, 0
        # Only a window that is missed for a later one saves time.
        opening = end - most
    return FAR, 0


@inner
def _leaps(data: Data, state: State, n: int) -> int:
    leaps = 0
    for i in range(1, n):
        leaps += max(0, data.node[state.list[ROW, i], WINDOWS] - 1)
    return leaps


@inner
def _early(data: Data, state: State, v: int, n: int, start: int) -> bool:
    """The least begins (early[:, 0]) that keep every ride."""
    row, early = state.list[ROW], state.label[EARLY]
    profile, by = data.fleet[v, PROFILE], data.rest[data.fleet[v, KIND], 0, TAIL]
    early[0, 0] = start
    early[0, 1] = 0
    for i in range(1, n):
        p, q = row[i - 1], row[i]
        way = data.node[p, SERVICE] + drive(data, profile, p, q) + parking(data, p, q)
        early[i, 0] = opening(data, q, early[i - 1, 0] + way)
        # Without waits: less than this nobody is under way, however late the start.
        early[i, 1] = early[i - 1, 1] + way
        if early[i, 0] > by:
            return False
        if data.node[q, RIDE] < FAR:
            o = state.list[SPOT, data.node[q, ORIGIN]]
            if early[i, 1] - early[o, 1] - data.node[row[o], SERVICE] > data.node[q, RIDE]:
                return False
    for _ in range(ROUNDS):
        first = _put_off(data, state, n)
        if first == n:
            return True
        for i in range(first + 1, n):
            least = early[i - 1, 0] + early[i, 1] - early[i - 1, 1]
            if least <= early[i, 0]:
                continue
            early[i, 0] = opening(data, row[i], least)
            if early[i, 0] > by:
                return False
    return False


@inner
def _put_off(data: Data, state: State, n: int) -> int:
    """Begin pickups late enough for their rides; the first that changed, or n."""
    row, early, first = state.list[ROW], state.label[EARLY], n
    for i in range(n - 1, 0, -1):
        q = row[i]
        if data.node[q, RIDE] >= FAR:
            continue
        o = state.list[SPOT, data.node[q, ORIGIN]]
        least = early[i, 0] - data.node[q, RIDE] - data.node[row[o], SERVICE]
        if least > early[o, 0]:
            early[o, 0] = opening(data, row[o], least)
            first = min(first, o)
    return first


@inner
def tighten(data: Data, state: State, v: int) -> None:
    """Let the labels of a route without breaks know of the rides on it.

    A ride makes others wait, and one more visit never makes them wait less: what these labels
    rule out need not be looked at exactly.
    """
    n = row_of(data, state, v)
    if not _early(data, state, v, n, data.fleet[v, LEAVES]):
        return
    _late(data, state, n, data.rest[data.fleet[v, KIND], 0, TAIL])
    for i in range(n):
        x = state.list[ROW, i]
        state.begin[x, 0] = state.label[EARLY, i, 0]
        state.latest[x, 0] = state.label[LATE, i, 0]


@inner
def _late(data: Data, state: State, n: int, end: int) -> None:
    """The greatest begins (late[:, 0]) that keep every ride and end at `end` at the latest."""
    row, early, late = state.list[ROW], state.label[EARLY], state.label[LATE]
    for i in range(n):
        late[i, 0] = FAR
    late[n - 1, 0] = end
    first = n - 1
    for _ in range(ROUNDS):
        for i in range(first - 1, -1, -1):
            by = late[i + 1, 0] - (early[i + 1, 1] - early[i, 1])
            if by < late[i, 0]:
                late[i, 0] = closing(data, row[i], by)
        first = 0
        for i in range(1, n):
            q = row[i]
            if data.node[q, RIDE] >= FAR:
                continue
            o = state.list[SPOT, data.node[q, ORIGIN]]
            most = late[o, 0] + data.node[row[o], SERVICE] + data.node[q, RIDE]
            if late[i, 0] > most:
                late[i, 0] = closing(data, q, most)
                first = max(first, i)
        if first == 0:
            break
