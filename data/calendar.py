"""The working calendar of a city: hours, breaks, Ramadan and holidays, by date.

Times are the city's own wall clock.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

_TABLES = Path(__file__).parent / "calendar"


class Certainty(StrEnum):
    """Why a date is believed: by decree, the same by law every year, or reckoned by the moon."""

    DECREED = "decreed"
    FIXED = "fixed"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Break:
    name: str
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Hours:
    """A shift and the breaks inside it."""

    opens: time
    closes: time
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    date: date
    name: str
    joint_leave: bool
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Fasting:
    begins: date
    ends: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """One date: its hours, or None when the office is shut, and the holiday if it is one."""

    date: date
    hours: Hours | None
    holiday: Holiday | None
    ramadan: bool

    @property
    def working(self) -> bool:
        return self.hours is not None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The hours by ISO weekday (Monday is 1), and the dates that change them."""

    normal: Mapping[int, Hours]
    ramadan: Mapping[int, Hours]
    fasting: tuple[Fasting, ...]
    holidays: Mapping[date, Holiday]

    def day(self, on: date) -> WorkingDay:
        ramadan = any(month.begins <= on <= month.ends for month in self.fasting)
        holiday = self.holidays.get(on)
        week = self.ramadan if ramadan else self.normal
        hours = None if holiday else week.get(on.isoweekday())
        return WorkingDay(on, hours, holiday, ramadan)


def day(city: str, on: date) -> WorkingDay:
    return calendar(city).day(on)


@cache
def calendar(city: str) -> Calendar:
    document = json.loads((_TABLES / f"{city}.json").read_text(encoding="utf-8"))
    country = document["holidays"]
    holidays = [_holiday(row) for row in _rows(f"{country}.holidays")]
    return Calendar(
        normal=_week(document["normal"]),
        ramadan=_week(document["ramadan"]),
        fasting=tuple(_fasting(row) for row in _rows(f"{country}.ramadan")),
        holidays={holiday.date: holiday for holiday in holidays},
    )


def _week(blocks: list[dict[str, Any]]) -> dict[int, Hours]:
    return {weekday: _hours(block) for block in blocks for weekday in block["weekdays"]}


def _hours(block: dict[str, Any]) -> Hours:
    breaks = tuple(
        Break(part["name"], time.fromisoformat(part["begins"]), time.fromisoformat(part["ends"]))
        for part in block["breaks"]
    )
    return Hours(time.fromisoformat(block["opens"]), time.fromisoformat(block["closes"]), breaks)


def _holiday(row: dict[str, str]) -> Holiday:
    return Holiday(
        date=date.fromisoformat(row["date"]),
        name=row["name"],
        joint_leave=row["kind"] == "joint_leave",
        certainty=Certainty(row["certainty"]),
    )


def _fasting(row: dict[str, str]) -> Fasting:
    begins, ends = date.fromisoformat(row["begins"]), date.fromisoformat(row["ends"])
    return Fasting(begins, ends, Certainty(row["certainty"]))


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (_TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
