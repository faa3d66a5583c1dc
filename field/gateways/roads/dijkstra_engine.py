"""scipy's Dijkstra: exact and plain. The yardstick of the tests, and what is left without CCH."""

from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from field.gateways.roads.engine import NO_WAY, Found, Spot, Table, Tips, shut
from field.gateways.roads.turns import Topology

_SHIFT = 2.0**26  # a float64 holds both: milliseconds above, centimetres (670 km) below
_AT_ONCE = 64  # sources; each takes 8 bytes a node


class DijkstraEngine:
    """An Engine without preparation: some milliseconds for each source."""

    def __init__(self, topology: Topology, ms: NDArray[np.int64], cm: NDArray[np.int64]) -> None:
        self._topology, self._cm = topology, cm
        self._ms = ms.copy()
        self._lock = Lock()
        self._graph: csr_matrix | None = None
        self._best: NDArray[np.int64] = np.zeros(0, np.int64)

    def table(self, spots: Sequence[Spot]) -> tuple[Table, Table]:
        graph = self._current()
        exits, entries = Tips.of([s.exits for s in spots]), Tips.of([s.entries for s in spots])
        nodes, row = np.unique(exits.node, return_inverse=True)
        columns = np.empty((len(nodes), len(entries.node)))
        for begin in range(0, len(nodes), _AT_ONCE):
            part = nodes[begin : begin + _AT_ONCE]
            columns[begin : begin + _AT_ONCE] = dijkstra(graph, indices=part)[:, entries.node]
        reached = columns + (entries.ms * _SHIFT + entries.cm)
        to_spot = np.minimum.reduceat(reached, entries.start, axis=1)
        left = to_spot[row] + (exits.ms * _SHIFT + exits.cm)[:, None]
        best = np.minimum.reduceat(left, exits.start, axis=0)
        return _parted(best)

    def way(self, origin: int, target: int) -> Found | None:
        graph = self._current()
        found, before = dijkstra(graph, indices=origin, return_predecessors=True)
        if not np.isfinite(found[target]):
            return None
        pairs, node = [], target
        while node != origin:
            pairs.append((int(before[node]), node))
            node = int(before[node])
        arcs = tuple(self._arc(*pair) for pair in reversed(pairs))
        return Found(int(found[target] // _SHIFT), arcs)

    def reweigh(self, changes: dict[int, int]) -> None:
        with self._lock:
            self._ms[list(changes)] = list(changes.values())
            self._graph = None

    def _current(self) -> csr_matrix:
        with self._lock:
            if self._graph is None:
                self._graph, self._best = self._built()
            return self._graph

    def _built(self) -> tuple[csr_matrix, NDArray[np.int64]]:
        """Of arcs side by side only the best one counts: a sparse matrix would add them up."""
        packed = self._ms * _SHIFT + self._cm
        tail, head = self._topology.tail, self._topology.head
        order = np.lexsort((packed, head, tail))
        order = order[~shut(self._ms[order])]
        first = np.ones(len(order), bool)
        first[1:] = (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0)
        best = order[first]
        shape = (self._topology.nodes,) * 2
        return csr_matrix((packed[best], (tail[best], head[best])), shape=shape), best

    def _arc(self, tail: int, head: int) -> int:
        for arc in self._best[self._topology.tail[self._best] == tail]:
            if self._topology.head[arc] == head:
                return int(arc)
        raise LookupError((tail, head))


def _parted(packed: NDArray[np.float64]) -> tuple[Table, Table]:
    none = ~np.isfinite(packed)
    safe = np.where(none, 0, packed)
    ms = np.floor(safe / _SHIFT)
    cm = safe - ms * _SHIFT
    return (
        np.where(none, NO_WAY, ms).astype(np.int32),
        np.where(none, NO_WAY, cm).astype(np.int32),
    )
