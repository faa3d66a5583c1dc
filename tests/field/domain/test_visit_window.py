"""The window that residents are told: two hours, on half hours, around the arrival."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.visit_window import visit_window

MORNING = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def at(hour: int, minute: int) -> datetime:
    return MORNING.replace(hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("arrival", "begins"),
    [
        (at(3, 30), at(2, 30)),
        (at(3, 40), at(2, 30)),
        (at(3, 45), at(3, 0)),
        (at(1, 8), at(1, 0)),  # nobody comes before work begins
    ],
)
def test_it_lies_around_the_arrival(arrival: datetime, begins: datetime) -> None:
    window = visit_window(arrival, MORNING)
    assert (window.begins, window.ends) == (begins, begins + timedelta(hours=2))


@given(st.integers(0, 10 * 3600), st.integers(0, 3600))
def test_the_arrival_is_always_within(after: int, late_start: int) -> None:
    begins = MORNING + timedelta(seconds=late_start)
    arrival = begins + timedelta(seconds=after)
    window = visit_window(arrival, begins)
    assert window.begins <= arrival <= window.ends
    assert window.begins.minute in (0, 30)
    assert window.ends - window.begins == timedelta(hours=2)
