"""What is done in the printing room: which cards each act moves, and which blanks it uses up.

An act is an event with who and when; the moves of its cards and blanks are its parts. It is taken
back as a whole, by moving everything to where it came from.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from field.domain.card import PLACE_WORDS, Place
from field.domain.cetak.blanks import BlankKind
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_


class Act(StrEnum):
    """What somebody did with cards of the queue."""

    MADE = "made"  # a batch was made of them
    STARTED = "started"  # a printer and an operator took the batch
    PRINTED = "printed"
    SPOILED = "spoiled"  # came out bad: back to the head of the queue
    CHECKED = "checked"  # in its envelope, at the office
    TAKEN_OUT = "taken_out"  # out of the batch, back to the queue
    CANCELLED = "cancelled"  # off the queue: never to be printed


ACT_WORDS: dict[Act, str] = {
    Act.MADE: N_("kelompok dibuat"),
    Act.STARTED: N_("mulai dicetak"),
    Act.PRINTED: N_("dicetak"),
    Act.SPOILED: N_("rusak, cetak ulang"),
    Act.CHECKED: N_("diperiksa dan masuk amplop"),
    Act.TAKEN_OUT: N_("dikembalikan ke antrean"),
    Act.CANCELLED: N_("dibatalkan dari antrean"),
}

STEPS: dict[Act, dict[Place, Place]] = {
    Act.MADE: {Place.READY: Place.QUEUED},
    Act.STARTED: {},
    Act.PRINTED: {Place.QUEUED: Place.PRINTED},
    Act.SPOILED: {Place.QUEUED: Place.READY, Place.PRINTED: Place.READY},
    Act.CHECKED: {Place.PRINTED: Place.OFFICE},
    Act.TAKEN_OUT: {Place.QUEUED: Place.READY},
    Act.CANCELLED: {Place.READY: Place.CANCELLED},
}

NOT_IN_STEP = FaultKind(
    "print.not_in_step",
    Nature.CONFLICT,
    N_("Kartu %(code)s tidak bisa dicatat begitu: sekarang %(at)s."),
    N_("Periksa kodenya; lihat riwayat kartu itu bila kodenya benar."),
)
NOT_LAST = FaultKind(
    "print.not_last",
    Nature.CONFLICT,
    N_("Catatan ini tidak bisa dibatalkan lagi: kartunya sudah bergerak sesudah itu."),
    N_("Batalkan catatan yang lebih baru lebih dulu."),
)


def step(act: Act, code: str, at: Place) -> Place:
    """Return where an act takes a card; raises when the card is not where the act begins."""
    to = STEPS[act].get(at)
    if to is None:
        raise Fault(NOT_IN_STEP, code=code, at=PLACE_WORDS[at])
    return to


def blanks_used(act: Act, places: Iterable[Place]) -> Counter[BlankKind]:
    """Return by how much an act on cards at these places changes each count of blanks.

    A card that is spoiled before it was written down as printed costs a blank now. One that was
    printed has cost its blank already; that blank now counts as spoiled.
    """
    used: Counter[BlankKind] = Counter()
    for place in places:
        if act is Act.PRINTED:
            used[BlankKind.PRINTED] -= 1
        elif act is Act.SPOILED:
            used[BlankKind.SPOILED] -= 1
            if place is Place.PRINTED:
                used[BlankKind.PRINTED] += 1
    return used
