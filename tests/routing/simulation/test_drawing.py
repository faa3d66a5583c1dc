"""Chance is drawn before anybody decides, and each kind of it apart."""

from dataclasses import replace

from routing.simulation.drawing import drawn
from routing.simulation.luck import NO_BAD_LUCK, Luck
from routing.simulation.play import play
from routing.simulation.policy import FirstCome, Planned
from routing.simulation.setting import Card, Setting
from routing.simulation.world import World
from tests.routing.simulation.corner import DISPATCHER, HOUR, corner

LUCK = Luck(outage=0.5, courier_absent=0.5, operator_absent=0.5, spoiled=0.5, nobody=0.5, rain=0.5)


def many(cards: int = 40) -> Setting:
    return corner([Card(number, 1 + number % 5, 0) for number in range(1, cards + 1)])


def test_same_seed_same_world() -> None:
    assert drawn(many(), 7, LUCK) == drawn(many(), 7, LUCK)


def test_another_seed_is_another_world() -> None:
    one, two = drawn(many(), 7, LUCK), drawn(many(), 8, LUCK)
    assert one.spoiled != two.spoiled
    assert one.nobody != two.nobody


def test_more_of_one_chance_changes_nothing_of_another() -> None:
    one, two = drawn(many(), 7, LUCK), drawn(many(), 7, replace(LUCK, nobody=0.9, outage=0.0))
    assert (one.spoiled, one.rain, one.absent_couriers) == (
        two.spoiled, two.rain, two.absent_couriers,
    )  # fmt: skip
    assert one.nobody < two.nobody


def test_without_bad_luck_nothing_happens() -> None:
    assert drawn(many(), 7, NO_BAD_LUCK) == World(slower=NO_BAD_LUCK.slower)


def test_both_ways_of_working_meet_the_same_doors() -> None:
    """The first visit to a door ends alike, whenever it is made."""
    setting = many(15)
    world = World(nobody=frozenset({(1, 0), (4, 0), (4, 1)}))
    ways = (
        FirstCome(),
        Planned(setting, range(15, 0, -1), {card: 1 + card % 3 for card in range(1, 16)}),
    )
    firsts = []
    for way in ways:
        game = play(setting, world, way, DISPATCHER.routes)
        calls = [call for each in game.rounds for call in each.calls]
        firsts.append({call.door: call.met for call in reversed(calls)})
    assert firsts[0] == firsts[1]
    assert firsts[0] == {1: False, 2: True, 3: True, 4: False, 5: True}


def test_outages_begin_while_somebody_prints() -> None:
    for seed in range(20):
        for begins, ends in drawn(many(), seed, LUCK).outages.values():
            assert 8 * HOUR <= begins <= 16 * HOUR
            assert HOUR // 2 <= ends - begins <= 4 * HOUR
