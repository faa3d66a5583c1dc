"""Planned beside done: what is left, what is behind, and what a new plan starts from."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from field.domain.cetak.tracking import Stage, TrackedDay, delivering, printing

FIRST = date(2026, 11, 23)
figures = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1, max_size=20)


def stage(done: list[tuple[int, int]], today: int, cards: int = 6000) -> Stage:
    days = tuple((FIRST + timedelta(days=n), *pair) for n, pair in enumerate(done))
    return Stage(days, cards, FIRST + timedelta(days=today))


@given(figures, st.integers(0, 25))
def test_what_is_left_and_done_are_all_cards(done: list[tuple[int, int]], today: int) -> None:
    found = stage(done, today)
    assert found.left + found.done == 6000
    lefts = [point.left for point in found.burn() if point.left is not None]
    assert lefts == sorted(lefts, reverse=True)
    assert len(lefts) == min(today + 1, len(done))


def test_today_is_not_behind_before_it_is_over() -> None:
    assert stage([(100, 90), (100, 0), (100, 0)], today=1).behind == 10
    assert stage([(100, 130), (100, 0)], today=1).behind == -30


def test_a_new_plan_starts_from_what_was_left_then() -> None:
    days = ((FIRST, 100, 60), (FIRST + timedelta(1), 140, 0), (FIRST + timedelta(2), 100, 0))
    found = Stage(days, 300, FIRST + timedelta(1), replanned=FIRST + timedelta(1))
    assert [(point.planned, point.left) for point in found.burn()] == [
        (200, 240), (100, 240), (0, None),
    ]  # fmt: skip


def test_the_two_halves_read_their_own_figures() -> None:
    day = TrackedDay(FIRST, 10, 9, 1, 5, 4, 2)
    assert printing([day], 10, FIRST).days == ((FIRST, 10, 9),)
    assert delivering([day], 10, FIRST).days == ((FIRST, 5, 4),)
