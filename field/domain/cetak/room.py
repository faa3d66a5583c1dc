"""What may be said of a printer, an operator or an outage: bad values cannot be born."""

import re
from dataclasses import dataclass
from datetime import datetime

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

BAD_NAME = FaultKind(
    "room.bad_name",
    Nature.BAD_INPUT,
    N_("Nama kosong, terlalu panjang, atau sudah dipakai."),
    N_("Tulis nama lain, paling banyak 80 huruf."),
)
BAD_SPEED = FaultKind(
    "room.bad_speed",
    Nature.BAD_INPUT,
    N_("Kecepatan harus 1 sampai 1.000 kartu per jam, pemanasan 0 sampai 120 menit."),
    N_("Lihat angka di mesinnya, lalu isi lagi."),
)
BAD_HOURS = FaultKind(
    "room.bad_hours",
    Nature.BAD_INPUT,
    N_("Jam kerja belum benar, atau belum ada hari yang dicentang."),
    N_("Isi jam mulai dan selesai yang berbeda, contoh 07:30 dan 16:00, dan centang harinya."),
)
BAD_BREAKS = FaultKind(
    "room.bad_breaks",
    Nature.BAD_INPUT,
    N_("Istirahat belum benar."),
    N_("Tulis seperti 12:00-13:00; kosongkan bila menurut kalender kota."),
)
BAD_OUTAGE = FaultKind(
    "room.bad_outage",
    Nature.BAD_INPUT,
    N_("Waktu gangguan belum benar: selesainya harus sesudah mulainya."),
    N_("Isi mulainya; kosongkan selesainya bila belum diketahui."),
)
LONGEST_NAME = 80
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_BREAK = re.compile(r"(\d\d:\d\d)\s*[-\u2013]\s*(\d\d:\d\d)")


@dataclass(frozen=True)
class Shift:
    """From when until when, on which days of the week (1 is Monday)."""

    starts: str
    ends: str
    weekdays: str

    def __post_init__(self) -> None:
        clocks = _CLOCK.fullmatch(self.starts) and _CLOCK.fullmatch(self.ends)
        days = self.weekdays and set(self.weekdays) <= set("1234567")
        if not clocks or self.starts == self.ends or not days:
            raise Fault(BAD_HOURS)


@dataclass(frozen=True)
class PrinterFacts:
    """A printer as somebody describes it."""

    name: str
    cards_per_hour: int
    warm_up_minutes: int
    shift: Shift

    def __post_init__(self) -> None:
        check_name(self.name)
        if not (1 <= self.cards_per_hour <= 1000 and 0 <= self.warm_up_minutes <= 120):
            raise Fault(BAD_SPEED)


@dataclass(frozen=True)
class OperatorFacts:
    """An operator as somebody describes him."""

    name: str
    shift: Shift
    on_holidays: bool
    breaks: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        check_name(self.name)


def check_name(name: str) -> None:
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise Fault(BAD_NAME)


def check_free(taken_by: int | None, own: int | None) -> None:
    """Raise when a name belongs to another one already."""
    if taken_by not in (None, own):
        raise Fault(BAD_NAME)


def read_breaks(text: str) -> tuple[tuple[str, str], ...]:
    """Read "12:00-13:00, 15:00-15:15"; nothing is the city's calendar."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found = [_BREAK.fullmatch(part) for part in parts]
    pairs = [(match[1], match[2]) for match in found if match]
    good = all(_CLOCK.fullmatch(a) and _CLOCK.fullmatch(b) and a < b for a, b in pairs)
    if len(pairs) < len(parts) or not good or len(pairs) > 6:
        raise Fault(BAD_BREAKS)
    return tuple(pairs)


def check_outage(starts: datetime, ends: datetime | None) -> None:
    if ends is not None and ends <= starts:
        raise Fault(BAD_OUTAGE)
