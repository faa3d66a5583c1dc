"""A printed card: where it is, and which moves between places are true to life."""

from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_


class Place(StrEnum):
    """The one named place that holds a card from its printing on."""

    OFFICE = "office"
    BAG = "bag"
    COURIER = "courier"
    RT = "rt"
    RESIDENT = "resident"
    WITHDRAWN = "withdrawn"


PLACE_WORDS: dict[Place, str] = {
    Place.OFFICE: N_("di kantor"),
    Place.BAG: N_("di tas"),
    Place.COURIER: N_("dibawa kurir"),
    Place.RT: N_("dititipkan di RT"),
    Place.RESIDENT: N_("diterima warga"),
    Place.WITHDRAWN: N_("ditarik"),
}

MOVES: dict[Place, frozenset[Place]] = {
    Place.OFFICE: frozenset({Place.BAG, Place.COURIER, Place.RESIDENT, Place.WITHDRAWN}),
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
