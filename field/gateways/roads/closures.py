"""What is closed or opened to whom, today: laid over the network's own weights, and taken off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED, PROFILES
from field.gateways.roads.network import Network

BOTH = 3
FORWARD, BACKWARD = 1, 2


@dataclass(frozen=True, slots=True)
class Closure:
    """An edge that nobody of these profiles may drive, in one direction or both."""

    edge: int
    profiles: frozenset[str]
    directions: int = BOTH


@dataclass(frozen=True, slots=True)
class Opening:
    """An edge that these profiles may drive the other way too, where they drive it at all."""

    edge: int
    profiles: frozenset[str]
    directions: int = BOTH


Rule = Closure | Opening


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


def laid(rules: Iterable[Rule], who: int, network: Network, arcs: Arcs) -> dict[int, int]:
    """The engine's arcs that weigh something else for a class; what is closed stays closed."""
    opened: dict[int, int] = {}
    closed: dict[int, int] = {}
    for rule in rules:
        if PROFILES[who] not in rule.profiles:
            continue
        for arc in _plain_arcs(rule):
            if isinstance(rule, Closure):
                closed.update(dict.fromkeys(arcs.copies(arc).tolist(), CLOSED))
            else:
                opened.update(_opened(arc, who, network, arcs))
    return opened | closed


def changes(
    before: Mapping[int, int], after: Mapping[int, int], weights: NDArray[np.int64]
) -> dict[int, int]:
    """New weights of the arcs that differ from now on, or are as the network has them again."""
    back = {arc: int(weights[arc]) for arc in before.keys() - after.keys()}
    return back | {arc: ms for arc, ms in after.items() if before.get(arc) != ms}


def _plain_arcs(rule: Rule) -> list[int]:
    sides = ((0, FORWARD), (1, BACKWARD))
    return [2 * rule.edge + side for side, bit in sides if rule.directions & bit]


def _opened(arc: int, who: int, network: Network, arcs: Arcs) -> dict[int, int]:
    """Against a one-way street it takes as long as along it; a banned turn stays banned."""
    edge, side = divmod(arc, 2)
    there, back = int(network.ms[edge, side, who]), int(network.ms[edge, 1 - side, who])
    if there != CLOSED or back == CLOSED:
        return {}
    banned = network.topology.banned
    return {copy: back for copy in arcs.copies(arc).tolist() if not banned[copy] >> who & 1}
