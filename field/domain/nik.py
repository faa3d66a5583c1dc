"""NIK and KK numbers: 16 digits as text, checked by structure, never shown whole.

A NIK is region (6), birth date DDMMYY (6, a woman's day + 40) and serial (4). Its region is
that of first registration, so any region of Indonesia is good. There is no check digit.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

NOT_16_DIGITS = FaultKind(
    "nik.not_16_digits",
    Nature.BAD_INPUT,
    N_("%(what)s harus 16 angka, di sini ada %(found)s."),
    N_("Salin ulang nomornya dari kartu atau KK, tanpa huruf."),
)
ROUNDED_BY_SHEET = FaultKind(
    "nik.rounded_by_sheet",
    Nature.BAD_INPUT,
    N_("%(what)s sudah dibulatkan oleh lembar kerja (bentuk seperti 3,27E+15)."),
    N_("Ubah kolomnya menjadi Teks, lalu isi ulang nomor dari data asal."),
)
BAD_STRUCTURE = FaultKind(
    "nik.bad_structure",
    Nature.BAD_INPUT,
    N_("%(what)s tidak mengikuti susunan wilayah, tanggal, dan nomor urut (bagian %(part)s)."),
    N_("Periksa angka pada kartu atau KK; mungkin ada yang tertukar."),
)

_PROVINCE = re.compile(r"1[1-9]|21|3[1-6]|5[1-4]|6[1-5]|7[1-6]|8[12]|9[1-7]")
_SEPARATORS = re.compile(r"[\s.\-']+")
_LONG_NUMBER = re.compile(r"\d(?:[\s.\-]?\d){11,}")
_WOMANS_DAY = 40


def mask_numbers(text: str) -> str:
    """Hide every long number in a text, for reports that repeat what somebody typed."""
    return _LONG_NUMBER.sub(lambda match: "************" + match[0][-4:], text)


def drop_numbers(text: str) -> str:
    """Leave every long number out, for paper: not even its last digits are printed."""
    return _LONG_NUMBER.sub("…", text)


@dataclass(frozen=True, slots=True, repr=False)
class _Number:
    """Sixteen digits that hide themselves wherever they are printed."""

    secret: str

    @property
    def last4(self) -> str:
        return self.secret[-4:]

    def __str__(self) -> str:
        return "*" * 12 + self.last4

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self})"


class Kk(_Number):
    """The number of a family card."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        digits = _sixteen_digits(text, "KK")
        _check_region_and_serial(digits, "KK")
        return cls(digits)


class Nik(_Number):
    """A person's number."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        digits = _sixteen_digits(text, "NIK")
        _check_region_and_serial(digits, "NIK")
        nik = cls(digits)
        if not nik.birth_dates:
            raise Fault(BAD_STRUCTURE, what="NIK", part=N_("tanggal lahir"))
        return nik

    @property
    def female(self) -> bool:
        return int(self.secret[6:8]) > _WOMANS_DAY

    @property
    def birth_dates(self) -> tuple[date, ...]:
        """The dates it may mean: its two-digit year leaves the century open."""
        day = int(self.secret[6:8]) - (_WOMANS_DAY if self.female else 0)
        month, year = int(self.secret[8:10]), int(self.secret[10:12])
        found = (_date_or_none(century + year, month, day) for century in (1900, 2000))
        return tuple(birth for birth in found if birth is not None)

    def agrees_with(self, birth: date) -> bool:
        """Compare with a written birth date. A NIK that disagrees stays valid: warn, no more."""
        return birth in self.birth_dates


def _sixteen_digits(text: str, what: str) -> str:
    if re.search(r"\d[.,]\d+\s*[eE]\s*\+?\d+", text):
        raise Fault(ROUNDED_BY_SHEET, what=what)
    digits = _SEPARATORS.sub("", text)
    if re.fullmatch(r"[0-9]{16}", digits) is None:
        found = sum(letter.isdigit() for letter in digits)
        raise Fault(NOT_16_DIGITS, what=what, found=found)
    return digits


def _check_region_and_serial(digits: str, what: str) -> None:
    if not _PROVINCE.fullmatch(digits[:2]) or digits[2:4] == "00" or digits[4:6] == "00":
        raise Fault(BAD_STRUCTURE, what=what, part=N_("wilayah"))
    if digits[-4:] == "0000":
        raise Fault(BAD_STRUCTURE, what=what, part=N_("nomor urut"))


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
