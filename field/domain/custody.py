"""The evening's sum: what a courier carried must be accounted for, card by card."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from field.domain.card import Place
from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

NOT_HELD = FaultKind(
    "custody.not_held",
    Nature.CONFLICT,
    N_("Kartu %(code)s tidak tercatat pada petugas ini."),
    N_("Periksa kode di amplop; lihat riwayat kartu itu bila kodenya benar."),
)
NOT_IN_BAG = FaultKind(
    "custody.not_in_bag",
    Nature.CONFLICT,
    N_("Kartu %(code)s bukan bagian rute ini, atau tidak lagi di kantor."),
    N_("Sisihkan kartu itu dan cari rutenya di Rencana."),
)
NOT_AT_OFFICE = FaultKind(
    "custody.not_at_office",
    Nature.CONFLICT,
    N_("Kartu %(code)s tidak tercatat di kantor."),
    N_("Periksa kode di amplop; kartu yang dibawa petugas dihitung masuk lebih dulu."),
)
DAY_NOT_ZERO = FaultKind(
    "custody.day_not_zero",
    Nature.CONFLICT,
    N_("%(cards)s kartu masih di tangan petugas, %(reviews)s catatan masih perlu diperiksa."),
    N_("Hitung masuk kartunya, atau ketik TUTUP bila hari ini memang harus ditutup begitu."),
)


@dataclass(frozen=True)
class Step:
    """One move of one card, as the sum needs it."""

    card: int
    at: datetime
    to: Place
    courier: int | None


@dataclass(frozen=True)
class Tally:
    """One courier's day: carried = delivered + counted_in + at_rt + passed_on + still_out."""

    carried: int = 0
    delivered: int = 0
    counted_in: int = 0
    at_rt: int = 0
    passed_on: int = 0
    still_out: int = 0

    @property
    def is_zero(self) -> bool:
        return self.still_out == 0


def tally(steps: Iterable[Step], courier: int, start: datetime, end: datetime) -> Tally:
    """Sum up a courier's day from all moves of the cards that he may have carried.

    What a phone told late still counts for the day on which the card was
    carried: a card's fate is where it ended before it was next handed out.
    """
    by_card: dict[int, list[Step]] = {}
    for step in steps:
        by_card.setdefault(step.card, []).append(step)
    fates = [_fate(own, courier, start, end) for own in by_card.values()]
    counts = Counter(fate for fate in fates if fate)
    return Tally(carried=counts.total(), **counts)


_FATES = {
    Place.RESIDENT: "delivered",
    Place.RT: "at_rt",
    Place.OFFICE: "counted_in",
    Place.BAG: "counted_in",
    Place.WITHDRAWN: "counted_in",
}


def _fate(own: Sequence[Step], courier: int, start: datetime, end: datetime) -> str:
    """Return what became of one card; empty when he did not carry it that day."""
    held = [
        place
        for place, step in enumerate(own)
        if step.to is Place.COURIER and step.courier == courier and step.at < end
        if place + 1 == len(own) or own[place + 1].at >= start
    ]
    if not held:
        return ""
    later = own[held[-1] + 1 :]
    rest = list(takewhile(lambda step: step.to is not Place.COURIER, later))
    if rest:
        return _FATES[rest[-1].to]
    return "passed_on" if later else "still_out"
