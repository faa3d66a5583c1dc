"""The search: ruin, recreate, and a cooling temperature that says how much worse may be kept."""

import math

from routing.engines.ruin.columns import (
    ABSENT,
    AWAY,
    BEST,
    CLOCK,
    COSTS,
    CURRENT,
    DELIVERS,
    OPTIONAL,
    OUTSIDE,
    PARTNER,
    PENALTIES,
    POOL,
    REQUIRED,
    ROUTE,
    ROUTE_COLUMNS,
    SAVED,
    SPREADS,
    TRIED,
    WAITING,
)
from routing.engines.ruin.compiled import inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.dice import below, chance
from routing.engines.ruin.price import imbalance, settle
from routing.engines.ruin.recreate import recreate
from routing.engines.ruin.remove import ruin
from routing.engines.ruin.state import State
from routing.engines.ruin.undo import keep_best, undo

RETRIED = 8
"""So many of the required units that are left out are tried again in each iteration."""
NEARBY = 20
"""Where many are left out by choice, those among so many neighbours of the seed try again."""


@inner
def anneal(data: Data, state: State, iterations: int, temperature: float) -> None:
    """So many iterations at this temperature."""
    for _ in range(iterations):
        state.tally[CLOCK] += 1
        state.tally[SAVED] = state.tally[POOL] = 0
        seed = below(state.tally, data.visits)
        ruin(data, state, seed)
        _retry(data, state, seed)
        recreate(data, state)
        for number in range(state.tally[SAVED]):
            settle(data, state, state.saved[number, ROUTE_COLUMNS])
        loss = loss_of(data, state)
        if loss < state.tally[CURRENT] - temperature * math.log(1.0 - chance(state.tally)):
            _accept(data, state, loss)
        else:
            undo(data, state)


@inner
def loss_of(data: Data, state: State) -> int:
    tally = state.tally
    loss = tally[COSTS] + tally[PENALTIES] + tally[SPREADS]
    return loss + imbalance(data, state) if data.balance else loss


@inner
def _retry(data: Data, state: State, seed: int) -> None:
    """Let some of those left out try again: any that are required, and the seed's neighbours."""
    _retry_some(state, 0, state.tally[REQUIRED])
    many = state.tally[ABSENT] - state.tally[REQUIRED]
    if many <= RETRIED:
        _retry_some(state, state.tally[REQUIRED], many)
        return
    for n in range(min(NEARBY, data.adjacents)):
        x = data.near[seed, n]
        u = data.node[x, PARTNER] if data.node[x, DELIVERS] else x
        if state.node[u, AWAY]:
            _try_again(state, u)
    if state.node[seed, AWAY]:
        _try_again(state, seed)


@inner
def _retry_some(state: State, first: int, many: int) -> None:
    absent = state.list[OUTSIDE]
    for n in range(min(many, RETRIED)):
        if many > RETRIED:
            other = n + below(state.tally, many - n)
            here = absent[first + n]
            absent[first + n], absent[first + other] = absent[first + other], here
        _try_again(state, absent[first + n])


@inner
def _try_again(state: State, u: int) -> None:
    if state.list[TRIED, u] != state.tally[CLOCK]:
        state.list[TRIED, u] = state.tally[CLOCK]
        state.list[WAITING, state.tally[POOL]] = u
        state.tally[POOL] += 1


@inner
def _accept(data: Data, state: State, loss: int) -> None:
    """This is the plan now; who is left out is counted anew."""
    tally = state.tally
    tally[CURRENT] = loss
    recount(data, state)
    if loss < tally[BEST]:
        tally[BEST] = loss
        keep_best(data, state)


@inner
def recount(data: Data, state: State) -> None:
    """Those left out: still, or since they were in the pool; the required ones first."""
    tally, absent, left = state.tally, state.list[OUTSIDE], 0
    for n in range(tally[ABSENT]):
        u = absent[n]
        if state.node[u, ROUTE] < 0:
            absent[left] = u
            left += 1
        else:
            state.node[u, AWAY] = 0
    for n in range(tally[POOL]):
        u = state.list[WAITING, n]
        if state.node[u, ROUTE] < 0 and state.node[u, AWAY] == 0:
            state.node[u, AWAY] = 1
            absent[left] = u
            left += 1
    tally[ABSENT] = left
    required = 0
    for n in range(left):
        if not data.node[absent[n], OPTIONAL]:
            u = absent[required]
            absent[required] = absent[n]
            absent[n] = u
            required += 1
    tally[REQUIRED] = required
