"""Where both ends of a shipment cost least on one route."""

from routing.engines.ruin.columns import (
    ABOARD,
    CLOSES,
    DETOUR,
    DROP,
    FAR,
    HAND,
    KIND,
    LEAST,
    LIMITED,
    NEXT,
    OUT,
    PARTNER,
    PROFILE,
    RESTS,
    RIDE,
    ROOM,
    ROUTE,
    SERVICE,
    SHUT,
    WALK,
)
from routing.engines.ruin.compiled import Array, inline, inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.dice import blinks
from routing.engines.ruin.exact import exactly, strict
from routing.engines.ruin.links import end_of, start_of
from routing.engines.ruin.rests import advance
from routing.engines.ruin.single import added, driven, extra, within
from routing.engines.ruin.state import State
from routing.engines.ruin.ways import drive, fare, fare_to, opening, parking

Pair = tuple[int, int, int]
"""What both cost more, the node before the pickup, and the one before the delivery."""

AT_PICKUP, HERE, AT_DELIVERY, BEHIND = 0, 1, 2, 3
"""Rows of state.label[HAND]: labels carried along while places are tried."""


@inner
def pair_on(data: Data, state: State, u: int, v: int, floors: tuple[int, int], most: int) -> Pair:
    """The best places of u and its delivery on this route, below `most`.

    Neither stands before its floor, a node of the route, and the delivery not before its pickup.
    """
    w, profile = data.node[u, PARTNER], data.fleet[v, PROFILE]
    cost, after, later = most, -1, -1
    if data.stray[data.fleet[v, KIND], u] < 0 or data.stray[data.fleet[v, KIND], w] < 0:
        return cost, after, later
    more = extra(data, state, u, v)
    if more >= most:
        return cost, after, later
    n = _deliveries_priced(data, state, w, v, floors[1])
    allowed = False
    for i in range(n):
        p = state.list[WALK, i]
        allowed = allowed or p == floors[0]
        if state.begin[p, 0] + data.node[p, SERVICE] > data.node[u, CLOSES]:
            break
        if not allowed or state.node[p, SHUT] or blinks(state.tally):
            continue
        q = state.node[p, NEXT]
        to_pickup = more + fare_to(data, profile, u, p) - state.node[p, OUT]
        here = to_pickup + fare(data, profile, u, q)
        beside = to_pickup + fare(data, profile, u, w) + fare(data, profile, w, q)
        if state.list[DETOUR, i] >= FAR:
            beside = FAR
        if min(beside, here + state.list[LEAST, i + 1]) < cost:
            best = (cost, after, later)
            cost, after, later = _pickup_after(data, state, u, i, n, (here, beside), best)
    return cost, after, later


@inner
def _deliveries_priced(data: Data, state: State, w: int, v: int, floor: int) -> int:
    """The route's nodes but the end, in state.list[WALK], and how many.

    With the detour of a delivery after each, and the least detour from there on.
    """
    profile, p, end = data.fleet[v, PROFILE], start_of(data, v), end_of(data, v)
    n, allowed = 0, False
    while p != end:
        q = state.node[p, NEXT]
        allowed = allowed or p == floor
        state.list[WALK, n] = p
        state.list[DETOUR, n] = FAR
        if allowed and state.node[p, SHUT] == 0:
            ways = fare_to(data, profile, w, p) + fare(data, profile, w, q)
            state.list[DETOUR, n] = ways - state.node[p, OUT]
        n += 1
        p = q
    state.list[LEAST, n] = FAR
    for i in range(n - 1, -1, -1):
        state.list[LEAST, i] = min(state.list[LEAST, i + 1], state.list[DETOUR, i])
    return n


@inner
def _pickup_after(
    data: Data, state: State, u: int, i: int, n: int, costs: tuple[int, int], best: Pair
) -> Pair:
    """With u after state.list[WALK, i]: the delivery right behind it, or further on."""
    w, p, hand = data.node[u, PARTNER], state.list[WALK, i], state.label[HAND]
    q, v = state.node[p, NEXT], state.node[p, ROUTE]
    profile, rests = data.fleet[v, PROFILE], data.fleet[v, RESTS]
    here, beside = costs
    if not _room(data, state, u, p, v):
        return best
    carry(data, v, p, u, state.begin[p], hand[AT_PICKUP])
    if hand[AT_PICKUP, 0] >= FAR and rests == 0:
        return best
    if beside < best[0] and not blinks(state.tally):
        carry(data, v, u, w, hand[AT_PICKUP], hand[AT_DELIVERY])
        carry(data, v, w, q, hand[AT_DELIVERY], hand[BEHIND])
        if (
            drive(data, profile, u, w) <= data.node[w, RIDE]
            and meets(hand[BEHIND], state.latest[q], rests)
            and _allowed(data, state, u, p, w, u)
        ):
            best = (beside, p, u)
    last, source, ridden = u, AT_PICKUP, 0
    for j in range(i + 1, n):
        if here + state.list[LEAST, j] >= best[0]:
            break
        x = state.list[WALK, j]
        ridden += drive(data, profile, last, x)
        carry(data, v, last, x, hand[source], hand[AT_DELIVERY])
        for taken in range(rests + 1):
            hand[HERE, taken] = hand[AT_DELIVERY, taken]
        last, source = x, HERE
        if (
            not _room(data, state, u, x, v)
            or ridden > data.node[w, RIDE]
            or not meets(hand[HERE], state.latest[x], rests)
        ):
            break
        ridden += data.node[x, SERVICE]
        cost = here + state.list[DETOUR, j]
        if cost >= best[0] or blinks(state.tally):
            continue
        if ridden + drive(data, profile, x, w) > data.node[w, RIDE]:
            continue
        behind = state.node[x, NEXT]
        carry(data, v, x, w, hand[HERE], hand[AT_DELIVERY])
        carry(data, v, w, behind, hand[AT_DELIVERY], hand[BEHIND])
        if meets(hand[BEHIND], state.latest[behind], rests) and _allowed(data, state, u, p, w, x):
            best = (cost, p, x)
    return best


@inline
def carry(data: Data, v: int, p: int, q: int, source: Array, target: Array) -> None:
    """The earliest begins at q from those at p before it."""
    if data.fleet[v, RESTS] > 0:
        advance(data, v, p, q, source, target)
    else:
        way = drive(data, data.fleet[v, PROFILE], p, q) + parking(data, p, q)
        target[0] = opening(data, q, source[0] + data.node[p, SERVICE] + way)


@inline
def meets(begin: Array, latest: Array, rests: int) -> bool:
    """Is who begins so early there in time for all that follows?"""
    for taken in range(rests + 1):
        if begin[taken] <= latest[taken]:
            return True
    return False


@inline
def _room(data: Data, state: State, u: int, p: int, v: int) -> bool:
    """May what u loads be aboard too when leaving p?"""
    for axis in range(data.axes):
        if (
            state.load[p, axis, ABOARD] + data.node[u, DROP + data.axes + axis]
            > data.fleet[v, ROOM + axis]
        ):
            return False
    return True


@inner
def _allowed(data: Data, state: State, u: int, p: int, w: int, r: int) -> bool:
    """What neither costs, loads nor labels tell: limits on ways, rides and the duration."""
    v = state.node[p, ROUTE]
    if data.fleet[v, LIMITED] and not _within(data, state, u, p, w, r):
        return False
    return bool(not strict(data, state, v, u) or exactly(data, state, v, u, p, w, r))


@inner
def _within(data: Data, state: State, u: int, p: int, w: int, r: int) -> bool:
    v, q = state.node[p, ROUTE], state.node[p, NEXT]
    if r != u:
        first, second = added(data, u, p, q, v), added(data, w, r, state.node[r, NEXT], v)
        return within(data, state, v, 2, (first[0] + second[0], first[1] + second[1]))
    ways = (driven(data, p, u, v), driven(data, u, w, v), driven(data, w, q, v))
    direct = driven(data, p, q, v)
    seconds = ways[0][0] + ways[1][0] + ways[2][0] - direct[0]
    metres = ways[0][1] + ways[1][1] + ways[2][1] - direct[1]
    return within(data, state, v, 2, (seconds, metres))
