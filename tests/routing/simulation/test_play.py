"""Games that can be reckoned by hand."""

from routing import Break, TimeWindow, Vehicle
from routing.simulation.figures import figures
from routing.simulation.play import Game, play
from routing.simulation.policy import FirstCome, Planned
from routing.simulation.setting import Card, Day, Setting
from routing.simulation.world import World
from tests.routing.simulation.corner import (
    COURIER,
    DISPATCHER,
    HOUR,
    MINUTE,
    OFFICE,
    STEP,
    TURN,
    at,
    cards,
    corner,
    door,
)

RAIN = {1: (0, 24 * HOUR)}


def first_come(setting: Setting, world: World) -> Game:
    return play(setting, world, FirstCome(), DISPATCHER.routes)


def test_outage_at_noon_and_nobody_at_home() -> None:
    """Five cards, two for door 1; door 2 opens at the second visit only; the outage costs one."""
    setting = corner(cards(1, 1, 2, 3, 3))
    world = World(outages={(0, 1): (12 * HOUR, 24 * HOUR)}, nobody=frozenset({(2, 0)}), knocking=60)
    game = first_come(setting, world)
    assert game.printed.at == {
        1: at(0, 9), 2: at(0, 10), 3: at(0, 11), 4: at(0, 12), 5: at(1, 9),
    }  # fmt: skip
    day_1, day_2 = game.rounds
    assert day_1.travel == day_2.travel == 60 * MINUTE
    assert (day_1.service, day_2.service) == (15 * MINUTE + MINUTE + 10 * MINUTE, 20 * MINUTE)
    seen = {call.door: (call.at, call.met) for call in day_1.calls}
    assert seen[2][1] is False
    assert seen in (
        {1: (at(1, 8, 25), True), 2: (at(1, 8, 36), False), 3: (at(1, 8, 56), True)},
        {3: (at(1, 8, 40), True), 2: (at(1, 8, 51), False), 1: (at(1, 9, 16), True)},
    )
    assert game.delivered.keys() == {1, 2, 3, 4, 5}
    assert game.visits == {1: 1, 2: 2, 3: 2}


def test_figures_count_what_was_driven_by_card() -> None:
    found = figures(first_come(corner(cards(1, 2)), World()))
    assert (found.cards, found.printed, found.delivered, found.calls) == (2, 2, 2, 2)
    assert (found.travel_minutes, found.travel_minutes_per_card) == (40, 20)
    assert found.service_minutes_per_card == 10
    assert (found.print_finish, found.finish) == (1, 2)
    assert found.days_median in (1.35, 1.36)  # 8:20 and 8:40, or 8:30 and 8:50, of the second day


def test_card_that_never_arrives_counts_as_the_last_day() -> None:
    days = (Day((TURN,), ()),) * 2
    found = figures(first_come(corner(cards(1), days=days), World()))
    assert (found.delivered, found.days_median, found.travel_minutes_per_card) == (0, 2, 0)


def test_rain_makes_the_way_longer_but_not_the_door() -> None:
    (driven,) = first_come(corner(cards(1)), World(rain=RAIN, slower=1.5)).rounds
    assert (driven.travel, driven.service) == (30 * MINUTE, 10 * MINUTE)
    assert driven.calls[0].at == at(1, 8, 25)


def test_what_rain_leaves_no_time_for_is_done_on_the_next_day() -> None:
    """Two doors take an hour in the dry, and ten minutes more than there are in the rain."""
    short = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=TimeWindow(8 * HOUR, 9 * HOUR + 1800))
    days = (Day((TURN,), (short,)),) * 4
    game = first_come(corner(cards(1, 2), days=days), World(rain=RAIN, slower=2.0))
    assert [len(each.calls) for each in game.rounds] == [1, 1]
    assert [each.day for each in game.rounds] == [1, 2]


def test_absent_courier_is_stood_in_for_by_the_other() -> None:
    other = Vehicle(id=2, start=OFFICE, end=OFFICE, shift=COURIER.shift)
    days = (Day((TURN,), (COURIER, other)),) * 3
    world = World(absent_couriers=frozenset({(1, 1)}))
    game = first_come(corner(cards(1, 2), days=days), world)
    assert [(each.courier, len(each.calls)) for each in game.rounds] == [(2, 2)]


def test_door_of_an_absent_courier_alone_waits() -> None:
    doors = (door(1, vehicles=frozenset({1})),)
    world = World(absent_couriers=frozenset({(1, 1)}))
    game = first_come(corner(cards(1), doors=doors), world)
    assert [(each.day, len(each.calls)) for each in game.rounds] == [(2, 1)]


def test_break_is_taken_when_it_is_due() -> None:
    rest = Break(id=1, windows=(TimeWindow(8 * HOUR + 600, 9 * HOUR),), service=HOUR)
    rider = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=COURIER.shift, breaks=(rest,))
    game = first_come(corner(cards(1, 1, 2), days=(Day((TURN,), (rider,)),) * 2), World())
    over = sorted(call.at for call in game.rounds[0].calls)
    assert over in ([at(1, 8, 25), at(1, 9, 45)], [at(1, 8, 30), at(1, 9, 55)])


def test_first_come_prints_by_readiness_then_by_number() -> None:
    given = [Card(1, 1, 600), Card(3, 1, 0), Card(2, 1, 0)]
    assert FirstCome().queue(given) == [2, 3, 1]


def test_planned_cards_wait_for_their_day() -> None:
    setting = corner(cards(1, 2))
    planned = Planned(setting, [2, 1], {1: 2, 2: 1})
    game = play(setting, World(), planned, DISPATCHER.routes)
    assert game.printed.at == {2: at(0, 9), 1: at(0, 10)}
    assert {card: moment // at(1, 0) for card, moment in game.delivered.items()} == {2: 1, 1: 2}


def test_late_card_goes_with_the_next_doors_of_its_territory() -> None:
    """Door 1 is not answered on days 1 and 3; what is planned next is too long to wait for."""
    setting = corner(cards(1, 2, 3), days=(Day((TURN,), (COURIER,)),) * 9)
    planned = Planned(setting, [1, 2, 3], {1: 1, 2: 3, 3: 8})
    game = play(setting, World(nobody=frozenset({(1, 0), (1, 1)})), planned, DISPATCHER.routes)
    assert [(each.day, len(each.calls)) for each in game.rounds] == [(1, 1), (3, 2), (6, 1), (8, 1)]


def test_late_card_goes_at_once_when_no_doors_are_to_come() -> None:
    """An hour and twenty minutes hold two doors of ten minutes, and the ways."""
    short = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=TimeWindow(8 * HOUR, 9 * HOUR + 1200))
    setting = corner(cards(1, 2, 3), days=(Day((TURN,), (short,)),) * 9)
    planned = Planned(setting, [1, 2, 3], dict.fromkeys((1, 2, 3), 1))
    game = play(setting, World(), planned, DISPATCHER.routes)
    assert [(each.day, len(each.calls)) for each in game.rounds] == [(1, 2), (2, 1)]


def test_last_round_of_a_territory_calls_again_where_nobody_opened() -> None:
    """Two hours after, on the way back: four steps, whichever door came first."""
    setting = corner(cards(1, 2))
    game = first_come(setting, World(nobody=frozenset({(1, 0)}), knocking=60))
    (driven,) = game.rounds
    first, second = (call.at for call in driven.calls if call.door == 1)
    assert [call.met for call in driven.calls].count(False) == 1
    assert second >= first + 2 * HOUR
    assert game.visits == {1: 2, 2: 1}
    assert driven.travel == 4 * STEP


def test_nobody_calls_again_while_the_territory_has_more_to_come() -> None:
    """Card 2 is not printed by then: another round will come, here or behind another door."""
    setting = corner((Card(1, 1, 0), Card(2, 2, at(1, 0))))
    game = first_come(setting, World(nobody=frozenset({(1, 0)})))
    assert [(each.day, len(each.calls)) for each in game.rounds] == [(1, 1), (2, 2)]


def test_nobody_calls_again_after_the_shift() -> None:
    short = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=TimeWindow(8 * HOUR, 10 * HOUR))
    days = (Day((TURN,), (short,)),) * 4
    game = first_come(corner(cards(1), days=days), World(nobody=frozenset({(1, 0)})))
    assert [(each.day, len(each.calls)) for each in game.rounds] == [(1, 1), (2, 1)]


def test_rest_is_taken_while_waiting_to_call_again() -> None:
    rest = Break(id=1, windows=(TimeWindow(9 * HOUR, 10 * HOUR),), service=HOUR)
    rider = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=COURIER.shift, breaks=(rest,))
    days = (Day((TURN,), (rider,)),) * 3
    game = first_come(corner(cards(1), days=days), World(nobody=frozenset({(1, 0)})))
    (driven,) = game.rounds
    assert [call.at for call in driven.calls] == [at(1, 8, 10), at(1, 10, 20)]


def test_card_goes_along_with_the_trip_when_it_is_printed_by_then() -> None:
    given = [Card(1, 1, 0, trip=2), Card(2, 1, at(1, 0), trip=1), Card(3, 1, at(1, 0), trip=3)]
    setting = corner(given)
    planned = Planned(setting, [1, 2, 3], {1: 2, 2: 2, 3: 3})
    game = play(setting, World(), planned, DISPATCHER.routes)
    assert [(each.day, len(each.calls)) for each in game.rounds] == [(2, 1)]
    assert game.delivered == {1: at(2, 12), 2: at(2, 8, 20), 3: at(3, 12)}


def test_game_is_watched_and_ended() -> None:
    told: list[float] = []
    setting = corner(cards(1, 1, 1, 1, 1, 1, 1, 1, 2, 3))
    game = play(
        setting, World(), FirstCome(), DISPATCHER.routes, told.append, lambda: len(told) > 1
    )
    assert told == [0, 0]
    assert len(game.delivered) == 8


def test_urgent_and_then_first_printed_go_where_not_all_can() -> None:
    """An hour and a half holds five doors of a quarter of an hour each, and the hops."""
    short = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=TimeWindow(8 * HOUR, 9 * HOUR + 1800))
    given = [Card(number, 1 + number, 0, urgent=number == 7) for number in range(7, 0, -1)]
    doors = tuple(door(number, location=1, first=15 * MINUTE) for number in range(2, 9))
    setting = corner(given, doors=doors, days=(Day((TURN,), (short,)),) * 3)
    planned = Planned(setting, range(1, 8), dict.fromkeys(range(1, 8), 1))
    game = play(setting, World(), planned, DISPATCHER.routes)
    first = {call.door for call in game.rounds[0].calls}
    assert first <= {8, 2, 3, 4, 5}
    assert 8 in first


def test_enough_late_cards_are_a_round_of_their_own() -> None:
    """Nothing is planned for day 2: whether two late cards wait for day 3 is a matter of taste."""
    setting = corner(cards(1, 2, 3, 4))
    nobody = World(nobody=frozenset({(1, 0), (2, 0)}))
    days = {1: 1, 2: 1, 3: 1, 4: 3}
    rounds = []
    for enough in (3, 2):
        planned = Planned(setting, [1, 2, 3, 4], days, enough=enough, patience=9)
        game = play(setting, nobody, planned, DISPATCHER.routes)
        rounds.append([(each.day, len(each.calls)) for each in game.rounds])
    assert rounds == [[(1, 3), (3, 3)], [(1, 3), (2, 2), (3, 1)]]
