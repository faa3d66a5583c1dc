"""Cars of the service and recording devices: what may be written down of them."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

MOST_SEATS = 20
_PLATE = re.compile(r"[A-Z]{1,2} \d{1,4}( [A-Z]{1,3})?")

BAD_CAR = FaultKind(
    "car.bad_car",
    Nature.BAD_INPUT,
    N_("Nomor polisi atau jumlah tempatnya belum benar."),
    N_("Tulis seperti F 1234 AB, dengan 0 sampai 20 kursi dan ruang kursi roda, paling sedikit 1."),
)
PLATE_TAKEN = FaultKind(
    "car.plate_taken",
    Nature.CONFLICT,
    N_("Mobil dengan nomor polisi itu sudah ada."),
    N_("Ubah mobil yang ada di daftar."),
)
BAD_BOOTH = FaultKind(
    "booth.bad_booth",
    Nature.BAD_INPUT,
    N_("Nama, kantor, atau jam alat rekam ini belum benar."),
    N_("Isi nama, pilih kantor, dan tulis jam tutup sesudah jam buka; kosong: jam kantor."),
)
BAD_OUTAGE = FaultKind(
    "booth.bad_outage",
    Nature.BAD_INPUT,
    N_("Jam kerusakannya tidak bisa dipakai."),
    N_("Tulis jam mulai, dan bila sudah tahu jam selesai sesudahnya; jelaskan juga sebabnya."),
)


@dataclass(frozen=True)
class CarForm:
    """A car as the office describes it; bad values cannot be born."""

    plate: str
    name: str
    ambulatory: int
    wheelchair: int

    def __post_init__(self) -> None:
        spaces = (self.ambulatory, self.wheelchair)
        known = all(0 <= each <= MOST_SEATS for each in spaces) and any(spaces)
        if not known or not _PLATE.fullmatch(self.plate):
            raise Fault(BAD_CAR)


def plate_of(written: str) -> str:
    """Return a plate as it is painted: f1234ab is F 1234 AB."""
    parts = re.fullmatch(r"\s*([A-Za-z]+)[\s.-]*(\d+)[\s.-]*([A-Za-z]*)\s*", written)
    return " ".join(filter(None, parts.groups())).upper() if parts else written.strip().upper()


@dataclass(frozen=True)
class BoothForm:
    """A device as the office describes it."""

    office: str
    name: str
    opens: str | None = None
    closes: str | None = None

    def __post_init__(self) -> None:
        try:
            hours = [_hour(at) for at in (self.opens, self.closes)]
        except ValueError:
            raise Fault(BAD_BOOTH) from None
        opens, closes = hours
        if (
            not self.office
            or not 0 < len(self.name) <= 80
            or (opens and closes and opens >= closes)
        ):
            raise Fault(BAD_BOOTH)


def _hour(written: str | None) -> time | None:
    if written and len(written) > len("08:00"):
        raise ValueError("An hour has no seconds.")
    return time.fromisoformat(written) if written else None


@dataclass(frozen=True)
class OutageForm:
    """From when, until when (None: not yet known), and why a device does not work."""

    starts_at: datetime
    ends_at: datetime | None
    why: str

    def __post_init__(self) -> None:
        if (self.ends_at and self.ends_at <= self.starts_at) or not self.why.strip():
            raise Fault(BAD_OUTAGE)
