"""Both engines against each other, and against a yardstick that knows no tricks."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from field.gateways.roads.classes import PROFILES
from field.gateways.roads.closures import Closure
from field.gateways.roads.engine import Engine
from field.gateways.roads.network import Network
from field.gateways.roads.opening import Dijkstras, hierarchies, open_roads
from field.gateways.roads.road_times import RoadTimes
from routing.matrix import Matrix
from routing.point import Point
from tests.field.gateways.roads.made import bans, by_seed, forbidden, plainly, streets, survey

SEEDS = st.integers(0, 10**6)


def doors(chance: Random, count: int = 12, side: int = 6) -> list[Point]:
    low, high = -0.5 / 1000, (side - 0.5) / 1000
    return [
        Point(-6.6 + chance.uniform(low, high), 106.8 + chance.uniform(low, high))
        for _ in range(count)
    ]


def by_both(network: Network) -> tuple[RoadTimes, RoadTimes]:
    return open_roads(network), RoadTimes(network, Dijkstras(network))


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_engines_agree_to_the_millisecond_through_closures(seed: int) -> None:
    chance = by_seed(seed)
    network = streets(survey(chance))
    both, points = by_both(network), doors(chance)
    closures = [
        Closure(
            chance.randrange(network.edges),
            frozenset(chance.sample(PROFILES, 2)),
            chance.choice((1, 2, 3)),
        )
        for _ in range(4)
    ]
    first = [both[0].matrix(points, profile) for profile in PROFILES]
    for wanted in ([], closures, closures[:1], []):
        for roads in both:
            roads.close(wanted)
        for profile in PROFILES:
            fast, exact = (roads.matrix(points, profile) for roads in both)
            assert np.array_equal(fast.durations, exact.durations)
    assert [both[0].matrix(points, profile) for profile in PROFILES] == first


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_banned_turns_are_not_driven_and_nothing_else_is_lost(seed: int) -> None:
    chance = by_seed(seed)
    made = survey(chance)
    network, banned = streets(made), bans(made)
    for who in range(len(PROFILES)):
        engines = (hierarchies(network)(who), Dijkstras(network)(who))
        begin = chance.randrange(network.topology.junctions)
        plain = plainly(network, banned, who, begin)
        for junction in range(network.topology.junctions):
            for engine in engines:
                assert best(network, engine, begin, junction) == plain.get(junction)


def best(network: Network, engine: Engine, begin: int, junction: int) -> int | None:
    """The shortest way to any copy of a junction."""
    copies = np.flatnonzero(network.topology.copy_of == junction)
    ways = [engine.way(begin, int(node)) for node in copies]
    return min((way.ms for way in ways if way), default=None)


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_a_way_is_as_long_as_its_arcs_and_holds_no_banned_chain(seed: int) -> None:
    chance = by_seed(seed)
    made = survey(chance)
    network, banned = streets(made), bans(made)
    weights = network.arc_weights(0)
    for engine in (hierarchies(network)(0), Dijkstras(network)(0)):
        for _ in range(10):
            begin, end = (chance.randrange(network.topology.junctions) for _ in "ab")
            way = engine.way(begin, end)
            if way is None:
                continue
            assert way.ms == weights[list(way.arcs)].sum()
            driven = tuple(int(network.topology.arc[arc]) for arc in way.arcs)
            ends = range(1, len(driven) + 1)
            assert not any(forbidden(driven[max(0, e - 4) : e], banned, 0) for e in ends)


@pytest.mark.parametrize("profile", PROFILES)
def test_metres_are_those_of_the_fastest_way(profile: str) -> None:
    chance = by_seed(7)
    fast, exact = by_both(streets(survey(chance, side=14)))
    points = doors(chance, 60, side=14)
    matrices = [roads.matrix(points, profile) for roads in (fast, exact)]
    apart = np.abs(matrices[0].distances.astype(np.int64) - matrices[1].distances)
    assert np.percentile(apart, 99) <= 10


def test_many_may_ask_while_roads_close() -> None:
    chance = by_seed(3)
    network = streets(survey(chance))
    roads, points = open_roads(network), doors(chance)
    shut = [Closure(edge, frozenset(PROFILES)) for edge in range(5)]
    roads.close(shut)
    closed = [roads.matrix(points, profile) for profile in PROFILES]
    roads.close([])
    opened = [roads.matrix(points, profile) for profile in PROFILES]

    def ask(number: int) -> Matrix:
        if number % 4 == 0:
            roads.close(shut if number % 8 else [])
        return roads.matrix(points, PROFILES[number % 3])

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(ask, range(60)))
    for number, answer in enumerate(answers):
        assert answer in (closed[number % 3], opened[number % 3])


def test_misuse_becomes_an_error_that_can_be_caught() -> None:
    engine = hierarchies(streets(survey(by_seed(1))))(0)
    with pytest.raises(RuntimeError, match="routingkit_cch"):
        engine.reweigh({10**6: 5})
