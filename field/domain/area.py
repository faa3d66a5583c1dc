"""What is known of an area in figures: cards that wait in it, and how far its people are served."""

from dataclasses import dataclass
from datetime import date

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.place import Point
from field.domain.text import N_

CLASSES = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))  # per cent, both ends within
LONGEST = 366

BAD_PERIOD = FaultKind(
    "area.bad_period",
    Nature.BAD_INPUT,
    N_("Tanggal awalnya sesudah tanggal akhir, atau rentangnya lebih dari setahun."),
    N_("Pilih tanggal awal dan akhir lain, paling jauh 366 hari."),
)


@dataclass(frozen=True, slots=True)
class Period:
    """Both days within."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if not 0 <= (self.last - self.first).days < LONGEST:
            raise Fault(BAD_PERIOD)


@dataclass(frozen=True, slots=True)
class Heap:
    """Cards that wait in one area, as one mark on a map."""

    name: str
    cards: int
    point: Point


@dataclass(frozen=True, slots=True)
class Figures:
    """One kelurahan: its cards as they are now, its visits in a period."""

    code: str
    name: str
    kecamatan: str
    cards: int  # those in the print queue too; withdrawn and cancelled ones apart
    received: int
    delivered: int  # visits
    failed: int

    @property
    def waiting(self) -> int:
        return self.cards - self.received

    @property
    def visits(self) -> int:
        return self.delivered + self.failed

    @property
    def coverage(self) -> int | None:
        """Per cent of the cards that are with their people; None where there is no card."""
        return percent(self.received, self.cards)

    @property
    def success(self) -> int | None:
        """Per cent of the visits at which something was handed over."""
        return percent(self.delivered, self.visits)


def percent(part: int, whole: int) -> int | None:
    """Return whole per cents, rounded down: what is not quite all is not called all."""
    return part * 100 // whole if whole else None


def class_of(value: int | None) -> int | None:
    """Return the number of the class, lightest first; None where nothing is known."""
    if value is None:
        return None
    return next(number for number, (_, most) in enumerate(CLASSES) if value <= most)
