"""Learning recovers what is true, and is not bent by what is no drive."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import exp
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from field.domain.speed_lessons import LEAST_LEGS, Leg, learn
from field.domain.speeds import LEAST, MOST, Slot

MORNING, NOON = Slot("motor", 1, 7), Slot("motor", 1, 10)
HOUR = 3600


def drives(
    seed: int, slot: Slot, factor: float, count: int, door: float = 1.0, noise: float = 0.2
) -> Iterator[Leg]:
    chance = Random(seed)  # noqa: S311 - drives, not secrets
    for _ in range(count):
        usual = chance.randint(60, 900)
        door_s = chance.randint(120, 240)
        drive = usual * factor * exp(chance.gauss(0, noise))
        took = drive + door_s * door * exp(chance.gauss(0, noise))
        yield Leg(slot, round(usual * 1.1), usual, door_s, round(took))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.7, 2.2), st.floats(0.7, 2.2), st.floats(0.7, 1.5))
def test_true_factors_are_found_whatever_doors_take(
    seed: int, morning: float, noon: float, door: float
) -> None:
    legs = [*drives(seed, MORNING, morning, 250, door), *drives(seed + 1, NOON, noon, 250, door)]
    found = learn(legs).lessons
    for slot, true in ((MORNING, morning), (NOON, noon)):
        factor = found[slot].factor
        assert factor == pytest.approx(true, rel=0.2, abs=0.2)


def test_so_much_longer_at_the_door_is_told() -> None:
    legs = list(drives(1, NOON, 1.2, 600, door=1.5, noise=0.05))
    assert learn(legs).door_extra_s["motor"] == pytest.approx(0.5 * 180, abs=25)


def test_fewer_legs_than_the_least_change_nothing() -> None:
    legs = list(drives(3, MORNING, 2.0, LEAST_LEGS))
    assert learn(legs).lessons[MORNING].factor is not None
    few = learn(legs[:-1]).lessons[MORNING]
    assert (few.factor, few.legs) == (None, LEAST_LEGS - 1)
    assert learn([]).lessons == {}


def test_a_day_with_few_legs_goes_by_its_hour_on_all_working_days() -> None:
    friday, saturday = Slot("motor", 5, 7), Slot("motor", 6, 7)
    legs = [*drives(8, MORNING, 1.5, 100), *drives(9, friday, 1.5, 10)]
    found = learn([*legs, *drives(10, saturday, 1.5, 10)]).lessons
    assert found[friday].legs == 10
    assert found[friday].factor == pytest.approx(1.5, rel=0.15)
    assert found[saturday].factor is None


def eaten(leg: Leg) -> Leg:
    return replace(leg, took_s=leg.took_s + HOUR)


def out_of_signal(leg: Leg) -> Leg:
    return replace(leg, took_s=leg.took_s + 5 * HOUR)


def recorded_with_the_one_before(leg: Leg) -> Leg:
    return replace(leg, took_s=4)


def clock_turned_back(leg: Leg) -> Leg:
    return replace(leg, took_s=-leg.took_s)


@pytest.mark.parametrize(
    "odd", [eaten, out_of_signal, recorded_with_the_one_before, clock_turned_back]
)
def test_what_is_no_drive_does_not_bend_it(odd: Callable[[Leg], Leg]) -> None:
    legs = list(drives(4, NOON, 1.3, 200))
    bent = [odd(leg) if number % 4 == 0 else leg for number, leg in enumerate(legs)]
    kept = [leg for number, leg in enumerate(legs) if number % 4]
    assert learn(bent) == learn(kept)


def test_a_short_chat_on_some_drives_hardly_counts() -> None:
    legs = list(drives(5, NOON, 1.3, 300))
    chatted = [
        replace(leg, took_s=leg.took_s + 600) if number % 10 == 0 else leg
        for number, leg in enumerate(legs)
    ]
    before, after = (learn(each).lessons[NOON].factor for each in (legs, chatted))
    assert before is not None
    assert after == pytest.approx(before, rel=0.08)


def test_one_vehicle_teaches_nothing_of_another() -> None:
    car = Slot("mobil", 1, 10)
    both = learn([*drives(6, NOON, 1.0, 100), *drives(7, car, 2.0, 100)])
    assert both.lessons[NOON] == learn(drives(6, NOON, 1.0, 100)).lessons[NOON]
    assert both.lessons[car] == learn(drives(7, car, 2.0, 100)).lessons[car]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(seed: int, chance: Random) -> None:
    legs = [*drives(seed, MORNING, 1.4, 40), *drives(seed + 1, NOON, 0.9, 40)]
    mixed = list(legs)
    chance.shuffle(mixed)
    assert learn(mixed) == learn(legs)


LEGS = st.builds(
    Leg,
    st.sampled_from((MORNING, NOON)),
    st.integers(0, 2000),
    st.integers(0, 2000),
    st.integers(0, 2000),
    st.integers(-10_000, 100_000),
)


@given(st.lists(LEGS, max_size=60))
def test_no_records_teach_what_cannot_be(legs: list[Leg]) -> None:
    for lesson in learn(legs, least=1).lessons.values():
        assert lesson.factor is not None
        assert LEAST <= lesson.factor <= MOST


def as_in_life(seed: int, factor: float, door: float, count: int) -> Iterator[Leg]:
    """Many short drives and few long ones, doors of all kinds, meals, chats, two at one door."""
    chance = Random(seed)  # noqa: S311 - as above
    for number in range(count):
        usual = round(70 * exp(chance.gauss(0, 0.9)))
        door_s = chance.randint(120, 500)
        took = usual * factor * exp(chance.gauss(0, 0.25))
        took += door_s * door * exp(chance.gauss(0, 0.4))
        if number % 25 == 0:
            took += chance.uniform(300, 1500)
        if number % 40 == 0:
            took += chance.uniform(1800, 3600)
        if number % 33 == 0:
            took *= 2
        yield Leg(NOON, usual, usual, door_s, round(took))


@pytest.mark.parametrize("factor", [0.9, 1.3])
def test_neither_doors_nor_pauses_are_taken_for_slow_roads(factor: float) -> None:
    found = [
        learn(as_in_life(seed, factor, door=1.25, count=3000)).lessons[NOON].factor
        for seed in range(4)
    ]
    mean = sum(one or 0 for one in found) / len(found)
    assert mean == pytest.approx(factor * 1.03, rel=0.05)  # the mean of such noise is 1.03
