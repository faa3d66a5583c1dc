"""The forecast of the finish: right as often as it says, and honest when little is known."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.cetak.forecast import Done, finish

TODAY = date(2026, 11, 24)
paces = st.lists(st.integers(0, 200), max_size=14)


def onward(capacity: int) -> Iterator[tuple[date, int]]:
    return ((TODAY + timedelta(days=step), capacity) for step in count())


def days(done: Sequence[int], planned: int = 100) -> list[Done]:
    return [Done(planned, each) for each in done]


def number(day: date | None) -> float:
    return (day - TODAY).days if day else float("inf")


@given(st.integers(0, 5000), paces)
def test_the_range_holds_the_likely_day(left: int, done: list[int]) -> None:
    found = finish(left, days(done), onward(100))
    assert number(found.early) <= number(found.likely) <= number(found.late)


@given(st.integers(0, 5000), st.integers(0, 500), paces)
def test_more_work_is_not_finished_earlier(left: int, more: int, done: list[int]) -> None:
    less, much = (finish(work, days(done), onward(100)) for work in (left, left + more))
    assert number(less.likely) <= number(much.likely)
    assert number(less.early) <= number(much.early)


@given(st.integers(1, 5000), paces, st.integers(1, 100))
def test_who_did_more_is_not_finished_later(left: int, done: list[int], more: int) -> None:
    before = finish(left, days(done), onward(100))
    after = finish(left, days([each + more for each in done]), onward(100))
    assert number(after.likely) <= number(before.likely)


@given(st.integers(1, 3000), st.integers(1, 500), st.integers(0, 9), paces)
def test_people_recorded_tonight_count_from_the_day_they_can_be_printed(
    left: int, recorded: int, since: int, done: list[int]
) -> None:
    day = TODAY + timedelta(days=since)
    found = finish(left, days(done), onward(100), {day: recorded})
    assert number(found.likely) == max(
        since, number(finish(left + recorded, days(done), onward(100)).likely)
    )


def test_all_as_planned_is_finished_as_planned() -> None:
    found = finish(1000, days([100] * 6), onward(100))
    assert [number(day) for day in (found.early, found.likely, found.late)] == [9, 9, 9]
    assert found.sure


def test_nothing_recorded_believes_the_plan_and_says_a_range() -> None:
    found = finish(1000, [], onward(100))
    assert number(found.early) < 9 <= number(found.likely) < number(found.late) < 14
    assert not found.sure


def test_nothing_ever_done_has_no_end_in_sight() -> None:
    found = finish(1000, days([0] * 5), onward(100))
    assert (found.early, found.likely, found.late) == (None, None, None)


def test_days_off_tell_nothing_of_the_pace() -> None:
    with_sunday = [*days([90, 110, 95, 105]), Done(0, 0)]
    assert finish(500, with_sunday, onward(100)) == finish(
        500, days([90, 110, 95, 105]), onward(100)
    )


@pytest.mark.parametrize("seen", [4, 6, 10])
def test_the_range_is_right_as_often_as_it_says(seen: int) -> None:
    """Days of random pace: the true end is before, or after, the range about one time in ten."""
    chance, early, late = Random(seen), 0, 0  # noqa: S311 - days, not secrets
    for _ in range(600):
        pace = chance.uniform(0.7, 1.2)

        def a_day(pace: float = pace) -> int:
            return max(0, round(1000 * chance.gauss(pace, 0.15)))

        found = finish(20_000, days([a_day() for _ in range(seen)], 1000), onward(1000))
        done, true_end = a_day(), 0
        while done < 20_000:
            done, true_end = done + a_day(), true_end + 1
        early += true_end < number(found.early)
        late += true_end > number(found.late)
    assert 0.03 < early / 600 < 0.15
    assert 0.03 < late / 600 < 0.15
