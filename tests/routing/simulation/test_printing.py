"""Cards come out one after the other, when somebody is there and nothing is broken."""

from routing.simulation.printing import Printed, print_day
from routing.simulation.setting import Card, Day, Setting, Turn
from routing.simulation.world import World
from tests.routing.simulation.corner import HOUR, MINUTE, TURN, at, cards, corner


def printed(setting: Setting, world: World, *queue: int) -> dict[int, int]:
    found = Printed()
    print_day(setting, world, 0, queue or list(setting.card), found)
    return found.at


def test_an_hour_each_as_far_as_the_turn_goes() -> None:
    found = printed(corner(cards(*[1] * 10)), World())
    assert found == {number: at(0, 8 + number) for number in range(1, 9)}


def test_outage_at_noon_stops_the_printer_until_it_is_over() -> None:
    found = printed(corner(cards(*[1] * 10)), World(outages={(0, 1): (12 * HOUR, 14 * HOUR)}))
    assert list(found.values()) == [at(0, hour) for hour in (9, 10, 11, 12, 15, 16)]


def test_card_that_the_outage_would_interrupt_is_not_begun() -> None:
    noon = 11 * HOUR + 30 * MINUTE
    found = printed(corner(cards(1, 1, 1, 1)), World(outages={(0, 1): (noon, 13 * HOUR)}))
    assert list(found.values()) == [at(0, hour) for hour in (9, 10, 11, 14)]


def test_printer_warms_up_before_its_first_card() -> None:
    found = printed(corner(cards(1, 1), warm_up={1: 15 * MINUTE}), World())
    assert list(found.values()) == [at(0, 9, 15), at(0, 10, 15)]


def test_printer_without_operator_stands() -> None:
    assert printed(corner(cards(1)), World(absent_operators=frozenset({(0, 1)}))) == {}


def test_spoiled_card_is_printed_again_at_once() -> None:
    found = Printed()
    setting = corner(cards(1, 1))
    print_day(setting, World(spoiled=frozenset({(1, 0)})), 0, [1, 2], found)
    assert found == Printed({1: at(0, 10), 2: at(0, 11)}, {1: 1})


def test_card_that_is_not_ready_is_passed_over() -> None:
    late = Card(1, 1, at(0, 9, 30))
    found = printed(corner([late, Card(2, 1, 0), Card(3, 1, 0), Card(4, 1, 0)]), World())
    assert found == {2: at(0, 9), 3: at(0, 10), 1: at(0, 11), 4: at(0, 12)}


def test_printers_wait_for_a_card_that_comes() -> None:
    assert printed(corner([Card(1, 1, at(0, 9, 30))]), World()) == {1: at(0, 10, 30)}


def test_two_printers_share_one_queue() -> None:
    days = (Day((TURN, Turn(2, 2, 8 * HOUR, 16 * HOUR))),)
    found = printed(corner(cards(1, 1, 1, 1), days=days, pace={1: HOUR, 2: 2 * HOUR}), World())
    assert found == {1: at(0, 9), 2: at(0, 10), 3: at(0, 10), 4: at(0, 11)}


def test_printer_warms_up_again_after_an_outage_but_not_after_a_break() -> None:
    day = (Day((Turn(1, 1, 8 * HOUR, 10 * HOUR), Turn(1, 1, 11 * HOUR, 16 * HOUR))),)
    setting = corner(cards(*[1] * 9), days=day, warm_up={1: 15 * MINUTE})
    found = printed(setting, World(outages={(0, 1): (13 * HOUR, 14 * HOUR)}))
    assert list(found.values()) == [at(0, 9, 15), at(0, 12), at(0, 13), at(0, 15, 15)]


def test_no_more_cards_than_blanks() -> None:
    setting = corner(cards(1, 1, 1, 1, 1), blanks={0: 2, 1: 1})
    found = Printed()
    spoils = World(spoiled=frozenset({(1, 0)}))
    print_day(setting, spoils, 0, [1, 2, 3, 4, 5], found)
    assert found.at == {1: at(0, 10)}
    print_day(setting, spoils, 1, [2, 3, 4, 5], found)
    assert found.at == {1: at(0, 10), 2: at(1, 9)}
