"""Stretches of road that are closed, or driven another way round, for some days and some classes.

Kept as they were drawn, not as edges of a network: so they outlive the next map that is imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.place import Box, Point, metres_between
from field.domain.text import N_

VEHICLES = frozenset({"motor", "mobil"})
PROFILES = ("motor", "mobil", "foot")
MAX_POINTS = 200
MAX_SPAN_M = 5_000.0
MIN_LINE_M = 5.0
MAX_NOTE = 500


class Shape(StrEnum):
    """How a stretch was drawn."""

    POINT = "point"
    LINE = "line"
    AREA = "area"


class Effect(StrEnum):
    """What holds on a stretch; one-way is the direction in which the line was drawn."""

    CLOSED = "closed"
    ONE_WAY = "one_way"
    BOTH_WAYS = "both_ways"


REASONS: dict[str, str] = {
    "gate": N_("Portal"),
    "stairs": N_("Tangga"),
    "bridge": N_("Jembatan putus"),
    "flood": N_("Banjir"),
    "market": N_("Pasar"),
    "party": N_("Hajatan"),
    "other": N_("Lainnya"),
}

_REDRAW = N_("Gambar ulang di peta, lalu simpan lagi.")

NO_PLACE = FaultKind(
    "closure.no_place",
    Nature.BAD_INPUT,
    N_("Tempatnya belum ditunjuk di peta."),
    N_("Ketuk peta: satu titik, dua titik atau lebih untuk garis, tiga atau lebih untuk wilayah."),
)
OUTSIDE = FaultKind(
    "closure.outside", Nature.BAD_INPUT, N_("Gambarnya berada di luar kota."), _REDRAW
)
TOO_LARGE = FaultKind(
    "closure.too_large",
    Nature.BAD_INPUT,
    N_("Gambarnya lebih lebar dari 5 km atau lebih dari 200 titik."),
    N_("Bagi menjadi beberapa bagian yang lebih kecil."),
)
NOBODY = FaultKind(
    "closure.nobody",
    Nature.BAD_INPUT,
    N_("Belum dipilih siapa yang tidak bisa lewat."),
    N_("Pilih motor, mobil, atau pejalan kaki; boleh lebih dari satu."),
)
ON_FOOT = FaultKind(
    "closure.on_foot",
    Nature.BAD_INPUT,
    N_("Satu arah dan dua arah hanya berlaku bagi kendaraan yang menyusuri garis."),
    N_("Gambar garis, dan pilih motor atau mobil saja."),
)
BAD_DATES = FaultKind(
    "closure.bad_dates",
    Nature.BAD_INPUT,
    N_("Tanggal akhirnya lebih awal dari tanggal mulai, atau sudah lewat."),
    N_("Pilih tanggal akhir hari ini atau sesudahnya, atau kosongkan untuk seterusnya."),
)
NO_REASON = FaultKind(
    "closure.no_reason",
    Nature.BAD_INPUT,
    N_("Alasannya belum dipilih."),
    N_("Pilih satu alasan; bila “Lainnya”, tulis di catatan."),
)
ELSEWHERE = FaultKind(
    "closure.elsewhere",
    Nature.NOT_ALLOWED,
    N_("Tempat ini di luar kecamatan Anda."),
    N_("Minta kecamatan itu atau admin kota yang mencatatnya."),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was drawn, what holds there, and for whom."""

    shape: Shape
    points: tuple[Point, ...]
    effect: Effect
    profiles: frozenset[str]

    def __post_init__(self) -> None:
        least = {Shape.POINT: 1, Shape.LINE: 2, Shape.AREA: 3}[self.shape]
        if len(self.points) < least or (self.shape is Shape.POINT and len(self.points) > 1):
            raise Fault(NO_PLACE)
        if self.shape is not Shape.POINT and _span(self.points) < MIN_LINE_M:
            raise Fault(NO_PLACE)
        if len(self.points) > MAX_POINTS or _span(self.points) > MAX_SPAN_M:
            raise Fault(TOO_LARGE)
        if not self.profiles or not self.profiles <= frozenset(PROFILES):
            raise Fault(NOBODY)
        driven = self.shape is Shape.LINE and self.profiles <= VEHICLES
        if self.effect is not Effect.CLOSED and not driven:
            raise Fault(ON_FOOT)


@dataclass(frozen=True, slots=True)
class Term:
    """The days on which a stretch counts; without an end it stays so."""

    begins: date
    ends: date | None

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends < self.begins:
            raise Fault(BAD_DATES)

    def holds_on(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day <= self.ends)

    def checked(self, today: date) -> "Term":
        """A term that is over before it is written down is a slip of the pen."""
        if self.ends is not None and self.ends < today:
            raise Fault(BAD_DATES)
        return self


@dataclass(frozen=True, slots=True)
class Cause:
    """Why, as one of the known reasons, and in the office's own words."""

    reason: str
    note: str = ""

    def __post_init__(self) -> None:
        if self.reason not in REASONS or (self.reason == "other" and not self.note.strip()):
            raise Fault(NO_REASON)


def check_inside(points: Sequence[Point], city: Box) -> None:
    if not all(city.holds(point) for point in points):
        raise Fault(OUTSIDE)


def _span(points: Sequence[Point]) -> float:
    """The diagonal of the upright rectangle around the points."""
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    return metres_between(Point(min(lats), min(lons)), Point(max(lats), max(lons)))
