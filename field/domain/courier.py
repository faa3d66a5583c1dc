"""How a courier works: vehicle, offices, shift, territory; what makes no sense is refused."""

import re
from dataclasses import dataclass
from datetime import time

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

VEHICLES = {"motor": N_("Motor"), "mobil": N_("Mobil"), "foot": N_("Jalan kaki")}

BAD_VEHICLE = FaultKind(
    "courier.bad_vehicle",
    Nature.BAD_INPUT,
    N_("Kendaraan belum dipilih."),
    N_("Pilih motor, mobil, atau jalan kaki."),
)
BAD_SHIFT = FaultKind(
    "courier.bad_shift",
    Nature.BAD_INPUT,
    N_("Jam kerja %(value)s tidak bisa dipakai."),
    N_("Tulis jam seperti 07:30, mulai sebelum selesai; kosongkan untuk jam kantor."),
)
BAD_STOPS = FaultKind(
    "courier.bad_stops",
    Nature.BAD_INPUT,
    N_("Batas kunjungan %(value)s tidak bisa dipakai."),
    N_("Tulis angka 1 sampai 200, atau kosongkan."),
)
NO_TERRITORY = FaultKind(
    "courier.no_territory",
    Nature.BAD_INPUT,
    N_("Wilayah belum dipilih."),
    N_("Centang kelurahan yang dilayani, pilih “hanya alamat pilihan”, atau beri mobil jemput."),
)
OUTSIDE = FaultKind(
    "courier.outside",
    Nature.NOT_ALLOWED,
    N_("Wilayah itu di luar kecamatan Anda."),
    N_("Pilih kelurahan di kecamatan Anda, atau minta admin."),
)
UNKNOWN_OFFICE = FaultKind(
    "courier.unknown_office",
    Nature.BAD_INPUT,
    N_("Kantor berangkat atau pulang tidak dikenal."),
    N_("Pilih kantor dari daftar."),
)
TAKEN = FaultKind(
    "courier.taken",
    Nature.CONFLICT,
    N_("Akun itu sudah menjadi petugas, atau bukan akun kurir atau sopir."),
    N_("Pilih akun lain; mobil jemput dibawa akun sopir, kartu dibawa akun kurir."),
)
CAR_TAKEN = FaultKind(
    "courier.car_taken",
    Nature.CONFLICT,
    N_("Mobil itu sudah dibawa %(driver)s pada jam yang sama."),
    N_("Pilih mobil lain, atau isi jam kerja keduanya supaya tidak bertabrakan."),
)
MOST_STOPS = 200
_IN_KECAMATAN = re.compile(r"\d\d\.\d\d\.\d\d\b")


@dataclass(frozen=True)
class Beat:
    """How somebody works as a courier."""

    title: str
    vehicle: str
    start_office: str
    end_office: str
    territory: frozenset[str]
    shift_start: str | None = None
    shift_end: str | None = None
    max_stops: int | None = None
    only_handpicked: bool = False
    car_id: int | None = None  # of the service: he drives families
    has_kit: bool = False  # operates the portable recording kit

    def __post_init__(self) -> None:
        if self.vehicle not in VEHICLES:
            raise Fault(BAD_VEHICLE)
        if not (self.territory or self.only_handpicked or self.car_id or self.has_kit):
            raise Fault(NO_TERRITORY)
        if self.max_stops is not None and not 1 <= self.max_stops <= MOST_STOPS:
            raise Fault(BAD_STOPS, value=self.max_stops)
        opens, closes = _time(self.shift_start), _time(self.shift_end)
        if opens and closes and opens >= closes:
            raise Fault(BAD_SHIFT, value=f"{self.shift_start}-{self.shift_end}")

    @property
    def kecamatan(self) -> str | None:
        """Return the one kecamatan that the territory lies in; None when it is more, or none.

        Who drives or operates the kit without a territory belongs to where he starts.
        """
        parts = {code[:8] for code in self.territory}
        if not parts and not self.only_handpicked and _IN_KECAMATAN.match(self.start_office):
            return self.start_office[:8]
        return parts.pop() if len(parts) == 1 else None

    def meets(self, shift: tuple[str | None, str | None]) -> bool:
        """Tell whether somebody with other hours is on duty at the same time."""
        return (self.shift_start or "") < (shift[1] or "~") and (shift[0] or "") < (
            self.shift_end or "~"
        )


def _time(text: str | None) -> time | None:
    if text is None:
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise Fault(BAD_SHIFT, value=text[:12]) from None
