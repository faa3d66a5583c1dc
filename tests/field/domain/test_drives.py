"""Which of a route's records are a drive from one stop to the next."""

from datetime import UTC, datetime, timedelta

from field.domain.drives import Passed, drives_of

EIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def passed(sequence: int, minute: int | None, vehicle: str = "motor") -> Passed:
    at = None if minute is None else EIGHT + timedelta(minutes=minute)
    return Passed(1, vehicle, sequence, -6.6, 106.8, 120, 300, at)


def pairs(*route: Passed) -> list[tuple[int, int, int]]:
    return [
        (d.origin.sequence, d.target.sequence, round(d.took.total_seconds() / 60))
        for d in drives_of(route)
    ]


def test_each_stop_to_the_next() -> None:
    assert pairs(passed(1, 0), passed(2, 7), passed(3, 20)) == [(1, 2, 7), (2, 3, 13)]


def test_a_stop_without_a_record_leaves_the_way_open() -> None:
    assert pairs(passed(1, 0), passed(2, None), passed(3, 20), passed(4, 26)) == [(3, 4, 6)]


def test_a_stop_that_was_put_off_leaves_the_way_open() -> None:
    assert pairs(passed(1, 0), passed(2, 40), passed(3, 10), passed(4, 20)) == [(3, 4, 10)]


def test_who_walks_teaches_nothing_of_roads() -> None:
    assert pairs(passed(1, 0, "foot"), passed(2, 7, "foot")) == []
