"""The part of the roads in which one gets from everywhere to everywhere and back."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from field.gateways.roads.engine import shut
from field.gateways.roads.network import Network
from field.gateways.roads.turns import Topology


def largest_part(topology: Topology, is_open: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The nodes of the largest part, when only these arcs may be driven."""
    tail, head = topology.tail[is_open], topology.head[is_open]
    if not len(tail):
        return np.zeros(topology.nodes, bool)
    graph = coo_matrix((np.ones(len(tail)), (tail, head)), shape=(topology.nodes,) * 2)
    _, label = connected_components(graph.tocsr(), directed=True, connection="strong")
    return np.asarray(label == np.bincount(label).argmax())


def edges_within(network: Network, weights: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The edges of the largest part at these weights: what a closed road cuts off is not in it."""
    is_open = ~shut(weights)
    main = largest_part(network.topology, is_open)
    arcs = 2 * network.edges  # the first arcs of a topology are the plain ones
    inside = main[network.topology.tail[:arcs]] & main[network.topology.head[:arcs]]
    return np.asarray((inside & is_open[:arcs]).reshape(-1, 2).any(axis=1))
