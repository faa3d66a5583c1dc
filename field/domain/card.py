"""A card: where it is, and which moves between places are true to life.

Before it is printed there is no card, only a print-ready record: its places are those of the print
queue. From the printing on there is one card, and one place that holds it.
"""

from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_


class Place(StrEnum):
    """The one place of a card: in the print queue, and from its printing on in somebody's hands."""

    READY = "ready"  # print-ready, in no batch yet
    QUEUED = "queued"  # in a batch, waits for its printer
    PRINTED = "printed"  # out of the printer, not checked yet
    CANCELLED = "cancelled"  # taken off the queue: never printed
    OFFICE = "office"
    BAG = "bag"
    COURIER = "courier"
    RT = "rt"
    RESIDENT = "resident"
    WITHDRAWN = "withdrawn"


UNPRINTED = (Place.READY, Place.QUEUED)
ENDED = (Place.RESIDENT, Place.WITHDRAWN, Place.CANCELLED)

PLACE_WORDS: dict[Place, str] = {
    Place.READY: N_("siap cetak"),
    Place.QUEUED: N_("dalam kelompok cetak"),
    Place.PRINTED: N_("dicetak, belum diperiksa"),
    Place.CANCELLED: N_("batal dicetak"),
    Place.OFFICE: N_("di kantor"),
    Place.BAG: N_("di tas"),
    Place.COURIER: N_("dibawa kurir"),
    Place.RT: N_("dititipkan di RT"),
    Place.RESIDENT: N_("diterima warga"),
    Place.WITHDRAWN: N_("ditarik"),
}

MOVES: dict[Place, frozenset[Place]] = {
    Place.READY: frozenset({Place.QUEUED, Place.CANCELLED}),
    Place.QUEUED: frozenset({Place.PRINTED, Place.READY}),
    # A spoiled card goes back to the queue; a printing that is taken back was none.
    Place.PRINTED: frozenset({Place.OFFICE, Place.READY, Place.QUEUED}),
    Place.CANCELLED: frozenset({Place.READY}),
    Place.OFFICE: frozenset(
        {Place.BAG, Place.COURIER, Place.RESIDENT, Place.WITHDRAWN, Place.PRINTED}
    ),
    Place.BAG: frozenset({Place.OFFICE, Place.COURIER}),
    Place.COURIER: frozenset({Place.RESIDENT, Place.RT, Place.OFFICE, Place.COURIER}),
    Place.RT: frozenset({Place.RESIDENT, Place.COURIER, Place.OFFICE}),
    # A hand-over that is taken back: the card is still in the courier's bag.
    Place.RESIDENT: frozenset({Place.COURIER, Place.OFFICE}),
    Place.WITHDRAWN: frozenset(),
}

MOVE_REFUSED = FaultKind(
    "card.move_refused",
    Nature.CONFLICT,
    N_("Kartu %(code)s ada di %(at)s, tidak bisa dipindah ke %(to)s."),
    N_("Periksa riwayat kartu itu, lalu catat perpindahan yang terlewat lebih dulu."),
)


def check_move(code: str, at: Place, to: Place) -> None:
    """Raise when a card cannot go from one place to another."""
    if to not in MOVES[at]:
        raise Fault(MOVE_REFUSED, code=code, at=at.value, to=to.value)
