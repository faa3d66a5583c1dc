"""Which edges a stretch on the map means: found by geometry, whatever network is in use."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from field.domain.closures import Effect, Shape, Stretch
from field.domain.place import Point
from field.gateways.roads.classes import CLOSED, PROFILES
from field.gateways.roads.closures import BACKWARD, BOTH, FORWARD, Closure, Opening, Rule
from field.gateways.roads.lines import Lines
from field.gateways.roads.measure import Plane
from field.gateways.roads.network import Network

NEAR_M = 40.0
"""A phone between houses is some 20 m wrong; a pin farther away means no road at all."""

BESIDE_M = 20.0
"""So far from a road a finger may draw."""

_STEP_M = 4.0
_INSIDE_M = 15.0


@dataclass(frozen=True, slots=True)
class Piece:
    """An edge, and in which of its directions the drawn line runs."""

    edge: int
    directions: int = BOTH


class Ground:
    """The edges of a network, to be found by what is drawn upon them."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._plane = Plane.around(np.stack(network.degrees, axis=1))
        self._lines = Lines(network, np.arange(network.edges), self._plane)
        # [edge, class]; a bollard is an edge without length, and no road that one could mean.
        self._open = (network.ms != CLOSED).any(axis=1) & (network.cm > 0)[:, None]

    def pieces(self, stretch: Stretch) -> list[Piece]:
        """The edges that a class concerned uses, and that the drawing means."""
        drawn = self._drawn(stretch)
        far = NEAR_M if stretch.shape is Shape.POINT else BESIDE_M
        classes = [PROFILES.index(profile) for profile in stretch.profiles]
        near = self._lines.within(drawn, far)
        near = near[self._open[near][:, classes].any(axis=1)]
        if stretch.shape is Shape.POINT:
            return self._nearest(near, drawn)
        if stretch.shape is Shape.AREA:
            return [Piece(edge) for edge in near.tolist() if self._is_inside(edge, drawn)]
        along = [Piece(edge, way) for edge in near.tolist() if (way := self._along(edge, drawn))]
        across = stretch.effect is Effect.CLOSED and not along
        return along or [Piece(edge) for edge in self._crossed(near, drawn) if across]

    def _drawn(self, stretch: Stretch) -> shapely.Geometry:
        flat = self._plane.flat(np.array([(point.lat, point.lon) for point in stretch.points]))
        if stretch.shape is Shape.POINT:
            return shapely.Point(flat[0])
        if stretch.shape is Shape.LINE:
            return shapely.LineString(flat)
        return shapely.make_valid(shapely.Polygon(flat))

    def _nearest(self, edges: NDArray[np.int64], point: shapely.Geometry) -> list[Piece]:
        far = {int(edge): shapely.distance(self._lines.line(edge), point) for edge in edges}
        return [Piece(min(far, key=far.__getitem__))] if far else []

    def _is_inside(self, edge: int, area: shapely.Geometry) -> bool:
        line = self._lines.line(edge)
        inside = shapely.length(shapely.intersection(line, area))
        return bool(inside >= min(_INSIDE_M, shapely.length(line) / 2))

    def _crossed(self, edges: NDArray[np.int64], line: shapely.Geometry) -> list[int]:
        """A bar drawn across a road."""
        return [edge for edge in edges.tolist() if self._lines.line(edge).intersects(line)]

    def _along(self, edge: int, drawn: shapely.Geometry) -> int:
        """In which direction an edge keeps beside the line: so far as to be meant, else 0.

        Where it only crosses, or meets the line at a junction, it gains no ground along it.
        """
        road = self._lines.line(edge)
        length = float(shapely.length(road))
        samples = shapely.line_interpolate_point(
            road, np.linspace(0, 1, max(2, round(length / _STEP_M) + 1)), normalized=True
        )
        beside = shapely.distance(samples, drawn) <= BESIDE_M
        steps = np.diff(shapely.line_locate_point(drawn, samples))
        steps = steps[beside[1:] & beside[:-1]]
        # Near the ends of a loop a sample may be found on its other end.
        gained = float(steps[np.abs(steps) <= 3 * _STEP_M].sum())
        if abs(gained) < min(length, float(shapely.length(drawn))) / 2:
            return 0
        return FORWARD if gained > 0 else BACKWARD

    def shape(self, piece: Piece) -> list[Point]:
        """A piece as a line to look at, in the direction in which it was drawn."""
        points = [Point(lat, lon) for lat, lon in self.network.shape(piece.edge)]
        return points[::-1] if piece.directions == BACKWARD else points


def rules_of(stretches: Iterable[Stretch], ground: Ground) -> tuple[Rule, ...]:
    """What these stretches, the oldest first, ask of the network.

    A closed road is closed, whatever its direction; of two directions the one told last counts.
    """
    closed: list[Closure] = []
    ways: dict[tuple[int, str], int] = {}
    for stretch in stretches:
        for piece in ground.pieces(stretch):
            if stretch.effect is Effect.CLOSED:
                closed.append(Closure(piece.edge, stretch.profiles))
                continue
            allowed = piece.directions if stretch.effect is Effect.ONE_WAY else BOTH
            ways.update({(piece.edge, profile): allowed for profile in stretch.profiles})
    rules: list[Rule] = [
        Opening(edge, frozenset({profile}), allowed) for (edge, profile), allowed in ways.items()
    ]
    rules += (
        Closure(edge, frozenset({profile}), BOTH - allowed)
        for (edge, profile), allowed in ways.items()
        if allowed != BOTH
    )
    return (*rules, *closed)
