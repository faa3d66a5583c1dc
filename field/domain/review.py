"""Why the office must look at an event: kept as a word beside it, never a refusal."""

from enum import StrEnum

from field.domain.text import N_


class Review(StrEnum):
    """The reasons; an event carries the first that holds."""

    NONE = ""
    CONFLICT = "conflict"
    CUSTODY = "custody"
    CARDS = "cards"
    SUPERSEDED = "superseded"
    RELATION = "relation"


WORDS: dict[Review, str] = {
    Review.CONFLICT: N_("Hasil yang berbeda tercatat untuk perhentian ini"),
    Review.CUSTODY: N_("Kartu tercatat di tempat lain saat diserahkan"),
    Review.CARDS: N_("Menyebut kartu yang tidak ada di perhentian ini"),
    Review.SUPERSEDED: N_("Perhentian ini sudah dipindah oleh rencana yang lebih baru"),
    Review.RELATION: N_("Penerima di luar aturan kantor"),
}
