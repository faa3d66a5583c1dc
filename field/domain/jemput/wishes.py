"""The days and hours that suit a family, and which service days answer them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from field.domain.text import N_


class Hours(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    ANY = "any"
    EVENING = "evening"  # at a layanan malam


HOURS_WORDS: dict[Hours, str] = {
    Hours.ANY: N_("Pagi atau siang, sama saja"),
    Hours.MORNING: N_("Pagi, 08.00 sampai 11.30"),
    Hours.AFTERNOON: N_("Siang, 13.00 sampai 15.00"),
    Hours.EVENING: N_("Malam, pada layanan malam kecamatan"),
}
# Local hours of the office's counter; the calendar of the day cuts them further.
HOURS_SPAN: dict[Hours, tuple[str, str]] = {
    Hours.ANY: ("08:00", "15:00"),
    Hours.MORNING: ("08:00", "11:30"),
    Hours.AFTERNOON: ("13:00", "15:00"),
    Hours.EVENING: ("17:00", "21:00"),
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """`weekdays` as in date.weekday(); none named means that each day suits."""

    weekdays: frozenset[int] = frozenset()
    hours: Hours = Hours.ANY

    def suits(self, day: date) -> bool:
        return not self.weekdays or day.weekday() in self.weekdays

    def first(self, days: Iterable[date]) -> date | None:
        """Return the first day that suits; the first of all when none does is for a person."""
        return next((day for day in days if self.suits(day)), None)
