"""RT and RW: three digits as text, found in any of the forms people write."""

import re
from dataclasses import dataclass

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

BAD_RT_RW = FaultKind(
    "address.bad_rt_rw",
    Nature.BAD_INPUT,
    N_("Nomor %(what)s harus 1-3 angka."),
    N_("Tulis seperti 003, atau kosongkan bila tidak tahu."),
)

_RT = r"(?<![A-Z])R\.?\s?T\.?\s*[:.]?\s*"
_RW = r"(?<![A-Z])R\.?\s?W\.?\s*[:.]?\s*"
_N = r"([0-9]{1,3})(?![0-9])"
_GAP = r"\s*[/,.\-]*\s*"

# From the plainest to the most daring; each names what its groups hold.
PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), order)
    for pattern, order in (
        (rf"{_RT}/\s*R\.?W\.?\s*[:.]?\s*{_N}\s*[/\-\s]\s*{_N}", ("rt", "rw")),
        (rf"{_RT}{_N}{_GAP}{_RW}{_N}", ("rt", "rw")),
        (rf"{_RW}{_N}{_GAP}{_RT}{_N}", ("rw", "rt")),
        (rf"{_RT}{_N}\s*[/\-]\s*{_N}", ("rt", "rw")),
        (rf"{_RT}{_N}", ("rt",)),
        (rf"{_RW}{_N}", ("rw",)),
        (r"(?<![\w/])(0[0-9]{1,2})\s*/\s*(0[0-9]{1,2})(?![\w/])", ("rt", "rw")),
    )
)


@dataclass(frozen=True, slots=True)
class RtRw:
    rt: str | None = None
    rw: str | None = None

    def or_else(self, other: "RtRw") -> "RtRw":
        return RtRw(self.rt or other.rt, self.rw or other.rw)


def three_digits(written: str) -> str | None:
    """Pad to three digits; all zeros is how cards say that there is none."""
    return None if int(written) == 0 else written.zfill(3)


def read_columns(rt: str, rw: str) -> RtRw:
    """Read the RT and RW columns of a list; both in one cell ("03/07") is common.

    Raises:
        Fault: a cell holds something other than a number of 1-3 digits.
    """
    both = re.fullmatch(rf"\s*(?:{_RT})?{_N}\s*[/\-]\s*(?:{_RW})?{_N}\s*", rt, re.IGNORECASE)
    if both:
        found = RtRw(three_digits(both[1]), three_digits(both[2]))
        return found if not rw.strip() else RtRw(found.rt, _column(rw, "RW"))
    return RtRw(_column(rt, "RT"), _column(rw, "RW"))


def _column(cell: str, what: str) -> str | None:
    text = cell.strip().removesuffix(".0")  # a sheet's number read as text
    if text in {"", "-"}:
        return None
    match = re.fullmatch(rf"(?:R\.?[TW]\.?\s*)?{_N}", text, re.IGNORECASE)
    if match is None:
        raise Fault(BAD_RT_RW, what=what)
    return three_digits(match[1])
