"""Who knows the roads: how long a trip takes, where vehicles stand, which streets are passed."""

from collections.abc import Sequence
from typing import Protocol

from field.domain.roads import Stand
from field.domain.speeds import Factors
from field.gateways.roads.driving import Drive
from field.gateways.roads.road_times import Trip
from routing.matrix import MatrixSource
from routing.point import Point


class RoadSource(MatrixSource, Protocol):
    """A MatrixSource that also knows where vehicles stand and how they go."""

    def stands(self, points: Sequence[Point], profile: str) -> list[Stand | None]:
        """For each door where a vehicle of this profile stands; None: it does not get there."""
        ...

    def drives(self, trips: Sequence[Trip], profile: str) -> list[Drive | None]:
        """For each trip the roads that are passed; None where they are not known."""
        ...

    def paced(self, factors: Factors) -> "RoadSource":
        """The same roads at the speeds of some hours."""
        ...
