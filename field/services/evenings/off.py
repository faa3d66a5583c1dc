"""An evening is called off: everyone who booked is told why, and offered another."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.evening import CLOSED, BookingState, How, Place
from field.domain.jemput.letters import Template
from field.domain.jemput.request import NO_REASON, STANDING, Act, RequestState
from field.domain.text import N_
from field.gateways.city_days import next_working_day
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.services.evenings.tickets import booking_of, token_of
from field.store import audit, messages, trips
from field.store import evenings as store
from field.store.db import Live, transaction
from field.store.evening_places import new_code
from field.store.request_steps import Actor, take_step
from field.store.tables import Booking, Evening, Request

_MORNING = (time(8), time(10))


@dataclass(frozen=True)
class Off:
    """How many were told, and how many families that were to be fetched were offered a time."""

    told: int
    offered: int


def call_off(evening_id: int, why: str, by: int, within: str | None, doors: Doors) -> Off:
    """Call an evening off; places are kept as they were, so that one sees who is concerned."""
    why, now = " ".join(why.split())[:300], doors.clock.now()
    if not why:
        raise Fault(NO_REASON)
    with transaction() as live:
        row = store.lock_evening_or_none(live, evening_id, within)
        if row is None:
            raise Fault(NOT_FOUND, what=N_("Layanan malam"))
        if row.cancelled_at is not None or now >= row.closes_at:
            raise Fault(CLOSED)
        row.cancelled_at, row.cancelled_by, row.cancelled_why = now, by, why
        live.flush()
        told = [one for one in row.bookings if _came_to_nothing(one)]
        for booking in told:
            messages.ask_for(live, Template.EVENING_OFF, now, booking_id=booking.id)
        requests = store.requests_of(live, row.id)
        for request in requests:
            _offer(live, request, row, Actor("office", now, by), doors)
        audit.record(
            live, "evening.off", at=now, by=by, subject=f"evening:{row.id}",
            told=len(told), offered=len(requests),
        )  # fmt: skip
        return Off(len(told), len(requests))


def move(token: str, evening_id: int, doors: Doors) -> str:
    """Book the same person for another evening, once; returns the new ticket's token."""
    before = booking_of(token, doors)
    if before.evening.cancelled_at is None:
        raise Fault(CLOSED)
    return _moved(before.id, evening_id, None, doors)


def move_by_desk(booking_id: int, evening_id: int, by: int, scope: str | None, doors: Doors) -> str:
    """Do so for somebody on the telephone."""
    before = store.booking_or_none(booking_id)
    if before is None or scope not in (None, before.evening.kecamatan):
        raise Fault(NOT_FOUND, what=N_("Pendaftaran"))
    if before.evening.cancelled_at is None:
        raise Fault(CLOSED)
    return _moved(booking_id, evening_id, by, doors)


def _moved(booking_id: int, evening_id: int, by: int | None, doors: Doors) -> str:
    now = doors.clock.now()
    with transaction() as live:
        key = f"moved:{booking_id}"
        if (twin := store.by_form_or_none(live, key)) is not None:
            return token_of(twin, doors)
        row = store.lock_evening_or_none(live, evening_id, None)
        before = live.get_one(Booking, booking_id)
        if row is None or row.cancelled_at is not None or now >= row.closes_at:
            raise Fault(CLOSED)
        made = Booking(
            code=new_code(live), form_key=key, name=before.name, phone=before.phone,
            phone_index=before.phone_index, origin_index=before.origin_index,
            how=How.DESK if by else before.how, state=BookingState.STANDS, asked_at=now,
            asked_by=by, consent_at=before.consent_at,
        )  # fmt: skip
        row.bookings.append(made)
        before.state, before.marked_at, before.marked_by = BookingState.CANCELLED, now, by
        live.flush()
        audit.record(live, "booking.move", at=now, by=by, subject=f"booking:{made.id}")
        return token_of(made, doors)


def _came_to_nothing(booking: Booking) -> bool:
    """Who is to be fetched hears it with his request's new time."""
    return booking.state == BookingState.STANDS and booking.request_id is None


def _offer(live: Live, request: Request, off: Evening, actor: Actor, doors: Doors) -> None:
    """Offer the next evening with room, else a morning; the family answers."""
    if RequestState(request.state) not in STANDING:
        return
    today = local_date(actor.at, doors.zone)
    if trips.has_begun(request.id, today):
        return
    trips.close_trips(live, request, actor.at, today)
    messages.drop_waiting(live, request.id)
    request.priority = True
    other = _next_evening(off, len(request.people), actor.at, doors)
    if other is not None:
        request.evening_id, request.place, request.date = other.id, other.office, other.date
        request.window_from, request.window_until = other.opens_at, other.closes_at
    else:
        day = next_working_day(doors.city, off.date + timedelta(days=1))
        request.evening_id, request.date = None, day
        begins, ends = (datetime.combine(day, at, doors.zone) for at in _MORNING)
        request.window_from, request.window_until = begins, ends
    take_step(live, request, Act.PROPOSE, actor, off.cancelled_why)
    when = actor.at.isoformat(timespec="seconds")
    messages.ask_for(live, Template.PROPOSED, actor.at, request_id=request.id, when=when)


def _next_evening(off: Evening, people: int, now: datetime, doors: Doors) -> Evening | None:
    """Return one of the own kecamatan first."""
    open_ones = [
        row
        for row in store.evenings(None, local_date(now, doors.zone))
        if row.cancelled_at is None and now < row.opens_at and _free(row) >= people
    ]
    return min(open_ones, key=lambda row: (row.kecamatan != off.kecamatan, row.date), default=None)


def _free(row: Evening) -> int:
    seated = sum(seat.place is Place.SEATED for seat in store.seats_of(row).values())
    return row.capacity - seated
