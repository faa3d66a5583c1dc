"""Factors by hour: the last rule holds, a plan goes by the mean over the hours on duty."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.fault import Fault
from field.domain.speeds import MAIN, ROADS, SMALL, Rule, Slot, Speeds, slot_of

WIB = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 11, 23, tzinfo=WIB)
WORKDAYS = frozenset(range(1, 6))
MORNING = Rule(MAIN, "mobil", WORKDAYS, 6, 8, 1.5)


def duty(start: float, end: float, vehicle: str = "mobil") -> tuple[str, datetime, datetime]:
    return vehicle, MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=end)


def test_a_rule_holds_in_its_hours_on_its_roads_for_its_vehicle() -> None:
    speeds = Speeds((MORNING,))
    assert speeds.factor(Slot("mobil", 1, 7), MAIN) == 1.5
    for slot in (
        Slot("mobil", 1, 8),
        Slot("mobil", 1, 5),
        Slot("mobil", 6, 7),
        Slot("motor", 1, 7),
    ):
        assert speeds.factor(slot, MAIN) == 1.0
    assert speeds.factor(Slot("mobil", 1, 7), SMALL) == 1.0


def test_the_last_rule_holds_and_what_was_learned_multiplies_it() -> None:
    slot = Slot("mobil", 1, 7)
    own = Rule(MAIN, "mobil", frozenset({1}), 7, 8, 1.2)
    assert Speeds((MORNING, own)).factor(slot, MAIN) == 1.2
    learned = Speeds((MORNING, own), {slot: 1.5})
    assert learned.factor(slot, MAIN) == pytest.approx(1.8)
    assert learned.factor(slot, SMALL) == 1.5
    assert learned.factor(Slot("mobil", 1, 6), MAIN) == 1.5


def test_a_plan_goes_by_the_minutes_worked_in_each_hour() -> None:
    speeds = Speeds((MORNING,))
    assert speeds.over([duty(7.5, 9.5)]) == {"mobil": {MAIN: 1.125, SMALL: 1.0}}
    assert speeds.over([duty(7, 8), duty(9, 12)]) == {"mobil": {MAIN: 1.125, SMALL: 1.0}}
    assert speeds.over([duty(9, 12)]) == {"mobil": {MAIN: 1.0, SMALL: 1.0}}


def test_nobody_walks_faster_or_slower() -> None:
    assert Speeds((MORNING,)).over([duty(7, 8, "foot")]) == {}


def test_an_hour_is_the_citys_own() -> None:
    assert slot_of("motor", MONDAY + timedelta(hours=7, minutes=59)) == Slot("motor", 1, 7)


RULES = st.builds(
    lambda roads, vehicle, days, since, length, factor: Rule(
        roads, vehicle, days, since, min(24, since + length), factor
    ),
    st.sampled_from(sorted(ROADS)),
    st.sampled_from(("motor", "mobil")),
    st.frozensets(st.integers(1, 7), min_size=1),
    st.integers(0, 23),
    st.integers(1, 24),
    st.floats(0.5, 4.0),
)


@given(st.lists(RULES, max_size=6), st.floats(0, 12), st.floats(0.1, 11))
def test_a_mean_lies_between_the_hours_it_is_made_of(
    rules: list[Rule], start: float, length: float
) -> None:
    speeds = Speeds(tuple(rules))
    first, last = int(start), int(start + length)
    for roads in ROADS:
        each = [speeds.factor(Slot("mobil", 1, hour), roads) for hour in range(first, last + 1)]
        mean = speeds.over([duty(start, start + length)])["mobil"][roads]
        assert min(each) - 0.001 <= mean <= max(each) + 0.001


@pytest.mark.parametrize(
    ("days", "since", "until", "factor", "code"),
    [
        (frozenset[int](), 6, 8, 1.5, "speeds.bad_hours"),
        (frozenset({8}), 6, 8, 1.5, "speeds.bad_hours"),
        (WORKDAYS, 8, 8, 1.5, "speeds.bad_hours"),
        (WORKDAYS, 6, 25, 1.5, "speeds.bad_hours"),
        (WORKDAYS, 6, 8, 0.4, "speeds.bad_factor"),
        (WORKDAYS, 6, 8, float("nan"), "speeds.bad_factor"),
        (WORKDAYS, 6, 8, 4.1, "speeds.bad_factor"),
    ],
)
def test_a_rule_that_makes_no_sense_is_not_born(
    days: frozenset[int], since: int, until: int, factor: float, code: str
) -> None:
    with pytest.raises(Fault) as refused:
        Rule(MAIN, "mobil", days, since, until, factor)
    assert refused.value.code == code
