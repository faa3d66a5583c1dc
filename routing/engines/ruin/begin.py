"""The plan before the search: locked beginnings, then given orders as far as they can be kept."""

from routing.engines.ruin.anneal import loss_of, recount
from routing.engines.ruin.columns import (
    BEST,
    BLINK,
    CLOCK,
    CURRENT,
    DELIVERS,
    EAGER,
    LOCKED,
    POOL,
    ROUTE,
    SAVED,
    SHUT,
    WAITING,
)
from routing.engines.ruin.compiled import Array, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.dice import next_blink
from routing.engines.ruin.links import link, refresh, start_of
from routing.engines.ruin.price import settle
from routing.engines.ruin.recreate import recreate
from routing.engines.ruin.remove import shorten
from routing.engines.ruin.state import State
from routing.engines.ruin.undo import clear, keep_best


@inner
def begin(data: Data, state: State, given_at: Array, given: Array) -> None:
    """Give each vehicle its nodes (locked first), then put in what is still left out.

    At any price where nothing is given: one alone in its neighbourhood is never worth its way, many
    are, and those that are not will not come back once they are taken out.
    """
    state.tally[CLOCK] = 1
    state.tally[BLINK] = next_blink(state.tally)
    for v in range(data.vehicles):
        _seat(data, state, v, given[given_at[v] : given_at[v + 1]])
    state.tally[EAGER] = len(given) == 0
    _put_in_the_rest(data, state)
    state.tally[EAGER] = 0
    state.tally[CURRENT] = state.tally[BEST] = loss_of(data, state)
    keep_best(data, state)


@inner
def adopt(data: Data, state: State, given_at: Array, given: Array) -> None:
    """Go on from another plan of the same problem, which is better than any seen here."""
    for v in range(data.vehicles):
        clear(data, state, v)
    for v in range(data.vehicles):
        p = start_of(data, v)
        for n in range(given_at[v], given_at[v + 1]):
            link(data, state, given[n], p)
            p = given[n]
        refresh(data, state, v)
    _put_in_the_rest(data, state)
    loss = state.tally[CURRENT] = loss_of(data, state)
    if loss < state.tally[BEST]:
        state.tally[BEST] = loss
        keep_best(data, state)


@inner
def _put_in_the_rest(data: Data, state: State) -> None:
    """Whatever is on no route may try; nothing of this can be undone."""
    state.tally[CLOCK] += 1
    state.tally[POOL] = state.tally[SAVED] = 0
    for u in range(data.visits):
        if state.node[u, ROUTE] < 0 and not data.node[u, DELIVERS]:
            state.list[WAITING, state.tally[POOL]] = u
            state.tally[POOL] += 1
    recreate(data, state)
    recount(data, state)
    for v in range(data.vehicles):
        settle(data, state, v)


@inner
def _seat(data: Data, state: State, v: int, visits: Array) -> None:
    """All of them, then fewer from behind until the route can be driven."""
    p = start_of(data, v)
    for u in visits:
        if data.node[u, LOCKED]:
            state.node[p, SHUT] = 1
        link(data, state, u, p)
        p = u
    refresh(data, state, v)
    shorten(data, state, v)
