"""Layanan malam: evenings are opened, places are booked, a waiting list moves up by itself."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.jemput.doubts import MOST_A_DAY, TOO_MANY
from field.domain.jemput.evening import (
    CLOSED,
    TWICE,
    BookingState,
    How,
    Place,
    Seat,
)
from field.domain.jemput.form import BAD_PHONE, NO_CONSENT, NO_NAME
from field.domain.nik import drop_numbers
from field.domain.phone import parse_phone
from field.domain.text import N_
from field.gateways.city import city_facts
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.services.evenings.tickets import booking_of, token_of
from field.store import audit, people
from field.store import evenings as store
from field.store.db import Live, transaction
from field.store.evening_places import new_code, tell_who_moved_up
from field.store.settings import settings
from field.store.tables import Booking, Evening

_DAY = timedelta(days=1)
_MOST_PLACES = 500
_MOST_BOOTHS = 20

BAD_EVENING = FaultKind(
    "evening.bad_evening",
    Nature.BAD_INPUT,
    N_("Tanggal, jam, atau jumlah tempatnya tidak bisa dipakai."),
    N_("Pilih tanggal mulai hari ini, jam selesai sesudah jam mulai, dan 1 sampai 500 tempat."),
)


@dataclass(frozen=True)
class NewEvening:
    """What the office opens."""

    kecamatan: str
    office: str
    date: date
    opens: time
    closes: time
    booths: int
    capacity: int
    note: str = ""


@dataclass(frozen=True)
class Wish:
    """Who wants a place; `form_key` was made with the form, so that sending twice is one."""

    name: str
    phone: str
    how: How
    form_key: str
    agreed: bool
    line: str = ""
    user_id: int | None = None


@dataclass(frozen=True)
class Ticket:
    """A booking as its owner sees it."""

    token: str
    booking: Booking
    evening: Evening
    seat: Seat
    others: tuple["Night", ...] = ()  # where he may go instead, when it was called off


@dataclass(frozen=True)
class Night:
    """An evening with its bookings and seats."""

    evening: Evening
    seats: dict[int, Seat]

    @property
    def seated(self) -> int:
        return sum(seat.place is Place.SEATED for seat in self.seats.values())

    @property
    def waiting(self) -> int:
        return sum(seat.place is Place.WAITING for seat in self.seats.values())

    @property
    def free(self) -> int:
        return max(0, self.evening.capacity - self.seated)


def nights(within: str | None, doors: Doors) -> list[Night]:
    """Return the evenings from today on."""
    today = local_date(doors.clock.now(), doors.zone)
    return [Night(one, store.seats_of(one)) for one in store.evenings(within, today)]


def open_nights(doors: Doors) -> list[Night]:
    """Return the evenings that still take bookings."""
    now = doors.clock.now()
    return [night for night in nights(None, doors) if _is_open(night.evening, now)]


def night(evening_id: int, within: str | None) -> Night:
    row = store.evening_or_none(evening_id, within)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Layanan malam"))
    return Night(row, store.seats_of(row))


def who_called_off(evening_id: int, within: str | None) -> str:
    """Return the name of who called an evening off."""
    row = night(evening_id, within).evening
    return people.names_of([row.cancelled_by]).get(row.cancelled_by, "") if row.cancelled_by else ""


def open_evening(new: NewEvening, by: int, within: str | None, doors: Doors) -> int:
    """Open an evening for booking."""
    if within not in (None, new.kecamatan):
        raise Fault(NOT_FOUND, what=N_("Kecamatan"))
    now = doors.clock.now()
    opens = datetime.combine(new.date, new.opens, doors.zone)
    closes = datetime.combine(new.date, new.closes, doors.zone)
    sizes = 1 <= new.capacity <= _MOST_PLACES and 1 <= new.booths <= _MOST_BOOTHS
    if closes <= opens or closes <= now or not sizes:
        raise Fault(BAD_EVENING)
    with transaction() as live:
        row = Evening(
            kecamatan=new.kecamatan, office=new.office, date=new.date, opens_at=opens,
            closes_at=closes, booths=new.booths, capacity=new.capacity, note=new.note[:300],
            created_at=now, created_by=by,
        )  # fmt: skip
        live.add(row)
        live.flush()
        audit.record(live, "evening.open", at=now, by=by, subject=f"evening:{row.id}")
        return row.id


def change_capacity(
    evening_id: int, capacity: int, by: int, within: str | None, doors: Doors
) -> None:
    """Give an evening more places or fewer; who moves up is told."""
    if not 1 <= capacity <= _MOST_PLACES:
        raise Fault(BAD_EVENING)
    now = doors.clock.now()
    with transaction() as live:
        row = _locked(live, evening_id, within)
        before = store.seats_of(row)
        row.capacity = capacity
        tell_who_moved_up(live, row, before, now)
        subject = f"evening:{row.id}"
        audit.record(live, "evening.capacity", at=now, by=by, subject=subject, capacity=capacity)


def book(evening_id: int, wish: Wish, within: str | None, doors: Doors) -> str:
    """Book a place, or a place on the waiting list; returns the ticket's token."""
    now = doors.clock.now()
    name = drop_numbers(" ".join(wish.name.split()))
    if not 0 < len(name) <= 80:
        raise Fault(NO_NAME, field="nama")
    if not wish.agreed:
        raise Fault(NO_CONSENT, field="setuju")
    phone = _phone(wish, doors)
    with transaction() as live:
        row = _locked(live, evening_id, within)
        twin = store.by_form_or_none(live, wish.form_key)
        if twin is not None:
            return token_of(twin, doors)
        if not _is_open(row, now):
            raise Fault(CLOSED)
        index = doors.vault.index(f"phone:{phone}") if phone else ""
        if any(_same(one, name, index) for one in row.bookings):
            raise Fault(TWICE)
        origin = doors.vault.index(f"line:{wish.line}") if wish.line else ""
        _mind_limits(wish, index, origin, now)
        booking = Booking(
            code=new_code(live), form_key=wish.form_key, name=name, phone=phone, phone_index=index,
            origin_index=origin, how=wish.how, state=BookingState.STANDS, asked_at=now,
            asked_by=wish.user_id, consent_at=now,
        )  # fmt: skip
        row.bookings.append(booking)
        live.flush()
        subject = f"booking:{booking.id}"
        audit.record(live, "booking.ask", at=now, by=wish.user_id, subject=subject, how=wish.how)
        return token_of(booking, doors)


def ticket(token: str, doors: Doors) -> Ticket:
    """Return the booking of a link; whatever is wrong with it, the answer is the same."""
    row = booking_of(token, doors)
    off = row.evening.cancelled_at is not None
    others = tuple(one for one in open_nights(doors) if one.free) if off else ()
    return Ticket(token, row, row.evening, store.seats_of(row.evening)[row.id], others)


def give_up(token: str, doors: Doors) -> None:
    """Give a place back; the first who waits moves up and is told."""
    row = booking_of(token, doors)
    _mark(row.evening_id, row.id, BookingState.CANCELLED, None, None, doors)


def mark(
    evening_id: int, booking_id: int, state: BookingState, by: int, within: str | None, doors: Doors
) -> None:
    """Write down who came, who did not, who gave up by telephone."""
    _mark(evening_id, booking_id, state, by, within, doors)


def _mark(
    evening_id: int,
    booking_id: int,
    state: BookingState,
    by: int | None,
    within: str | None,
    doors: Doors,
) -> None:
    now = doors.clock.now()
    with transaction() as live:
        row = _locked(live, evening_id, within)
        booking = next((one for one in row.bookings if one.id == booking_id), None)
        if booking is None:
            raise Fault(NOT_FOUND, what=N_("Pendaftaran"))
        before = store.seats_of(row)
        booking.state, booking.marked_at, booking.marked_by = state, now, by
        tell_who_moved_up(live, row, before, now)
        audit.record(
            live, "booking.mark", at=now, by=by, subject=f"booking:{booking.id}", state=state
        )


def _locked(live: Live, evening_id: int, within: str | None) -> Evening:
    row = store.lock_evening_or_none(live, evening_id, within)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Layanan malam"))
    return row


def _is_open(row: Evening, now: datetime) -> bool:
    return row.cancelled_at is None and now < row.closes_at


def _same(one: Booking, name: str, phone_index: str) -> bool:
    stands = one.state in (BookingState.STANDS, BookingState.CAME)
    return stands and one.phone_index == phone_index and one.name.casefold() == name.casefold()


def _phone(wish: Wish, doors: Doors) -> str:
    """A walk-in stands before us: he needs no telephone."""
    if not wish.phone.strip() and wish.how is not How.PAGE:
        return ""
    today = local_date(doors.clock.now(), doors.zone)
    found = parse_phone(wish.phone[:60], city_facts(doors.city, today).area_code)
    if found is None:
        raise Fault(BAD_PHONE, field="telepon")
    return found.digits


def _mind_limits(wish: Wish, phone: str, origin: str, now: datetime) -> None:
    if wish.user_id is not None:
        return
    for column, index in (("phone", phone), ("origin", origin)):
        if index and store.booked_since(column, index, now - _DAY) >= MOST_A_DAY[column]:
            raise Fault(TOO_MANY, hotline=settings().hotline or "-")
