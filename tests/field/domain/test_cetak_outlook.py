"""The forecast of the print queue: nobody is lost in it, and no blank is used twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from field.domain.cetak.outlook import Start, empty_on, outlook, short_on

TODAY = date(2026, 11, 24)


def days(*capacity: int) -> list[tuple[date, int]]:
    return [(TODAY + timedelta(days=ahead), most) for ahead, most in enumerate(capacity)]


def test_who_is_recorded_tonight_is_in_tomorrows_queue() -> None:
    found = outlook(Start(100, 1000, 0), days(60, 60), {TODAY + timedelta(days=1): 30}, {})
    assert [(one.prints, one.waiting) for one in found] == [(60, 40), (60, 10)]


def test_spoiled_cards_cost_capacity_and_blanks() -> None:
    (day,) = outlook(Start(500, 1000, 10), days(100), {}, {})
    assert (day.prints, day.spoiled, day.waiting, day.blanks) == (90, 10, 410, 900)


def test_without_blanks_the_printers_stand_until_a_delivery_comes() -> None:
    coming = {TODAY + timedelta(days=2): 50}
    found = outlook(Start(100, 30, 0), days(60, 60, 60), {}, coming)
    assert [one.prints for one in found] == [30, 0, 50]
    assert short_on(found) == TODAY
    assert empty_on(found) is None


numbers = st.integers(0, 300)


@given(numbers, numbers, st.integers(0, 50), st.lists(st.tuples(numbers, numbers, numbers)))
def test_nobody_and_no_blank_is_lost(
    waiting: int, blanks: int, spoil: int, drawn: list[tuple[int, int, int]]
) -> None:
    capacity = days(*(one[0] for one in drawn))
    joins = {day: one[1] for (day, _), one in zip(capacity, drawn, strict=True)}
    coming = {day: one[2] for (day, _), one in zip(capacity, drawn, strict=True)}
    for one, (_, most) in zip(
        outlook(Start(waiting, blanks, spoil), capacity, joins, coming), capacity, strict=True
    ):
        waiting += joins[one.day] - one.prints
        blanks += coming[one.day] - one.prints - one.spoiled
        assert (one.waiting, one.blanks) == (waiting, blanks)
        assert min(waiting, blanks, one.prints, one.spoiled) >= 0
        assert one.prints + one.spoiled <= most
