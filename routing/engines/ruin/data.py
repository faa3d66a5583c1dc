"""The problem in flat arrays, as the kernels read it."""

from typing import NamedTuple

from routing.engines.ruin.compiled import Array


class Data(NamedTuple):
    """Nodes: the visits, then the start of each vehicle's route, then the end of each.

    Few arrays, for each costs time whenever a kernel calls another. The columns are named in
    `columns`. Times are seconds, int64; ways are int32 and `UNREACHABLE` where there is no road.
    """

    visits: int
    vehicles: int
    fleet_size: int  # of the problem, idle vehicles too: what balance is a mean of
    kinds: int
    axes: int  # of loads
    balance: int
    compact: int
    thorough: int  # 1: look at every place in every route
    adjacents: int  # so many columns of `near` are for taking out, the rest for putting in
    paid: int  # the layer of `ways` with costs
    turned: int  # the same, but [profile, to, from]: read along a row, it is a third faster
    measured: int  # the layer with metres
    apart: int  # the layer with the seconds between stops, where some way lacks metres only
    node: Array  # [node, DROP + 2 * axis]
    fleet: Array  # [vehicle, ROOM + axis]
    rest: Array  # [kind, breaks taken, REST_WINDOW + 2 * window]
    stray: Array  # [kind, node]: the price of serving it, -1 where that kind may not
    ways: Array  # [layer, profile, place, place]: seconds, and costs and metres if they matter
    near: Array  # [visit, n]: neighbours, the nearest first
    order: Array  # [rule, visit]: keys by which units wait their turn
    list: Array  # what node columns point into: windows, groups, what comes after what
