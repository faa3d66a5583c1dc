"""Prices that need the whole of a route or of the plan: lying apart, and uneven work."""

from routing.engines.ruin.columns import (
    BUSIEST,
    FAR,
    LABOUR,
    MIDDLE,
    PLACE,
    PROFILE,
    RIVAL,
    ROW,
    SPREAD,
    SPREADS,
    STOPS,
    WORK,
)
from routing.engines.ruin.compiled import inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.exact import row_of, timed
from routing.engines.ruin.state import State
from routing.matrix import UNREACHABLE


@inner
def settle(data: Data, state: State, v: int) -> None:
    """The prices of this route that its labels do not tell."""
    if data.compact:
        _spread(data, state, v)
    if data.balance:
        state.route[v, WORK] = 0
        if state.route[v, STOPS] > 0:
            n = row_of(data, state, v)
            duration, rested = timed(data, state, v, n, data.balance > 0)
            state.route[v, WORK] = 0 if duration >= FAR else duration - rested


@inner
def _spread(data: Data, state: State, v: int) -> None:
    """From the stop where the seconds to all others are fewest."""
    n = row_of(data, state, v)
    profile, least = data.fleet[v, PROFILE], FAR if n > 2 else 0
    for i in range(1, n - 1):
        here, seconds = data.node[state.list[ROW, i], PLACE], 0
        for j in range(1, n - 1):
            way = data.ways[data.apart, profile, here, data.node[state.list[ROW, j], PLACE]]
            seconds += 0 if way >= UNREACHABLE else way
        if seconds < least:
            least = seconds
            state.route[v, MIDDLE] = here
    price = data.compact * least // 100
    state.tally[SPREADS] += price - state.route[v, SPREAD]
    state.route[v, SPREAD] = price


@inner
def imbalance(data: Data, state: State) -> int:
    """The price of what the busiest works beyond the mean of all."""
    most = total = 0
    for v in range(data.vehicles):
        if state.route[v, STOPS] > 0:
            most = max(most, state.route[v, WORK])
            total += state.route[v, WORK]
    return data.balance * (most - total // data.fleet_size)


@inner
def rank(data: Data, state: State) -> None:
    """Who has most to do, and how much the next has, by what is planned so far."""
    tally, busiest, most, rival = state.tally, 0, -1, 0
    for v in range(data.vehicles):
        labour = state.route[v, LABOUR]
        if labour > most:
            busiest, most, rival = v, labour, max(most, 0)
        else:
            rival = max(rival, labour)
    tally[BUSIEST], tally[RIVAL] = busiest, rival
