"""Which edges are closed to whom, today: laid over the network's own weights, and taken off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED
from field.gateways.roads.network import Network

BOTH = 3
FORWARD, BACKWARD = 1, 2


@dataclass(frozen=True, slots=True)
class Closure:
    """An edge that nobody of these profiles may drive, in one direction or both."""

    edge: int
    profiles: frozenset[str]
    directions: int = BOTH


@dataclass(frozen=True)
class Arcs:
    """The engine's arcs of each plain arc, to find copies at restricted junctions too."""

    order: NDArray[np.int64]
    start: NDArray[np.int64]

    @classmethod
    def of(cls, network: Network) -> "Arcs":
        arc = network.topology.arc
        counts = np.bincount(arc, minlength=2 * network.edges)
        start = np.concatenate([[0], np.cumsum(counts)])
        return cls(np.argsort(arc, kind="stable"), start.astype(np.int64))

    def copies(self, arc: int) -> NDArray[np.int64]:
        return self.order[self.start[arc] : self.start[arc + 1]]


def closed_arcs(closures: Iterable[Closure], profile: str, arcs: Arcs) -> set[int]:
    """The engine's arcs that these closures shut for a class."""
    return {
        int(copy)
        for closure in closures
        if profile in closure.profiles
        for side, bit in ((0, FORWARD), (1, BACKWARD))
        if closure.directions & bit
        for copy in arcs.copies(2 * closure.edge + side)
    }


def changes(before: set[int], after: set[int], weights: NDArray[np.int64]) -> Mapping[int, int]:
    """New weights of the arcs that are closed now, or open again."""
    opened = {arc: int(weights[arc]) for arc in before - after}
    return opened | dict.fromkeys(after - before, CLOSED)
