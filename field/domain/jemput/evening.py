"""Layanan malam: an evening's places, its waiting list that moves up, and who came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

CLOSED = FaultKind(
    "evening.closed",
    Nature.CONFLICT,
    N_("Layanan malam ini sudah tidak menerima pendaftaran."),
    N_("Pilih malam lain, atau telepon kecamatan."),
)
FULL = FaultKind(
    "evening.full",
    Nature.CONFLICT,
    N_("Tempat pada malam itu sudah habis."),
    N_("Pilih malam lain, atau jam kerja."),
)
TWICE = FaultKind(
    "evening.twice",
    Nature.CONFLICT,
    N_("Nama dan nomor ini sudah terdaftar untuk malam itu."),
    N_("Pakai kode yang sudah diberikan; daftar orang lain dengan namanya sendiri."),
)


class How(StrEnum):
    """How a booking came about."""

    PAGE = "page"
    DESK = "desk"
    WALK_IN = "walk_in"
    JEMPUT = "jemput"


class BookingState(StrEnum):
    """What was said of a booking; whether it has a place follows from all of them."""

    STANDS = "stands"
    CANCELLED = "cancelled"
    CAME = "came"
    ABSENT = "absent"


class Place(StrEnum):
    SEATED = "seated"
    WAITING = "waiting"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Booking:
    """What the order of places needs of one booking; `order` is that of asking."""

    id: int
    order: int
    state: BookingState = BookingState.STANDS


@dataclass(frozen=True, slots=True)
class Seat:
    """Whether somebody has a place, and his number in it or on the waiting list, from 1."""

    place: Place
    number: int = 0


def seats(bookings: Iterable[Booking], capacity: int) -> dict[int, Seat]:
    """Return each booking's seat: first asked, first seated; who gives up lets the next one in.

    Who came has his place whatever else happens: he stands in the room.
    """
    ordered = sorted(bookings, key=lambda one: one.order)
    holding = [one for one in ordered if one.state is BookingState.CAME]
    holding += [one for one in ordered if one.state is BookingState.STANDS]
    found = {one.id: Seat(Place.NONE) for one in ordered}
    seated = {one.id for one in holding[:capacity]}
    seated |= {one.id for one in holding if one.state is BookingState.CAME}
    numbers = {Place.SEATED: 0, Place.WAITING: 0}
    for one in sorted(holding, key=lambda one: one.order):
        place = Place.SEATED if one.id in seated else Place.WAITING
        numbers[place] += 1
        found[one.id] = Seat(place, numbers[place])
    return found


def moved_up(before: dict[int, Seat], after: dict[int, Seat]) -> Sequence[int]:
    """Return who has a place now and waited for one before: they are told."""
    return [
        booking
        for booking, seat in after.items()
        if seat.place is Place.SEATED
        and booking in before
        and before[booking].place is Place.WAITING
    ]


def free_places(bookings: Iterable[Booking], capacity: int) -> int:
    """Return how many may still come, walk-ins too."""
    taken = sum(one.state in (BookingState.STANDS, BookingState.CAME) for one in bookings)
    return max(0, capacity - taken)
