"""Where a vehicle stands for a door: on the nearest road it may use, or where the gang begins."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED, FOOT
from field.gateways.roads.closures import Arcs
from field.gateways.roads.engine import Spot, Tip
from field.gateways.roads.lines import Lines
from field.gateways.roads.measure import Numbers, Plane
from field.gateways.roads.network import Network
from field.gateways.roads.walks import FARTHEST_M, Walks

LOST_M = 300.0
"""A point farther than this from every road is in a river, or in another town."""

PLOT_M = 15.0
"""A house may turn its back on its gang: a road hardly farther away is its road as well."""

_AT_JUNCTION_CM = 100


@dataclass(frozen=True, slots=True)
class Stood:
    """A stand, and the walk from it to the door. At a junction `edge` is -1."""

    junction: int
    edge: int
    cm: int
    walk_m: float

    @property
    def where(self) -> tuple[int, int, int]:
        return self.junction, self.edge, self.cm


class Streets:
    """What doors are snapped to: the streets on foot, and for each class where it may stand."""

    def __init__(self, network: Network, far_m: float = LOST_M) -> None:
        self.network, self.far_m = network, far_m
        lat, lon = network.degrees
        self.plane = Plane.around(np.stack([lat, lon], axis=1))
        self._lines: dict[int, Lines] = {}

    def lines(self, who: int) -> Lines:
        if who not in self._lines:
            edges = np.flatnonzero(self.standable(who))
            self._lines[who] = Lines(self.network, edges, self.plane)
        return self._lines[who]

    def standable(self, who: int) -> NDArray[np.bool_]:
        network = self.network
        return np.asarray(network.usable[who] & network.stops & (network.cm > 0))


@dataclass(frozen=True)
class Standing:
    """Stands of one class while some edges are shut, to it or to people on foot."""

    streets: Streets
    who: int
    walks: Walks
    shut: NDArray[np.bool_]

    @classmethod
    def of(
        cls, streets: Streets, who: int, shut: NDArray[np.int64], shut_on_foot: NDArray[np.int64]
    ) -> "Standing":
        closed = np.zeros(streets.network.edges, bool)
        closed[shut] = True
        standable = streets.standable(who) & ~closed
        return cls(streets, who, Walks.to(streets.network, standable, shut_on_foot), closed)

    def stands(self, places: Numbers) -> list[Stood | None]:
        """The stand for each door (rows of lat, lon); None where no vehicle of the class gets."""
        road = self.streets.lines(self.who).nearest(places, self.streets.far_m)
        gang = self.streets.lines(FOOT).nearest(places, self.streets.far_m)
        beside = (road.edge >= 0) & (road.metres <= gang.metres + PLOT_M)
        beside &= ~self.shut[np.maximum(road.edge, 0)]
        found: list[Stood | None] = []
        for number, direct in enumerate(beside.tolist()):
            near = road if direct else gang
            edge, cm = int(near.edge[number]), int(near.cm[number])
            metres = float(near.metres[number])
            if direct:
                found.append(self._on(edge, cm, metres))
            else:
                found.append(self._walked(edge, cm, metres) if edge >= 0 else None)
        return found

    def _on(self, edge: int, cm: int, metres: float) -> Stood:
        network = self.streets.network
        for junction, far in (
            (network.tail[edge], cm),
            (network.head[edge], network.cm[edge] - cm),
        ):
            if far <= _AT_JUNCTION_CM and network.main[self.who, junction]:
                return Stood(int(junction), -1, 0, metres)
        return Stood(-1, edge, cm, metres)

    def _walked(self, edge: int, cm: int, metres: float) -> Stood | None:
        """Along the gang to either end, and on to where the vehicle can stand."""
        network, walks = self.streets.network, self.walks
        ends = ((network.tail[edge], cm), (network.head[edge], network.cm[edge] - cm))
        walk, end = min((walks.metres[node] + far / 100, int(node)) for node, far in ends)
        if walk > FARTHEST_M:
            return None
        return Stood(int(walks.stand[end]), -1, 0, metres + float(walk))

    def place(self, stood: Stood) -> tuple[float, float]:
        """Where on the map the vehicle stands (lat, lon)."""
        if stood.edge >= 0:
            return self.streets.lines(self.who).place(stood.edge, stood.cm)
        lat, lon = self.streets.network.degrees
        return float(lat[stood.junction]), float(lon[stood.junction])


class Spots:
    """Turns stands into what engines take: exits and entries at the weights in force."""

    def __init__(self, network: Network, arcs: Arcs) -> None:
        self._network, self._arcs = network, arcs
        self._copies: dict[int, list[int]] = {}
        topology = network.topology
        for copy in range(topology.junctions, topology.nodes):
            self._copies.setdefault(int(topology.copy_of[copy]), []).append(copy)

    def spots(self, stands: Sequence[Stood], weights: NDArray[np.int64]) -> list[Spot]:
        return [self._spot(stood, weights) for stood in stands]

    def _spot(self, stood: Stood, weights: NDArray[np.int64]) -> Spot:
        if stood.edge < 0:
            junction = stood.junction
            nodes = (junction, *self._copies.get(junction, ()))
            return Spot(-1, 0, (Tip(junction, 0, 0),), tuple(Tip(node, 0, 0) for node in nodes))
        length = int(self._network.cm[stood.edge])
        exits: list[Tip] = []
        entries: list[Tip] = []
        for side, driven in ((0, stood.cm), (1, length - stood.cm)):
            self._side(2 * stood.edge + side, driven, length, weights, (exits, entries))
        return Spot(stood.edge, stood.cm, tuple(exits), tuple(entries))

    def _side(
        self,
        arc: int,
        driven: int,
        length: int,
        weights: NDArray[np.int64],
        tips: tuple[list[Tip], list[Tip]],
    ) -> None:
        topology, exits, entries = self._network.topology, *tips
        if weights[arc] >= CLOSED:
            return
        before = round(int(weights[arc]) * driven / max(1, length))
        exits.append(Tip(int(topology.head[arc]), int(weights[arc]) - before, length - driven))
        for copy in self._arcs.copies(arc):
            if weights[copy] < CLOSED:
                entries.append(Tip(int(topology.tail[copy]), before, driven))
