"""The table of slow hours: readable, each row with its source, none that contradicts another."""

from itertools import combinations

from data.speeds import SlowHours, slow_hours

BOGOR = slow_hours("32.71")


def meet(one: SlowHours, other: SlowHours) -> bool:
    return (
        (one.roads, one.vehicle) == (other.roads, other.vehicle)
        and bool(one.weekdays & other.weekdays)
        and one.since < other.until
        and other.since < one.until
    )


def test_each_row_says_why_it_is_believed() -> None:
    assert len(BOGOR) == 8
    for row in BOGOR:
        assert len(row.source) > 30
        assert 1 < row.factor <= 1.5
        assert row.weekdays <= set(range(1, 8))


def test_no_hour_is_spoken_of_twice() -> None:
    assert not [pair for pair in combinations(BOGOR, 2) if meet(*pair)]


def test_a_city_without_a_table_has_no_slow_hours() -> None:
    assert slow_hours("00.00") == ()
