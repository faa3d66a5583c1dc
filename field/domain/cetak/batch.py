"""A batch: cards of one kelurahan that are printed together, in the order of their doors."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_


class BatchState(StrEnum):
    """Where a batch stands; it follows from where its cards are."""

    WAITING = "waiting"  # made, no printer has it yet
    PRINTING = "printing"
    CHECKING = "checking"  # nothing left to print, cards left to check
    DONE = "done"
    EMPTY = "empty"  # taken apart: all its cards went back to the queue


STATE_WORDS: dict[BatchState, str] = {
    BatchState.WAITING: N_("menunggu dicetak"),
    BatchState.PRINTING: N_("sedang dicetak"),
    BatchState.CHECKING: N_("menunggu diperiksa"),
    BatchState.DONE: N_("selesai"),
    BatchState.EMPTY: N_("dibubarkan"),
}
OPEN_STATES = (BatchState.WAITING, BatchState.PRINTING, BatchState.CHECKING)

NOTHING_READY = FaultKind(
    "batch.nothing_ready",
    Nature.CONFLICT,
    N_("Tidak ada kartu siap cetak di wilayah yang dipilih."),
    N_("Pilih wilayah yang masih punya antrean; mungkin rekan Anda sudah mengambilnya."),
)
TOO_MANY = FaultKind(
    "batch.too_many",
    Nature.BAD_INPUT,
    N_("Satu kelompok paling banyak %(most)s kartu."),
    N_("Pilih RW yang lebih sedikit, atau isi jumlah yang lebih kecil."),
)
NO_PRINTER = FaultKind(
    "batch.no_printer",
    Nature.BAD_INPUT,
    N_("Pilih mesin dan operator yang ada."),
    N_("Tambahkan dulu di halaman Mesin bila daftarnya kosong."),
)
NOT_STARTED = FaultKind(
    "batch.not_started",
    Nature.CONFLICT,
    N_("Kelompok ini belum mulai dicetak."),
    N_("Pilih mesin dan operatornya, lalu tekan Mulai cetak."),
)
UNDER_WAY = FaultKind(
    "batch.under_way",
    Nature.CONFLICT,
    N_("Kelompok ini sudah mulai dicetak, atau sudah selesai."),
    N_("Muat ulang halamannya untuk melihat keadaannya sekarang."),
)
NOTHING_THERE = FaultKind(
    "batch.nothing_there",
    Nature.CONFLICT,
    N_("Tidak ada kartu yang cocok untuk dicatat."),
    N_("Periksa jumlah atau kodenya; muat ulang halaman untuk melihat keadaannya sekarang."),
)
NOT_THERE = FaultKind(
    "batch.not_there",
    Nature.CONFLICT,
    N_("Kartu %(code)s tidak bisa dicatat di sini: bukan bagian kelompok ini, atau sudah dicatat."),
    N_("Periksa kodenya; lihat riwayat kartu itu bila kodenya benar."),
)
MOST_CARDS = 2_000


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What a batch is to be made of.

    Attributes:
        kelurahan: its Kemendagri code.
        rws: only these RW; none means all.
        rt: only this RT of them; empty means all.
        limit: at most so many cards, from the head of the queue; None means all.
        cards: exactly these cards, in this order (a campaign's); then areas and limit are not used.
        day: when it is meant to be printed.
        printer: on which printer, where that is planned.
    """

    kelurahan: str
    rws: tuple[str, ...] = ()
    rt: str = ""
    limit: int | None = None
    cards: tuple[int, ...] = ()
    day: date | None = None
    printer: int | None = None


@dataclass(frozen=True, slots=True)
class BatchFilter:
    """Which batches: only those with something to do, of one kelurahan, of one day."""

    only_open: bool = False
    kelurahan: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards of a batch are where."""

    queued: int = 0
    printed: int = 0
    checked: int = 0  # at the office, or further on their way
    spoiled: int = 0  # went back to the queue

    @property
    def cards(self) -> int:
        """Return how many cards the batch still has; a spoiled one has left it."""
        return self.queued + self.printed + self.checked


def state_of(counts: Counts, *, started: bool) -> BatchState:
    """Return where a batch stands, from where its cards are."""
    if counts.cards == 0:
        return BatchState.DONE if started else BatchState.EMPTY
    if counts.queued:
        return BatchState.PRINTING if started else BatchState.WAITING
    return BatchState.CHECKING if counts.printed else BatchState.DONE
