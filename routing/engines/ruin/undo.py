"""Back to the plan before, and the best plan kept aside."""

from routing.engines.ruin.columns import (
    BEST_AT,
    BEST_ROW,
    MIDDLE,
    NEXT,
    ROUTE_COLUMNS,
    SAVED,
    SAVED_AT,
    SAVED_ROW,
    SPREAD,
    SPREADS,
    WORK,
)
from routing.engines.ruin.compiled import inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.links import link, refresh, start_of, unlink
from routing.engines.ruin.state import State


@inner
def undo(data: Data, state: State) -> None:
    """Bring all saved routes back."""
    for number in range(state.tally[SAVED]):
        clear(data, state, state.saved[number, ROUTE_COLUMNS])
    for number in range(state.tally[SAVED]):
        v = state.saved[number, ROUTE_COLUMNS]
        p = start_of(data, v)
        for at in range(state.list[SAVED_AT, number], state.list[SAVED_AT, number + 1]):
            link(data, state, state.list[SAVED_ROW, at], p)
            p = state.list[SAVED_ROW, at]
        refresh(data, state, v)
        state.tally[SPREADS] += state.saved[number, SPREAD] - state.route[v, SPREAD]
        for column in (WORK, SPREAD, MIDDLE):
            state.route[v, column] = state.saved[number, column]


@inner
def clear(data: Data, state: State, v: int) -> None:
    """Take all visits off this route, locked ones too."""
    u = state.node[start_of(data, v), NEXT]
    while u < data.visits:
        following = state.node[u, NEXT]
        unlink(data, state, u)
        u = following


@inner
def keep_best(data: Data, state: State) -> None:
    at = 0
    for v in range(data.vehicles):
        state.list[BEST_AT, v] = at
        u = state.node[start_of(data, v), NEXT]
        while u < data.visits:
            state.list[BEST_ROW, at] = u
            at += 1
            u = state.node[u, NEXT]
    state.list[BEST_AT, data.vehicles] = at
