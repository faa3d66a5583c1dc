"""Dates as people and spreadsheets write them: day first, Indonesian months."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_ALSO = {"may": 5, "aug": 8, "agt": 8, "ags": 8, "oct": 10, "nop": 11, "pebruari": 2, "peb": 2,
         "dec": 12}  # fmt: skip
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4}|\d{2})(?:\s.*)?")
_IN_WORDS = re.compile(r"(?:\w+,\s*)?(?P<d>\d{1,2})[\s-]+(?P<m>[a-z]+)\.?[\s-]+(?P<y>\d{4}|\d{2})")
_SERIAL = re.compile(r"\d{5}")
_EXCEL_DAY_ZERO = date(1899, 12, 30)


def parse_date(text: str, *, century: int | None = None) -> date | None:
    """Read a date; None when it is none, or its year has two digits and no century is given."""
    plain = text.strip().casefold()
    if _SERIAL.fullmatch(plain):
        return _EXCEL_DAY_ZERO + timedelta(days=int(plain))
    match = _ISO.fullmatch(plain) or _DAY_FIRST.fullmatch(plain) or _IN_WORDS.fullmatch(plain)
    if match is None:
        return None
    month = _month(match["m"])
    year = int(match["y"])
    if year < 100:
        if century is None:
            return None
        year += century
    try:
        return date(year, month, int(match["d"]))
    except ValueError:
        return None


DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


def day_in_words(day: date) -> str:
    """Write a day as people here do: Selasa, 24 Nov 2026."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written[:3] in _MONTHS:
        return _MONTHS.index(written[:3]) + 1
    return _ALSO.get(written, _ALSO.get(written[:3], 0))
