"""What a fresh installation knows of its city's roads: the main ones that we may ship, or none."""

from functools import cache

from data import roads as tables
from data.regions import regions
from data.roads import MainRoad, main_roads
from field.domain.roads import MAIN_ROADS, STRAIGHT_LINES, RoadsInUse
from field.gateways.detour import MainRoads, StraightLines
from field.gateways.roads.build import build
from field.gateways.roads.importing import city_area
from field.gateways.roads.network import Network
from field.gateways.roads.opening import open_roads
from field.gateways.roads.survey import Origin, Place, Survey, Way
from routing.crow_flies import CrowFlies
from routing.point import Point

# A kampung of this many people a km2 is as dense as it gets; the city's mean is about 10,000.
HOUSES_PER_KM2 = 150

_BUSY = 5  # minibus lines
_ANYWHERE_M = 50_000.0


@cache
def roads_without_network(city: str) -> tuple[StraightLines, RoadsInUse]:
    """Return who knows how long a trip takes in this city, and what that rests on."""
    lines = CrowFlies(density=_Density(city))
    network = _network(city)
    if network is None:
        return StraightLines(lines), RoadsInUse(STRAIGHT_LINES)
    about = RoadsInUse(MAIN_ROADS, tables.SOURCE, tables.LICENCE, tables.DATE)
    return MainRoads(lines, open_roads(network, far_m=_ANYWHERE_M)), about


class _Density:
    """Houses per km2: small kelurahan are the dense ones, the cities' oldest parts."""

    def __init__(self, city: str) -> None:
        self.kelurahan = regions(city).kelurahan

    def __call__(self, point: Point) -> float:
        nearest = min(
            self.kelurahan, key=lambda k: (k.lat - point.lat) ** 2 + (k.lon - point.lon) ** 2
        )
        return HOUSES_PER_KM2 / max(nearest.area_km2, 0.1)


def _network(city: str) -> Network | None:
    survey = Survey(Origin(tables.SOURCE, tables.LICENCE, tables.DATE))
    numbers: dict[Place, int] = {}
    for road in main_roads(city):
        refs = [numbers.setdefault(corner, len(numbers) + 1) for corner in (road.begin, road.end)]
        survey.ways.append(Way(len(survey.ways) + 1, tuple(refs), _tags(road)))
    survey.nodes = {number: place for place, number in numbers.items()}
    return build(survey, city_area(city), city)


def _tags(road: MainRoad) -> dict[str, str]:
    busy = road.lines + road.lines_back >= _BUSY
    return {
        "highway": "primary" if busy else "secondary",
        "oneway": "yes" if road.oneway else "no",
    }
