"""Dates become days, clock times seconds: a week with a Friday, and the demo's yardstick."""

from collections import Counter
from datetime import date
from functools import partial

import pytest

from field.gateways.city_days import hours_on
from field.problems.campaign import (
    HOUR,
    Calendar,
    Rider,
    Waiting,
    cards_of,
    crews_of,
    doors_of,
    operators_of,
)
from field.services.demo_campaign import Yardstick, demo_campaign
from routing.campaign import good_cards, staffed

CITY = "32.71"
MONDAY = date(2026, 11, 23)
CALENDAR = Calendar(MONDAY, partial(hours_on, CITY))


def test_a_card_waits_from_its_first_day_on() -> None:
    waiting = [
        Waiting(1, 7, (-6.6, 106.8), "a", ready=date(2026, 11, 25), due=date(2026, 11, 27)),
        Waiting(2, 7, (-6.6, 106.8), "a", ready=date(2026, 11, 1), trip=date(2026, 11, 24)),
        Waiting(3, 8, (-6.6, 106.8), "a", rw="004", rt="002", walk_s=90),
    ]
    days = [(card.ready, card.due, card.trip) for card in cards_of(waiting, CALENDAR)]
    assert days == [(2, 4, None), (0, None, 1), (0, None, None)]
    doors = doors_of(waiting)
    assert {number: (door.area.rt, door.walk) for number, door in doors.items()} == {
        7: ("", 0),
        8: ("002", 90),
    }


def test_an_operator_works_eleven_hours_on_each_day() -> None:
    (operator,) = operators_of([1], CALENDAR, 7, opens=7 * HOUR, worked=11 * HOUR)
    for (shift,) in operator.shifts.values():
        rests = sum(rest.close - rest.open for rest in shift.breaks)
        assert shift.hours.close - shift.hours.open - rests == 11 * HOUR
    closes = [operator.shifts[day][0].hours.close for day in range(7)]
    assert closes[4] > closes[3]
    assert closes[5] == closes[6] == 19 * HOUR


def test_couriers_rest_on_the_weekend() -> None:
    crews = crews_of([Rider(1, "motor", 0, max_stops=40)], CALENDAR, 9)
    assert sorted(crews) == [0, 1, 2, 3, 4, 7, 8]
    (rider,) = crews[0]
    assert (rider.start, rider.end, rider.max_stops) == (0, 0, 40)
    lunch, prayer = (crews[day][0].breaks[0].windows[0] for day in (0, 4))
    assert lunch.close - lunch.open > prayer.close - prayer.open


def test_the_yardstick_is_just_possible() -> None:
    campaign = demo_campaign(Yardstick(CITY, MONDAY, cards=200))
    made = sum(sum(good_cards(campaign, staffed(campaign, day)).values()) for day in range(14))
    assert made == 60_480
    assert len(campaign.crews[0]) == 136
    assert {card.ready for card in campaign.cards} == {0}


@pytest.mark.parametrize("seed", [1, 2])
def test_cards_may_become_ready_over_the_days(seed: int) -> None:
    asked = Yardstick(CITY, MONDAY, cards=400, seed=seed, over_days=True)
    campaign = demo_campaign(asked)
    ready = Counter(card.ready for card in campaign.cards)
    assert max(ready) <= 11
    assert len(ready) > 8
    assert ready[0] > 400 * 0.2
    assert campaign.cards == demo_campaign(asked).cards
