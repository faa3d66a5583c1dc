"""From every junction the walk to the nearest one where a vehicle can stand, by gang and stairs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from field.gateways.roads.classes import CLOSED, FOOT
from field.gateways.roads.network import Network

FARTHEST_M = 1_000.0
"""Who has to walk farther than this is not reached by that vehicle."""


@dataclass(frozen=True)
class Walks:
    """For each junction: metres to walk (inf: too far), and the junction to stand at."""

    metres: NDArray[np.float64]
    stand: NDArray[np.int64]

    @classmethod
    def to(cls, network: Network, standable: NDArray[np.bool_], shut: NDArray[np.int64]) -> "Walks":
        """Walk to the ends of `standable` edges; `shut` are edges closed to people on foot."""
        count = network.topology.junctions
        ends = np.unique(np.concatenate([network.tail[standable], network.head[standable]]))
        if not len(ends):
            return cls(np.full(count, np.inf), np.full(count, -1, np.int64))
        found, _, stand = dijkstra(
            _streets(network, shut), directed=False, indices=ends, min_only=True,
            return_predecessors=True, limit=FARTHEST_M,
        )  # fmt: skip
        return cls(found, stand.astype(np.int64))


def _streets(network: Network, shut: NDArray[np.int64]) -> csr_matrix:
    """Where people may walk, in metres, in any direction; the shorter of two edges side by side."""
    walkable = (network.ms[:, :, FOOT] != CLOSED).any(axis=1)
    walkable[shut] = False
    edges = np.flatnonzero(walkable)
    low = np.minimum(network.tail[edges], network.head[edges])
    high = np.maximum(network.tail[edges], network.head[edges])
    metres = np.maximum(network.cm[edges] / 100, 0.01)
    order = np.lexsort((metres, high, low))
    low, high, metres = low[order], high[order], metres[order]
    first = np.ones(len(order), bool)
    first[1:] = (np.diff(low) != 0) | (np.diff(high) != 0)
    shape = (network.topology.junctions,) * 2
    return csr_matrix((metres[first], (low[first], high[first])), shape=shape)
