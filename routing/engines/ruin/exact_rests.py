"""The whole of one route looked at, with breaks: as `exact`, by labels for the breaks taken."""

from routing.engines.ruin.columns import (
    EARLY,
    FAR,
    HOME,
    KIND,
    LATE,
    LEAVES,
    MOST_DURATION,
    ORIGIN,
    PARENT,
    PROFILE,
    REST_WINDOW,
    RESTS,
    RETURNS,
    RIDE,
    ROW,
    SECONDS,
    SERVICE,
    SPOT,
    TAIL,
    WINDOWS,
)
from routing.engines.ruin.compiled import inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.rests import rest_opening
from routing.engines.ruin.state import State
from routing.engines.ruin.ways import drive, opening, parking

ROUNDS = 100


@inner
def timed_with_rests(data: Data, state: State, v: int, n: int, durable: bool) -> tuple[int, int]:
    """Duration and seconds of rest of the first n nodes in state.list[ROW]; FAR when impossible."""
    opening, most = data.fleet[v, LEAVES], data.fleet[v, MOST_DURATION]
    for _ in range(1 + _leaps(data, state, v, n)):
        if not durable:
            return (0 if _ended(data, state, v, n, opening)[0] < FAR else FAR), 0
        end, start, rested = _late(data, state, v, n, opening)
        if end >= FAR:
            break
        if end - start <= most:
            return end - start, rested
        # Only a window that is missed for a later one, or a break taken elsewhere, saves time.
        opening = end - most
    return FAR, 0


@inner
def _leaps(data: Data, state: State, v: int, n: int) -> int:
    leaps, kind = 0, data.fleet[v, KIND]
    for i in range(1, n):
        leaps += max(0, data.node[state.list[ROW, i], WINDOWS] - 1)
    for number in range(data.fleet[v, RESTS]):
        for at in range(REST_WINDOW, data.rest.shape[2], 2):
            leaps += data.rest[kind, number, at] < FAR
    return leaps


@inner
def _late(data: Data, state: State, v: int, n: int, low: int) -> tuple[int, int, int]:
    """The earliest end, the latest start that reaches it, and the seconds of rest between.

    Of two starts after which as many breaks are still to come, the later one never ends earlier.
    """
    end, rested = _ended(data, state, v, n, low)
    best, high = low, max(low, min(data.fleet[v, RETURNS], end))
    for taken in range(data.fleet[v, RESTS], 0, -1):
        home = data.rest[data.fleet[v, KIND], taken, HOME]
        if low < home <= high:
            tried, resting = _ended(data, state, v, n, home)
            if tried <= end:
                end, rested, best, low = tried, resting, home, home
                break
            high = home - 1
    while low < high:
        middle = (low + high + 1) // 2
        tried, resting = _ended(data, state, v, n, middle)
        if tried <= end:
            end, rested, best, low = tried, resting, middle, middle
        else:
            high = middle - 1
    return end, best, rested


@inner
def _ended(data: Data, state: State, v: int, n: int, start: int) -> tuple[int, int]:
    """The earliest end when leaving at `start`, and the seconds of rest before it."""
    lower = state.label[EARLY].shape[1] - 1
    for i in range(n):
        state.label[EARLY, i, lower] = -FAR
    for _ in range(ROUNDS):
        taken = _labelled(data, state, v, n, start)
        if taken < 0:
            return FAR, 0
        skipped = _traced(state, n, taken)
        if not _put_off(data, state, n):
            rested = 0
            for number in range(skipped, taken):
                rested += data.rest[data.fleet[v, KIND], number, SECONDS]
            return state.label[EARLY, n - 1, taken], rested
    return FAR, 0


@inner
def _labelled(data: Data, state: State, v: int, n: int, start: int) -> int:
    """Begins by breaks taken in `early`, where from in `parent`; the breaks at the best end."""
    kind, rests, profile = data.fleet[v, KIND], data.fleet[v, RESTS], data.fleet[v, PROFILE]
    early, row, lower = state.label[EARLY], state.list[ROW], state.label[EARLY].shape[1] - 1
    for taken in range(rests + 1):
        early[0, taken] = start if start >= data.rest[kind, taken, HOME] else FAR
    for i in range(1, n):
        p, q = row[i - 1], row[i]
        way, setup = drive(data, profile, p, q), parking(data, p, q)
        for taken in range(rests + 1):
            early[i, taken] = FAR
        for had in range(rests + 1):
            if early[i - 1, had] >= FAR or way >= FAR:
                continue
            leaving = early[i - 1, had] + data.node[p, SERVICE]
            arrival = leaving + way
            for taken in range(had, rests + 1):
                begin = opening(data, q, max(arrival + setup, early[i, lower]))
                if begin < early[i, taken]:
                    early[i, taken] = begin
                    state.label[PARENT, i, taken] = had
                if taken == rests:
                    break
                rested = rest_opening(data, kind, taken, leaving)
                if rested >= FAR:
                    break
                leaving = rested + data.rest[kind, taken, SECONDS]
                arrival = max(leaving, arrival + data.rest[kind, taken, SECONDS])
    best = -1
    for taken in range(rests + 1):
        if early[n - 1, taken] <= data.rest[kind, taken, TAIL] and (
            best < 0 or early[n - 1, taken] < early[n - 1, best]
        ):
            best = taken
    return best


@inner
def _traced(state: State, n: int, taken: int) -> int:
    """The begins of the best end, in `late[:, 0]`; how many breaks were over before the start."""
    for i in range(n - 1, 0, -1):
        state.label[LATE, i, 0] = state.label[EARLY, i, taken]
        taken = state.label[PARENT, i, taken]
    state.label[LATE, 0, 0] = state.label[EARLY, 0, taken]
    return taken


@inner
def _put_off(data: Data, state: State, n: int) -> bool:
    """Let pickups begin later where the ride would be too long; True when any had to."""
    lower, changed = state.label[EARLY].shape[1] - 1, False
    for i in range(n - 1, 0, -1):
        q = state.list[ROW, i]
        if data.node[q, RIDE] >= FAR:
            continue
        o = state.list[SPOT, data.node[q, ORIGIN]]
        least = (
            state.label[LATE, i, 0] - data.node[q, RIDE] - data.node[state.list[ROW, o], SERVICE]
        )
        if least > state.label[LATE, o, 0]:
            state.label[EARLY, o, lower] = least
            changed = True
    return changed
