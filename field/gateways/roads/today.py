"""The roads of one day: each question is answered under that day's rules, whoever else asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from field.domain.roads import Stand
from field.domain.speeds import Factors
from field.gateways.roads.closures import Rule
from field.gateways.roads.driving import Drive
from field.gateways.roads.road_times import RoadTimes, Trip
from routing.matrix import Matrix
from routing.point import Point


@dataclass(frozen=True)
class RoadsToday:
    """A view on the roads that all days share."""

    roads: RoadTimes
    rules: tuple[Rule, ...] = ()

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:
        with self.roads.under(self.rules):
            return self.roads.matrix(points, profile, at)

    def stands(self, points: Sequence[Point], profile: str) -> list[Stand | None]:
        with self.roads.under(self.rules):
            return self.roads.stands(points, profile)

    def paced(self, factors: Factors) -> "RoadsToday":
        return RoadsToday(self.roads.paced(factors), self.rules)

    def drives(self, trips: Sequence[Trip], profile: str) -> list[Drive | None]:
        with self.roads.under(self.rules):
            return self.roads.drives(trips, profile)
