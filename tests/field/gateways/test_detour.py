"""A fresh installation: main roads with small streets between them, or straight lines."""

import numpy as np
import pytest

from data.roads import main_roads
from field.domain.roads import MAIN_ROADS
from field.gateways.city_roads import roads_without_network
from field.gateways.detour import DIRECT, MainRoads
from routing.crow_flies import CrowFlies
from routing.point import Point

BAZAAR, STATION, AIRPORT = Point(-6.6045, 106.7965), Point(-6.5955, 106.7903), Point(-6.13, 106.65)


@pytest.fixture(scope="module")
def source() -> MainRoads:
    found, about = roads_without_network("32.71")
    assert isinstance(found, MainRoads)
    assert (about.kind, about.licence, about.estimated) == (MAIN_ROADS, "CC BY-SA 3.0", True)
    return found


def test_the_loop_round_the_garden_is_one_way() -> None:
    oneway = [road for road in main_roads("32.71") if road.oneway]
    assert 8 <= len(oneway) <= 20
    assert len(main_roads("32.71")) == 380


def test_along_main_roads_a_way_back_is_another_way(source: MainRoads) -> None:
    matrix = source.matrix([BAZAAR, STATION], "mobil")
    assert matrix.durations[0, 1] != matrix.durations[1, 0]
    assert matrix.distances[0, 1] != matrix.distances[1, 0]


@pytest.mark.parametrize("profile", ["motor", "mobil", "foot"])
def test_never_longer_than_straight_through_small_streets(source: MainRoads, profile: str) -> None:
    rng = np.random.default_rng(4)
    points = [Point(*place) for place in rng.uniform((-6.66, 106.75), (-6.54, 106.84), (40, 2))]
    found = source.matrix(points, profile)
    straight = source.lines.matrix(points, profile)
    assert (found.durations <= np.ceil(straight.durations * DIRECT)).all()
    assert (found.durations < straight.durations).any()
    assert (np.diag(found.durations) == 0).all()
    assert found.distances.max() < 40_000


def test_every_door_is_where_the_vehicle_stands(source: MainRoads) -> None:
    stands = source.stands([BAZAAR, AIRPORT], "mobil")
    assert [(each.lat, each.walk_s) for each in stands if each] == [
        (BAZAAR.lat, 0),
        (AIRPORT.lat, 0),
    ]


def test_far_away_and_nobody(source: MainRoads) -> None:
    assert source.matrix([BAZAAR, AIRPORT], "motor").durations[0, 1] > 3_600
    assert source.matrix([], "motor").size == 0
    assert isinstance(source.lines, CrowFlies)
