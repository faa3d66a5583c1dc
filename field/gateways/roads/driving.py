"""The way itself between two stands: the roads that are passed, as directions want to know them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from field.domain.directions import Passed
from field.domain.place import Point
from field.gateways.roads.classes import CLOSED
from field.gateways.roads.engine import Engine, Spot, Tip
from field.gateways.roads.measure import Plane
from field.gateways.roads.network import Network

Drive = tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an edge, as it is driven: centimetres from its tail."""

    edge: int
    begin: int
    end: int


class Driving:
    """Ways on one network, for one class at the weights in force."""

    def __init__(self, network: Network, weights: NDArray[np.int64], leaving: "Leaving") -> None:
        self._network, self._weights, self._leaving = network, weights, leaving

    def between(self, origin: Spot, target: Spot, engine: Engine) -> Drive | None:
        """Return the fastest way; None where there is none. Nothing lies between equal places."""
        found = list(self._ways(origin, target, engine))
        if not found:
            return None
        pieces = min(found, key=lambda way: way[0])[1]
        return tuple(self._passed([piece for piece in pieces if piece.begin != piece.end]))

    def _ways(
        self, origin: Spot, target: Spot, engine: Engine
    ) -> Iterator[tuple[int, list[_Piece]]]:
        if (along := self._along(origin, target)) is not None:
            yield along
        for leave in origin.exits:
            for enter in target.entries:
                found = engine.way(leave.node, enter.node)
                if found is None:
                    continue
                arcs = self._network.topology.arc[list(found.arcs)].tolist()
                pieces = [
                    *self._end(origin, leave, outward=True),
                    *(self._whole(arc) for arc in arcs),
                    *self._end(target, enter, outward=False),
                ]
                yield leave.ms + found.ms + enter.ms, pieces

    def _along(self, origin: Spot, target: Spot) -> tuple[int, list[_Piece]] | None:
        """Two stands on one edge: the way between them need not go by a junction."""
        if origin.edge < 0 or origin.edge != target.edge:
            return None
        weight = int(self._weights[2 * origin.edge + (target.cm < origin.cm)])
        if weight >= CLOSED:
            return None
        share = abs(target.cm - origin.cm) / max(1, int(self._network.cm[origin.edge]))
        return round(weight * share), [_Piece(origin.edge, origin.cm, target.cm)]

    def _whole(self, arc: int) -> _Piece:
        length = int(self._network.cm[arc // 2])
        return _Piece(arc // 2, length, 0) if arc % 2 else _Piece(arc // 2, 0, length)

    def _end(self, spot: Spot, tip: Tip, *, outward: bool) -> Iterator[_Piece]:
        """From the middle of an edge to the junction of a tip, or the reverse."""
        if spot.edge < 0:
            return
        network = self._network
        junction = network.topology.copy_of[tip.node]
        tip_cm = int(network.cm[spot.edge]) if network.head[spot.edge] == junction else 0
        yield (
            _Piece(spot.edge, spot.cm, tip_cm) if outward else _Piece(spot.edge, tip_cm, spot.cm)
        )

    def _passed(self, pieces: Sequence[_Piece]) -> Iterator[Passed]:
        network, before = self._network, -1
        for piece in pieces:
            edge, ahead = piece.edge, piece.begin < piece.end
            arc = 2 * edge + (not ahead)
            yield Passed(
                name=network.names[network.name[edge]],
                kind=network.kinds[network.kind[edge]],
                metres=abs(piece.end - piece.begin) / 100,
                line=tuple(Point(lat, lon) for lat, lon in self._line(piece)),
                circle=bool(network.circle[edge]),
                choices=self._leaving.choices(arc, before, self._weights),
            )
            before = edge

    def _line(self, piece: _Piece) -> list[tuple[float, float]]:
        places = np.array(self._network.shape(piece.edge))
        steps = Plane.around(places).steps(places)
        along = np.concatenate([[0.0], np.cumsum(steps)])
        along *= int(self._network.cm[piece.edge]) / max(along[-1], 1e-9)
        low, high = sorted((piece.begin, piece.end))
        inside = places[(along > low) & (along < high)]
        ends = [[np.interp(cm, along, places[:, side]) for side in (0, 1)] for cm in (low, high)]
        line = np.concatenate([ends[:1], inside, ends[1:]])
        return [
            (lat, lon) for lat, lon in (line if piece.begin < piece.end else line[::-1]).tolist()
        ]


class Leaving:
    """The plain arcs that leave each junction."""

    def __init__(self, network: Network) -> None:
        arcs = 2 * network.edges
        self._tail = network.topology.tail[:arcs]
        self._order = np.argsort(self._tail, kind="stable")
        counts = np.bincount(self._tail, minlength=network.topology.junctions)
        self._start = np.concatenate([[0], np.cumsum(counts)])

    def choices(self, arc: int, before: int, weights: NDArray[np.int64]) -> int:
        """How many ways on there are where an arc begins, besides it and the edge one came by."""
        junction = self._tail[arc]
        around = self._order[self._start[junction] : self._start[junction + 1]].tolist()
        return sum(
            weights[other] < CLOSED for other in around if other // 2 not in (before, arc // 2)
        )
