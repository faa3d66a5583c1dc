"""What is asked of a campaign: how many cards, by when, and with whom and what on each day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

BAD_CAMPAIGN = FaultKind(
    "campaign.bad_number",
    Nature.BAD_INPUT,
    N_("%(what)s harus angka %(least)s sampai %(most)s."),
    N_("Isi dengan angka dalam batas itu, lalu kirim lagi."),
)
NO_NAME = FaultKind(
    "campaign.no_name",
    Nature.BAD_INPUT,
    N_("Nama kampanye kosong atau lebih dari 80 huruf."),
    N_("Contoh: 60.000 kartu akhir tahun."),
)
PAST_START = FaultKind(
    "campaign.past_start",
    Nature.BAD_INPUT,
    N_("Kampanye tidak bisa dimulai pada %(date)s, karena hari itu sudah lewat."),
    N_("Pilih hari ini atau hari sesudahnya."),
)
NO_CARDS = FaultKind(
    "campaign.no_cards",
    Nature.CONFLICT,
    N_("Tidak ada kartu di antrean cetak yang bisa direncanakan."),
    N_("Masukkan data yang siap cetak di halaman Cetak, atau pilih wilayah lain."),
)

NO_MEANS = FaultKind(
    "campaign.no_means",
    Nature.BAD_INPUT,
    N_("Tidak ada hari yang punya mesin dan operator, atau tidak ada hari yang punya kurir."),
    N_("Isi mesin, operator, dan kurir pada hari yang bekerja."),
)

LIMITS: dict[str, tuple[str, int, int]] = {
    "cards": (N_("Jumlah kartu"), 1, 200_000),
    "days": (N_("Tenggat (hari)"), 1, 60),
    "printers": (N_("Jumlah mesin cetak"), 0, 50),
    "operators": (N_("Jumlah operator"), 0, 100),
    "hours": (N_("Jam cetak"), 0, 24),
    "couriers": (N_("Jumlah kurir"), 0, 1_000),
    "per_hour": (N_("Kartu per jam"), 1, 1_000),
    "wait_days": (N_("Paling lama menunggu (hari)"), 1, 60),
}


def checked(name: str, value: int) -> int:
    """Return the number; raises when it makes no sense."""
    what, least, most = LIMITS[name]
    if not least <= value <= most:
        raise Fault(BAD_CAMPAIGN, what=what, least=least, most=most)
    return value


@dataclass(frozen=True, slots=True)
class DayMeans:
    """What there is on one day. Without hours nothing is printed, without couriers none go out."""

    day: date
    printers: int
    operators: int
    hours: int  # of each operator
    couriers: int

    def __post_init__(self) -> None:
        for name in ("printers", "operators", "hours", "couriers"):
            checked(name, getattr(self, name))

    def could_print(self, per_hour: int) -> int:
        """Return how many cards at most: a printer without an operator stands."""
        return min(self.printers, self.operators) * self.hours * per_hour


@dataclass(frozen=True, slots=True)
class CampaignOrder:
    """The whole order; `kecamatan` narrows which cards, None: of the whole city."""

    name: str
    cards: int
    days: tuple[DayMeans, ...]
    kecamatan: str | None = None
    per_hour: int = 100
    wait_days: int = 3  # a card goes out on one of so many delivery days after its printing

    def __post_init__(self) -> None:
        if not 0 < len(self.name.strip()) <= 80:
            raise Fault(NO_NAME)
        checked("cards", self.cards)
        checked("days", len(self.days))
        checked("per_hour", self.per_hour)
        checked("wait_days", self.wait_days)
        if not self.could_print() or not any(day.couriers for day in self.days):
            raise Fault(NO_MEANS)

    @property
    def first(self) -> date:
        return self.days[0].day

    @property
    def last(self) -> date:
        return self.days[-1].day

    def could_print(self) -> int:
        return sum(day.could_print(self.per_hour) for day in self.days)

    def since(self, day: date) -> "CampaignOrder":
        """Return what is left of the order from a day on; the last day stands at least."""
        rest = tuple(means for means in self.days if means.day >= day)
        return replace(self, days=rest or self.days[-1:])

    def written(self) -> dict[str, Any]:
        """Return it as it is stored."""
        days = [
            [one.day.isoformat(), one.printers, one.operators, one.hours, one.couriers]
            for one in self.days
        ]
        return {
            "name": self.name, "cards": self.cards, "days": days, "kecamatan": self.kecamatan,
            "per_hour": self.per_hour, "wait_days": self.wait_days,
        }  # fmt: skip

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "CampaignOrder":
        days = [DayMeans(date.fromisoformat(day), *rest) for day, *rest in stored["days"]]
        return cls(**{**stored, "days": tuple(days)})


def days_from(first: date, count: int) -> list[date]:
    """Return so many consecutive days."""
    return [first + timedelta(days=step) for step in range(checked("days", count))]
