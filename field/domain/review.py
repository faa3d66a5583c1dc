"""Why the office must look at an event: kept as a word beside it, never a refusal."""

from dataclasses import dataclass
from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_


class Review(StrEnum):
    """The reasons; an event carries the first that holds."""

    NONE = ""
    CONFLICT = "conflict"
    CUSTODY = "custody"
    CARDS = "cards"
    SUPERSEDED = "superseded"
    RELATION = "relation"
    UNPROVEN = "unproven"
    NO_PHOTOS = "no_photos"
    SOS = "sos"


WORDS: dict[Review, str] = {
    Review.CONFLICT: N_("Hasil yang berbeda tercatat untuk perhentian ini"),
    Review.CUSTODY: N_("Kartu tercatat di tempat lain saat diserahkan"),
    Review.CARDS: N_("Menyebut kartu yang tidak ada di perhentian ini"),
    Review.SUPERSEDED: N_("Perhentian ini sudah dipindah oleh rencana yang lebih baru"),
    Review.RELATION: N_("Penerima di luar aturan kantor"),
    Review.UNPROVEN: N_("Tidak ada di tempat, tanpa menunggu, menelepon, atau foto"),
    Review.NO_PHOTOS: N_("Direkam di rumah tanpa dua foto bukti"),
    Review.SOS: N_("SOS: petugas minta bantuan"),
}

NO_REASON = FaultKind(
    "review.no_reason",
    Nature.BAD_INPUT,
    N_("Alasan keputusan belum ditulis."),
    N_("Tulis singkat mengapa hasil ini yang benar, misalnya “dikonfirmasi lewat telepon”."),
)
NOTHING_CHOSEN = FaultKind(
    "review.nothing_chosen",
    Nature.BAD_INPUT,
    N_("Belum dipilih hasil mana yang benar."),
    N_("Pilih satu hasil, atau “tidak satu pun”."),
)
ALREADY_DECIDED = FaultKind(
    "review.already_decided",
    Nature.CONFLICT,
    N_("Catatan ini sudah diputuskan atau sudah berubah."),
    N_("Muat ulang daftar Periksa."),
)

NONE = "none"  # nothing that was told is right: the stop waits again


@dataclass(frozen=True)
class Decision:
    """What the office holds to be true, and why."""

    visit: str
    right: str  # the id of an event, or NONE
    reason: str

    def __post_init__(self) -> None:
        if not self.right:
            raise Fault(NOTHING_CHOSEN)
        if not self.reason.strip():
            raise Fault(NO_REASON)
