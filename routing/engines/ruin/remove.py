"""Ruin: strings of visits on neighbouring routes are taken out, with all that must go with them."""

from routing.engines.ruin.columns import (
    BEFORE,
    CLOCK,
    DELIVERS,
    GROUP,
    GROUP_AT,
    GROUP_TO,
    HEIR_AT,
    HEIR_TO,
    LOCKED,
    NEXT,
    PARTNER,
    POOL,
    ROUTE,
    ROUTE_COLUMNS,
    ROW,
    SAVED,
    SERVED,
    STACK,
    STOPS,
    TOUCHED,
    USED,
    WAITING,
)
from routing.engines.ruin.compiled import inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.dice import below, chance
from routing.engines.ruin.driveable import driveable
from routing.engines.ruin.links import end_of, refresh, save, start_of, unlink
from routing.engines.ruin.state import State

MEAN_REMOVED = 10
LONGEST_STRING = 10
WIDE = 0.03
"""How often strings may be as long as a route: short ones never empty a route of forty stops."""
SPLIT = 0.5
"""How often a string leaves out a part in its middle."""
SPLIT_ON = 0.01
"""How often that part becomes longer by one, again and again."""


@inner
def ruin(data: Data, state: State, seed: int) -> None:
    """Take strings out of the routes nearest to the seed; what is out waits in the pool."""
    mean = state.tally[SERVED] / max(1, state.tally[USED])
    longest = min(float(LONGEST_STRING), mean)
    most = 4.0 * MEAN_REMOVED / (1.0 + longest) - 1.0
    if mean > LONGEST_STRING and chance(state.tally) < WIDE:
        longest, most = mean, 2.0
    routes = int(chance(state.tally) * most + 1.0)
    _string(data, state, seed, longest)
    for n in range(data.adjacents):
        c = data.near[seed, n]
        if state.tally[SAVED] >= routes:
            break
        _string(data, state, c, longest)
    for number in range(state.tally[SAVED]):
        v = state.saved[number, ROUTE_COLUMNS]
        refresh(data, state, v)
        shorten(data, state, v)


@inner
def shorten(data: Data, state: State, v: int) -> None:
    """Take visits out from behind until the route can be driven.

    Fewer visits are not always easier: the way past one may be longer than the way over it, or
    none, and a door may need the parking that the one before it had.
    """
    while state.route[v, STOPS] > 0 and not driveable(data, state, v):
        last = state.node[end_of(data, v), BEFORE]
        if data.node[last, LOCKED]:
            break
        take_out(data, state, last)
        refresh(data, state, v)


@inner
def _string(data: Data, state: State, c: int, longest: float) -> None:
    """Take a string with c out of its route, unless one was taken there already."""
    v = state.node[c, ROUTE]
    if v < 0 or state.route[v, TOUCHED] == state.tally[CLOCK]:
        return
    stops = state.route[v, STOPS]
    length = int(chance(state.tally) * min(float(stops), longest) + 1.0)
    length = min(length, stops)
    kept = 0
    if length > 1 and length < stops and chance(state.tally) < SPLIT:
        kept = 1
        while length + kept < stops and chance(state.tally) < SPLIT_ON:
            kept += 1
    _cut(data, state, c, v, length, kept)


@inner
def _cut(data: Data, state: State, c: int, v: int, length: int, kept: int) -> None:
    """Take out `length` visits around c but `kept` ones among them."""
    save(data, state, v)
    stops, total = state.route[v, STOPS], length + kept
    position, x = 0, state.node[c, BEFORE]
    while x < data.visits:
        position += 1
        x = state.node[x, BEFORE]
    low = max(0, position - total + 1)
    high = min(position, stops - total)
    first = low + below(state.tally, high - low + 1)
    hole = 1 + below(state.tally, length - 1) if kept else total
    x = start_of(data, v)
    for _ in range(first + 1):
        x = state.node[x, NEXT]
    state_count = 0
    for number in range(total):
        if not hole <= number < hole + kept:
            state.list[ROW, state_count] = x
            state_count += 1
        x = state.node[x, NEXT]
    for number in range(state_count):
        take_out(data, state, state.list[ROW, number])


@inner
def take_out(data: Data, state: State, u: int) -> None:
    """Take u out with its partner and all that comes after either; half the time with its group."""
    stack, high = state.list[STACK], 1
    stack[0] = u
    while high > 0:
        high -= 1
        x = stack[high]
        if state.node[x, ROUTE] < 0 or data.node[x, LOCKED]:
            continue
        save(data, state, state.node[x, ROUTE])
        unlink(data, state, x)
        if not data.node[x, DELIVERS]:
            state.list[WAITING, state.tally[POOL]] = x
            state.tally[POOL] += 1
        if data.node[x, PARTNER] >= 0:
            stack[high] = data.node[x, PARTNER]
            high += 1
        for n in range(data.node[x, HEIR_AT], data.node[x, HEIR_TO]):
            if state.node[data.list[n], ROUTE] >= 0:
                stack[high] = data.list[n]
                high += 1
        if data.node[x, GROUP] >= 0 and chance(state.tally) < SPLIT:
            for n in range(data.node[x, GROUP_AT], data.node[x, GROUP_TO]):
                if state.node[data.list[n], ROUTE] >= 0:
                    stack[high] = data.list[n]
                    high += 1
