"""Blanks, the unprinted cards: each one that ever came is in stock, printed or spoiled."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_


class BlankKind(StrEnum):
    """Why the number of blanks changed."""

    ARRIVED = "arrived"
    COUNTED = "counted"  # somebody counted and found more or fewer
    PRINTED = "printed"
    SPOILED = "spoiled"


BLANK_WORDS: dict[BlankKind, str] = {
    BlankKind.ARRIVED: N_("blangko datang"),
    BlankKind.COUNTED: N_("dihitung ulang"),
    BlankKind.PRINTED: N_("jadi kartu"),
    BlankKind.SPOILED: N_("blangko rusak"),
}

TOO_FEW_BLANKS = FaultKind(
    "blanks.too_few",
    Nature.CONFLICT,
    N_("Menurut catatan, blangko tinggal %(left)s, sedangkan ini memakai %(wanted)s."),
    N_("Catat blangko yang datang, atau hitung ulang stoknya, lalu coba lagi."),
)
BAD_COUNT = FaultKind(
    "blanks.bad_count",
    Nature.BAD_INPUT,
    N_("Jumlah blangko harus angka %(least)s sampai %(most)s."),
    N_("Tulis angka bulat, tanpa titik."),
)
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Stock:
    """What became of all blanks, by the sums of their moves."""

    arrived: int = 0
    counted: int = 0  # more (or fewer, below zero) than the books said
    printed: int = 0
    spoiled: int = 0

    @classmethod
    def of(cls, sums: Mapping[str, int]) -> "Stock":
        """Read sums of moves by kind, in which what is used up counts below zero."""
        return cls(
            sums.get(BlankKind.ARRIVED, 0),
            sums.get(BlankKind.COUNTED, 0),
            -sums.get(BlankKind.PRINTED, 0),
            -sums.get(BlankKind.SPOILED, 0),
        )

    @property
    def left(self) -> int:
        return self.arrived + self.counted - self.printed - self.spoiled

    @property
    def spoiled_share(self) -> float:
        """Return how much of what went through the printers came out bad."""
        used = self.printed + self.spoiled
        return self.spoiled / used if used else 0.0


def check_enough(left: int, change: int) -> None:
    """Raise when more blanks would be used than there are."""
    if left + change < 0:
        raise Fault(TOO_FEW_BLANKS, left=left, wanted=-change)


def check_count(count: int, least: int = 1) -> None:
    if not least <= count <= MOST:
        raise Fault(BAD_COUNT, least=least, most=MOST)
