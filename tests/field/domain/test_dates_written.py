"""Dates as lists have them."""

from datetime import date

import pytest

from field.domain.dates import parse_date


@pytest.mark.parametrize(
    "written",
    ["2026-11-05", "05/11/2026", "5-11-2026", "5.11.2026", "5 November 2026", "5 Nop 2026",
     "05-nov-2026", "Kamis, 5 November 2026", "2026-11-05 00:00:00", "46331"],
)  # fmt: skip
def test_a_date_is_read(written: str) -> None:
    assert parse_date(written) == date(2026, 11, 5)


@pytest.mark.parametrize("written", ["", "besok", "31/02/2026", "5 Foo 2026", "5/11/26", "2026"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written) is None


def test_two_digits_of_a_year_need_a_century() -> None:
    assert parse_date("5/11/26", century=2000) == date(2026, 11, 5)
