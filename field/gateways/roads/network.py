"""The road network of a city as arrays: what is kept in its file and what engines run on."""

from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED, PROFILES
from field.gateways.roads.turns import Topology

Ints = NDArray[np.int32]
_DEGREE = 1e7  # coordinates are kept as whole ten-millionths, about a centimetre


@dataclass(frozen=True)
class About:
    """What the network says of itself: shown to people, kept in the header of its file."""

    city: str
    source: str
    licence: str
    date: str
    imported_at: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    doubts: dict[str, list[int]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, eq=False)
class Network:
    """Edges between junctions.

    `ms[edge, 0]` are the weights along an edge, `ms[edge, 1]` against it, one for each class.
    `stops` says where one may stand, `main` which nodes of the topology belong to the largest part
    in which each class gets from everywhere to everywhere.
    """

    about: About
    lat: Ints  # of junctions
    lon: Ints
    tail: Ints
    head: Ints
    cm: Ints
    ms: Ints
    way: NDArray[np.int64]
    name: Ints
    kind: NDArray[np.uint8]
    stops: NDArray[np.bool_]
    bridge: NDArray[np.bool_]
    circle: NDArray[np.bool_]  # part of a roundabout
    shape_start: Ints  # len(edges) + 1
    shape_lat: Ints
    shape_lon: Ints
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    topology: Topology
    main: NDArray[np.bool_]  # [class, node]
    order: NDArray[np.uint32]  # in which an engine contracts the nodes; empty: not known yet

    @property
    def edges(self) -> int:
        return len(self.tail)

    @cached_property
    def degrees(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Latitudes and longitudes of the junctions."""
        return self.lat / _DEGREE, self.lon / _DEGREE

    def shape(self, edge: int) -> list[tuple[float, float]]:
        """The points of an edge from tail to head, (lat, lon)."""
        part = slice(self.shape_start[edge], self.shape_start[edge + 1])
        lats, lons = self.shape_lat[part] / _DEGREE, self.shape_lon[part] / _DEGREE
        return list(zip(lats.tolist(), lons.tolist(), strict=True))

    def arc_weights(self, who: int) -> NDArray[np.int64]:
        """The weight in ms of each arc of the topology for a class; CLOSED is 2**31 - 1."""
        weights: NDArray[np.int64] = (
            self.ms[:, :, who].reshape(-1)[self.topology.arc].astype(np.int64)
        )
        weights[(self.topology.banned >> who) & 1 == 1] = CLOSED
        return weights

    @cached_property
    def usable(self) -> NDArray[np.bool_]:
        """[class, edge]: whether an edge lies in the main part of a class."""
        found = []
        arcs = 2 * self.edges  # the first arcs of a topology are the plain ones
        tail, head = self.topology.tail[:arcs], self.topology.head[:arcs]
        for who in range(len(PROFILES)):
            inside = self.main[who, tail] & self.main[who, head]
            inside &= self.ms[:, :, who].reshape(-1) != CLOSED
            found.append(inside.reshape(-1, 2).any(axis=1))
        return np.array(found)


ARRAYS = tuple(
    each.name
    for each in fields(Network)
    if each.name not in ("about", "names", "kinds", "topology")
)
