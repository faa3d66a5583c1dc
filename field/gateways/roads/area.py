"""The part of a map that matters: a city's box with a margin, and ways cut at its edge."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians

from field.gateways.roads.survey import Place

MARGIN_M = 2_500  # the way round by a neighbour's bridge
_METRES_A_DEGREE = 111_195


@dataclass(frozen=True, slots=True)
class Area:
    south: float
    west: float
    north: float
    east: float

    def grown(self, metres: float = MARGIN_M) -> "Area":
        up = metres / _METRES_A_DEGREE
        aside = up / cos(radians((self.south + self.north) / 2))
        return Area(self.south - up, self.west - aside, self.north + up, self.east + aside)

    def holds(self, place: Place) -> bool:
        return self.south <= place[0] <= self.north and self.west <= place[1] <= self.east

    def runs(self, refs: Sequence[int], nodes: Mapping[int, Place]) -> Iterator[list[int]]:
        """The stretches of a way with at least one end of each piece inside."""
        run: list[int] = []
        inside = False
        for ref in refs:
            place = nodes.get(ref)
            within = place is not None and self.holds(place)
            if place is not None and (within or inside):
                run.append(ref)
            if not within:
                if len(run) > 1:
                    yield run
                run = [] if place is None else [ref]
            inside = within
        if len(run) > 1 and inside:
            yield run
