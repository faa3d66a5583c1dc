"""The same roads at the speeds of some hours: other weights over one hierarchy."""

import numpy as np
import pytest
from hypothesis import given, settings

from field.gateways.city_roads import roads_without_network
from field.gateways.detour import StraightLines
from field.gateways.roads.closures import Closure
from field.gateways.roads.opening import Dijkstras, open_roads
from field.gateways.roads.paced import paced_network
from field.gateways.roads.road_times import RoadTimes
from routing.crow_flies import CrowFlies
from routing.matrix import UNREACHABLE
from routing.point import Point
from tests.field.gateways.roads.made import by_seed, streets, survey
from tests.field.gateways.roads.test_engines import SEEDS, doors

SLOW = {"motor": {"main": 1.5, "small": 1.1}, "mobil": {"main": 3.0, "small": 2.0}}
BAZAAR, STATION = Point(-6.6045, 106.7965), Point(-6.5955, 106.7903)


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_both_engines_agree_at_other_speeds_through_closures(seed: int) -> None:
    chance = by_seed(seed)
    network = streets(survey(chance))
    points = doors(chance)
    fast, exact = open_roads(network), RoadTimes(network, Dijkstras(network))
    shut = Closure(chance.randrange(network.edges), frozenset({"motor"}))
    for closures in ([], [shut], []):
        for roads in (fast, exact):
            roads.close(closures)
        for profile in ("motor", "mobil", "foot"):
            one, other = (r.paced(SLOW).matrix(points, profile) for r in (fast, exact))
            assert np.array_equal(one.durations, other.durations)
            usual = fast.matrix(points, profile)
            assert (one.durations >= usual.durations).all()
            assert (one == usual) or profile != "foot"


def test_twice_as_long_on_every_road_is_twice_as_long_for_that_class_only() -> None:
    chance = by_seed(3)
    network = streets(survey(chance))
    roads, points = open_roads(network), doors(chance)
    twice = roads.paced({"motor": {"main": 2.0, "small": 2.0}})
    before, after = (each.matrix(points, "mobil") for each in (roads, twice))
    assert before == after
    slow = paced_network(network, {"motor": {"main": 2.0, "small": 2.0}})
    closed = network.ms == 2**31 - 1
    assert np.array_equal(slow.ms[..., 0][~closed[..., 0]], 2 * network.ms[..., 0][~closed[..., 0]])
    assert (slow.ms[closed] == 2**31 - 1).all()
    assert np.array_equal(slow.ms[..., 1:], network.ms[..., 1:])


def test_a_slow_main_road_sends_a_way_through_small_streets() -> None:
    """Only where roads differ does the way change: that is what factors by kind are for."""
    network = streets(survey(by_seed(8)))
    points = doors(by_seed(8))
    roads = open_roads(network)
    usual, slow = (
        each.matrix(points, "mobil") for each in (roads, roads.paced({"mobil": {"main": 4.0}}))
    )
    known = usual.durations < UNREACHABLE
    assert (usual.distances[known] != slow.distances[known]).any()


def test_speeds_that_were_asked_for_before_are_at_hand_again() -> None:
    roads = open_roads(streets(survey(by_seed(1))))
    again = dict(reversed(SLOW.items()))
    assert roads.paced(SLOW) is roads.paced(again)
    assert roads.paced(SLOW) is not roads.paced({"motor": {"main": 1.5}})


@pytest.mark.parametrize("profile", ["motor", "mobil", "foot"])
def test_without_a_network_trips_take_longer_too(profile: str) -> None:
    found, _ = roads_without_network("32.71")
    for source in (found, StraightLines(CrowFlies())):
        usual = source.matrix([BAZAAR, STATION], profile).durations[0, 1]
        slow = source.paced({who: {"main": 2.0, "small": 2.0} for who in SLOW})
        took = slow.matrix([BAZAAR, STATION], profile).durations[0, 1]
        assert took == (usual if profile == "foot" else pytest.approx(2 * usual, abs=2))
