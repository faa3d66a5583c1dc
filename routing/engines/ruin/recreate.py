"""Recreate: what waits in the pool is put in one after another, each where it costs least."""

from routing.engines.ruin.columns import (
    AFTER_AT,
    AFTER_TO,
    AWAY,
    BELOW,
    EAGER,
    FAR,
    GROUP,
    GROUP_AT,
    GROUP_TO,
    KEY,
    MARK,
    NEXT,
    PARTNER,
    PENALTY,
    POOL,
    REQUIRED,
    ROUTE,
    SEEN,
    STACKED,
    STOPS,
    TIED,
    TOP,
    USED,
    WAITING,
)
from routing.engines.ruin.compiled import Array, inline, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.dice import below, chance
from routing.engines.ruin.links import link, refresh, save, start_of
from routing.engines.ruin.pair import Pair, pair_on
from routing.engines.ruin.price import rank
from routing.engines.ruin.single import Place, single_near, single_on
from routing.engines.ruin.state import State

LARGE = 2**40
LONG_LOOKS = 0.1

ANYWHERE, NOWHERE = -1, -2

DEAREST = 0.5
"""How often who is dearest to leave out comes first, while any who must be served is left out."""

TURNS = (4, 8, 10, 11, 13, 15, 17)
"""Sums of the chances of each order: by chance, large, far, near, narrow, early, late first."""

FEW_ROUTES = 12
"""With no more routes than this a shipment is tried on each."""

NEIGHBOURS = 20
"""So many neighbours of each end say on which routes a shipment is tried."""


@inner
def recreate(data: Data, state: State) -> None:
    _sort(data, state)
    for number in range(state.tally[POOL]):
        _put_in(data, state, state.list[WAITING, number])


@inner
def _sort(data: Data, state: State) -> None:
    throw, rule = below(state.tally, TURNS[-1]), 0
    while throw >= TURNS[rule]:
        rule += 1
    pool, key, many = state.list[WAITING], state.list[KEY], state.tally[POOL]
    dearest = state.tally[REQUIRED] > 0 and chance(state.tally) < DEAREST
    for n in range(many):
        u = pool[n]
        if dearest:
            key[n] = -data.node[u, PENALTY]
        elif rule == 0:
            key[n] = below(state.tally, LARGE)
        else:
            key[n] = data.order[rule - 1, u]
    _sort_by(pool, key, many)


@inner
def _sort_by(pool: Array, key: Array, many: int) -> None:
    """By insertion over shrinking gaps: quick on the few of an iteration, bearable on thousands."""
    gap = many // 2
    while gap > 0:
        for n in range(gap, many):
            u, turn, at = pool[n], key[n], n
            while at >= gap and key[at - gap] > turn:
                pool[at], key[at] = pool[at - gap], key[at - gap]
                at -= gap
            pool[at], key[at] = u, turn
        gap //= 2


@inner
def _put_in(data: Data, state: State, u: int) -> None:
    if data.balance:
        rank(data, state)
    w, most = data.node[u, PARTNER], FAR if state.tally[EAGER] else data.node[u, PENALTY]
    bound = _bound(data, state, u)
    if bound == NOWHERE:
        return
    if w < 0:
        _, after = _single(data, state, u, bound, most)
        if after >= 0:
            save(data, state, state.node[after, ROUTE])
            link(data, state, u, after)
            refresh(data, state, state.node[u, ROUTE])
    else:
        _, after, later = _pair(data, state, u, bound, most)
        if after >= 0:
            save(data, state, state.node[after, ROUTE])
            link(data, state, u, after)
            link(data, state, w, later)
            refresh(data, state, state.node[u, ROUTE])


@inner
def _bound(data: Data, state: State, u: int) -> int:
    """The one vehicle that what is served already leaves to this unit; or any, or none."""
    bound = data.node[u, TIED]
    w = data.node[u, PARTNER]
    if data.node[u, GROUP] >= 0:
        for n in range(data.node[u, GROUP_AT], data.node[u, GROUP_TO]):
            v = state.node[data.list[n], ROUTE]
            if v >= 0:
                bound = v if bound in (ANYWHERE, v) else NOWHERE
    bound = _behind(data, state, u, bound)
    return bound if w < 0 else _behind(data, state, w, bound)


@inner
def _behind(data: Data, state: State, u: int, bound: int) -> int:
    for n in range(data.node[u, AFTER_AT], data.node[u, AFTER_TO]):
        v = state.node[data.list[n], ROUTE]
        if v < 0 or bound not in (ANYWHERE, v):
            return NOWHERE
        bound = v
    return bound


@inner
def _floor(data: Data, state: State, u: int, v: int) -> int:
    """The last node of the route that u comes after."""
    floor = start_of(data, v)
    if data.node[u, AFTER_AT] == data.node[u, AFTER_TO]:
        return floor
    x = state.node[floor, NEXT]
    while x < data.visits:
        for n in range(data.node[u, AFTER_AT], data.node[u, AFTER_TO]):
            if data.list[n] == x:
                floor = x
        x = state.node[x, NEXT]
    return floor


@inner
def _single(data: Data, state: State, u: int, bound: int, most: int) -> Place:
    if bound >= 0:
        return single_on(data, state, u, bound, _floor(data, state, u, bound), most)
    best, after = most, -1
    if data.thorough == 0:
        best, after = single_near(data, state, u, most)
    beside = after >= 0
    for kind in range(data.kinds):
        v = empty_of(state, kind)
        if v >= 0:
            best, after = _single_or(data, state, u, v, (best, after))
    if data.thorough or (not beside and _worth_a_long_look(state, u, after)):
        for v in range(data.vehicles):
            if state.route[v, STOPS] > 0:
                best, after = _single_or(data, state, u, v, (best, after))
    return best, after


@inline
def _single_or(data: Data, state: State, u: int, v: int, best: Place) -> Place:
    """The best place on this route, or what was better before."""
    other = single_on(data, state, u, v, start_of(data, v), best[0])
    return other if other[1] >= 0 else best


@inline
def _worth_a_long_look(state: State, u: int, after: int) -> bool:
    """On all routes: always for one that came out of a route and has no place else."""
    return bool((after < 0 and state.node[u, AWAY] == 0) or chance(state.tally) < LONG_LOOKS)


@inner
def empty_of(state: State, kind: int) -> int:
    """A vehicle of this kind without visits, or -1."""
    v = state.tally[TOP + kind]
    while v >= 0 and state.route[v, STOPS] > 0:
        state.route[v, STACKED] = 0
        v = state.tally[TOP + kind] = state.route[v, BELOW]
    return int(v)


@inner
def _pair(data: Data, state: State, u: int, bound: int, most: int) -> Pair:
    w = data.node[u, PARTNER]
    if bound >= 0:
        floors = _floor(data, state, u, bound), _floor(data, state, w, bound)
        return pair_on(data, state, u, bound, floors, most)
    best = _pair_nearby(data, state, u, most)
    beside = best[1] >= 0
    for kind in range(data.kinds):
        v = empty_of(state, kind)
        if v >= 0:
            best = _pair_or(data, state, u, v, best)
    few = state.tally[USED] <= FEW_ROUTES
    if few or (not beside and _worth_a_long_look(state, u, best[1])):
        for v in range(data.vehicles):
            if state.route[v, STOPS] > 0:
                best = _pair_or(data, state, u, v, best)
    return best


@inner
def _pair_nearby(data: Data, state: State, u: int, most: int) -> Pair:
    """On the routes of neighbours of either end; on none when there are few routes anyway."""
    w, cost, after, later = data.node[u, PARTNER], most, -1, -1
    if state.tally[USED] <= FEW_ROUTES:
        return cost, after, later
    state.tally[MARK] += 1
    first = data.adjacents
    for n in range(first, min(first + NEIGHBOURS, data.near.shape[1])):
        for x in (data.near[u, n], data.near[w, n]):
            v = state.node[x, ROUTE]
            if v >= 0 and state.route[v, SEEN] != state.tally[MARK]:
                state.route[v, SEEN] = state.tally[MARK]
                cost, after, later = _pair_or(data, state, u, v, (cost, after, later))
    return cost, after, later


@inline
def _pair_or(data: Data, state: State, u: int, v: int, best: Pair) -> Pair:
    """The best place on this route, or what was better before."""
    floor = start_of(data, v)
    other = pair_on(data, state, u, v, (floor, floor), best[0])
    return other if other[1] >= 0 else best
