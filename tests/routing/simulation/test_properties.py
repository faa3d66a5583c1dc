"""Whatever happens: nothing is handed over before it is printed, and no card is lost or doubled."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from routing import Vehicle
from routing.simulation.drawing import drawn
from routing.simulation.luck import Luck
from routing.simulation.play import Game, play
from routing.simulation.policy import FirstCome, Planned, Policy
from routing.simulation.setting import Card, Day, Setting, Turn
from tests.routing.simulation.corner import COURIER, DAY, DISPATCHER, HOUR, OFFICE, TURN, corner

BAD_LUCK = Luck(
    outage=0.4,
    operator_absent=0.2,
    courier_absent=0.3,
    spoiled=0.2,
    nobody=0.4,
    rain=0.6,
    knocking=60,
)
TRIPS = st.sampled_from((None, None, 4))
OTHER = Vehicle(id=2, start=OFFICE, end=OFFICE, shift=COURIER.shift)
DAYS = tuple(
    Day((TURN, Turn(2, 2, 9 * HOUR, 15 * HOUR)), (COURIER, OTHER) if day % 7 < 5 else ())
    for day in range(12)
)


@st.composite
def settings_of_cards(draw: st.DrawFn) -> Setting:
    doors = draw(st.lists(st.integers(1, 5), min_size=1, max_size=12))
    cards = [
        Card(number, door, draw(st.integers(0, 3 * DAY)), trip=draw(TRIPS))
        for number, door in enumerate(doors, start=1)
    ]
    return corner(cards, days=DAYS, pace={1: HOUR, 2: 2 * HOUR})


@st.composite
def policies(draw: st.DrawFn, setting: Setting) -> Policy:
    if draw(st.booleans()):
        return FirstCome()
    order = draw(st.permutations([card.id for card in setting.cards]))
    return Planned(setting, order, {card: draw(st.integers(1, 8)) for card in order})


def played(setting: Setting, policy: Policy, seed: int) -> Game:
    return play(setting, drawn(setting, seed, BAD_LUCK), policy, DISPATCHER.routes)


@settings(max_examples=15, deadline=None)
@given(st.data(), settings_of_cards(), st.integers(0, 99))
def test_ready_then_printed_then_delivered(
    data: st.DataObject, setting: Setting, seed: int
) -> None:
    game = played(setting, data.draw(policies(setting)), seed)
    pace = min(setting.pace.values())
    for card, moment in game.printed.at.items():
        assert moment >= setting.card[card].ready + pace
    for card, moment in game.delivered.items():
        assert moment > game.printed.at[card]


@settings(max_examples=15, deadline=None)
@given(st.data(), settings_of_cards(), st.integers(0, 99))
def test_each_card_is_in_one_place(data: st.DataObject, setting: Setting, seed: int) -> None:
    game = played(setting, data.draw(policies(setting)), seed)
    end = len(setting.days) * DAY
    to_print, in_bag = game.to_print(), game.in_bag(end)
    places = Counter([card.id for card in (*to_print, *in_bag)] + list(game.delivered))
    assert places == Counter(card.id for card in setting.cards)
    met = [call.door for each in game.rounds for call in each.calls if call.met]
    by_car = [card for card, moment in game.delivered.items() if moment % DAY == 12 * HOUR]
    doors = {setting.card[card].door for card in game.delivered if card not in by_car}
    assert doors <= set(met)


@settings(max_examples=15, deadline=None)
@given(st.data(), settings_of_cards(), st.integers(0, 99))
def test_no_printer_is_over_its_rate_and_no_courier_over_his_shift(
    data: st.DataObject, setting: Setting, seed: int
) -> None:
    game = played(setting, data.draw(policies(setting)), seed)
    prints = Counter(moment // DAY for moment in game.printed.at.values())
    assert all(many <= 8 + 3 for many in prints.values())  # in eight hours, and in six by twos
    for each in game.rounds:
        begin = each.day * DAY + COURIER.shift.open
        overs = [call.at for call in each.calls]
        assert overs == sorted(overs)
        assert not overs or begin < overs[0] <= overs[-1] <= each.day * DAY + COURIER.shift.close
        assert begin + each.travel + each.service <= each.day * DAY + COURIER.shift.close


@settings(max_examples=10, deadline=None)
@given(settings_of_cards(), st.integers(0, 99))
def test_same_seed_same_game(setting: Setting, seed: int) -> None:
    one, two = (played(setting, FirstCome(), seed) for _ in range(2))
    assert one == two
