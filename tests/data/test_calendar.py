"""The working calendar: weekly hours, breaks, Ramadan and holidays."""

from datetime import date, time, timedelta

import pytest

from data.calendar import Certainty, calendar, day

BOGOR = "32.71"


def worked_minutes(on: date) -> int:
    hours = day(BOGOR, on).hours
    if hours is None:
        return 0
    spans = [(hours.opens, hours.closes), *((pause.begins, pause.ends) for pause in hours.breaks)]
    lengths = [
        (end.hour * 60 + end.minute) - (start.hour * 60 + start.minute) for start, end in spans
    ]
    return lengths[0] - sum(lengths[1:])


def test_an_ordinary_week_is_37_and_a_half_hours() -> None:
    monday = date(2026, 11, 23)
    week = [worked_minutes(monday + timedelta(days=n)) for n in range(7)]
    assert sum(week) == 37.5 * 60
    assert week[5:] == [0, 0]


def test_a_ramadan_week_is_32_and_a_half_hours() -> None:
    monday = date(2026, 3, 2)
    assert day(BOGOR, monday).ramadan
    assert sum(worked_minutes(monday + timedelta(days=n)) for n in range(7)) == 32.5 * 60


def test_friday_stops_for_prayer() -> None:
    friday = day(BOGOR, date(2026, 11, 27)).hours
    assert friday is not None
    assert [(pause.begins, pause.ends) for pause in friday.breaks] == [(time(11, 30), time(13))]


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2026, 8, 17), "Proklamasi Kemerdekaan"),
        (date(2026, 12, 24), "Cuti bersama Natal"),
        (date(2027, 1, 1), "Tahun Baru 2027 Masehi"),
    ],
)
def test_a_holiday_is_shut_and_named(on: date, name: str) -> None:
    found = day(BOGOR, on)
    assert not found.working
    assert found.holiday is not None
    assert found.holiday.name == name


def test_the_decreed_year_has_17_holidays_and_8_days_of_joint_leave() -> None:
    year = [h for on, h in calendar(BOGOR).holidays.items() if on.year == 2026]
    assert {h.certainty for h in year} == {Certainty.DECREED}
    assert [h.joint_leave for h in year].count(False) == 17
    assert [h.joint_leave for h in year].count(True) == 8


def test_a_year_without_decree_says_it_is_estimated() -> None:
    lebaran = calendar(BOGOR).holidays[date(2027, 3, 10)]
    assert lebaran.certainty is Certainty.ESTIMATED
