"""The plan in the making: routes as linked nodes, with the labels that make insertion cheap."""

from typing import NamedTuple

import numpy as np

from routing.engines.ruin import columns as c
from routing.engines.ruin.compiled import Array
from routing.engines.ruin.data import Data


class State(NamedTuple):
    """All int64. The columns are named in `columns`."""

    node: Array  # [node, STATE_COLUMNS]
    begin: Array  # [node, breaks taken]: the earliest begin of service, FAR where impossible
    latest: Array  # [node, breaks taken]: the latest begin that keeps the rest of the route
    load: Array  # [node, axis, 3]
    route: Array  # [vehicle, ROUTE_COLUMNS]
    saved: Array  # [n, ROUTE_COLUMNS + 1]: routes as they were, the vehicle last
    tally: Array  # [TOP + kind]
    list: Array  # [LIST_ROWS, n]
    label: Array  # [LABEL_TABLES, position, breaks taken + 2]


def fresh(data: Data, seed: int) -> State:
    """No visit on any route yet; the kernel `begin` fills it."""
    nodes, taken = len(data.node), data.rest.shape[1]

    def zeros(*shape: int) -> Array:
        return np.zeros(shape, dtype=np.int64)

    state = State(
        node=zeros(nodes, c.STATE_COLUMNS),
        begin=zeros(nodes, taken),
        latest=zeros(nodes, taken),
        load=zeros(nodes, data.axes, 3),
        route=zeros(data.vehicles, c.ROUTE_COLUMNS),
        saved=zeros(data.vehicles, c.ROUTE_COLUMNS + 1),
        tally=zeros(c.TOP + data.kinds),
        list=zeros(c.LIST_ROWS, 2 * nodes + 64),
        label=zeros(c.LABEL_TABLES, data.visits + 4, taken + 2),
    )
    vehicles = np.arange(data.vehicles)
    starts, ends = data.visits + vehicles, data.visits + data.vehicles + vehicles
    state.node[:, [c.NEXT, c.BEFORE, c.ROUTE]] = -1
    state.node[starts, c.NEXT], state.node[ends, c.BEFORE] = ends, starts
    state.node[starts, c.ROUTE] = state.node[ends, c.ROUTE] = vehicles
    state.node[:, c.AT] = data.node[:, c.PLACE]
    state.tally[c.TOP :] = -1
    state.tally[c.PENALTIES] = data.node[:, c.PENALTY].sum()
    state.tally[[c.BEST, c.CURRENT]] = c.FAR
    mixed = (seed + 1) * 0x9E3779B97F4A7C15 % 2**64
    state.tally[c.DICE] = np.array([mixed or 1], dtype=np.uint64).view(np.int64)[0]
    return state
