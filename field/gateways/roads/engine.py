"""What any road engine answers: tables of milliseconds and centimetres, and single ways.

Points lie on edges, not on nodes. A point leaves by its `exits` and is reached by its `entries`:
nodes of the topology, each with what it takes from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED

Table = NDArray[np.int32]
NO_WAY = np.int32(2**31 - 1)
"""The entry of a pair without a way, in milliseconds and in centimetres."""


@dataclass(frozen=True, slots=True)
class Tip:
    """A node by which a point is left or reached, and what lies in between."""

    node: int
    ms: int
    cm: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the network where a vehicle can stand."""

    edge: int
    cm: int  # from the edge's tail
    exits: tuple[Tip, ...]
    entries: tuple[Tip, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One way: the engine's arcs from a node to a node."""

    ms: int
    arcs: tuple[int, ...]


class Engine(Protocol):
    """Answers for one class. Safe to ask from several threads."""

    def table(self, spots: Sequence[Spot]) -> tuple[Table, Table]:
        """Milliseconds and centimetres from each spot to each, by way of nodes."""
        ...

    def way(self, origin: int, target: int) -> Found | None:
        """The fastest way between two nodes."""
        ...

    def reweigh(self, changes: dict[int, int]) -> None:
        """Give arcs of the engine other weights (CLOSED: shut)."""
        ...


@dataclass(frozen=True)
class Tips:
    """The tips of many spots as flat columns; those of spot n begin at `start[n]`."""

    node: NDArray[np.int64]
    ms: NDArray[np.int64]
    cm: NDArray[np.int64]
    start: NDArray[np.int64]

    @classmethod
    def of(cls, tips: Sequence[Sequence[Tip]]) -> "Tips":
        """Each spot has at least one tip."""
        flat = [(tip.node, tip.ms, tip.cm) for each in tips for tip in each]
        columns = np.array(flat, np.int64).reshape(-1, 3)
        start = np.cumsum([0, *(len(each) for each in tips)])[:-1]
        return cls(columns[:, 0], columns[:, 1], columns[:, 2], start.astype(np.int64))


def shut(weights: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray(weights >= CLOSED)
