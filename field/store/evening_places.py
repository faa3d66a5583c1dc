"""Places of an evening: drawn a code, held for who is fetched to it, given back, moved up."""

import secrets
from datetime import datetime

from sqlalchemy import select

from field.domain.envelope import envelope_code
from field.domain.fault import Fault
from field.domain.jemput.evening import CLOSED, FULL, BookingState, How, Place, Seat, moved_up
from field.domain.jemput.letters import Template
from field.store import messages
from field.store.db import Live
from field.store.evenings import is_taken, lock_evening_or_none, seats_of
from field.store.tables import Booking, Evening, Request


def new_code(live: Live) -> str:
    while True:
        code = envelope_code(secrets.choice)
        if not is_taken(live, code):
            return code


def tell_who_moved_up(live: Live, row: Evening, before: dict[int, Seat], now: datetime) -> None:
    live.flush()
    if now >= row.closes_at or row.cancelled_at is not None:
        return
    for booking_id in moved_up(before, seats_of(row)):
        messages.ask_for(live, Template.MOVED_UP, now, booking_id=booking_id)


def hold_places(live: Live, request: Request, at: datetime) -> None:
    """Hold a place for each person who is fetched to an evening; raises when there is none."""
    row = lock_evening_or_none(live, request.evening_id or 0, None)
    if row is None or row.cancelled_at is not None or at >= row.closes_at:
        raise Fault(CLOSED)
    held = []
    for person in request.people:
        booking = Booking(
            code=new_code(live), form_key=f"jemput:{row.id}:{person.id}:{at.isoformat()}",
            name=person.name, phone=request.phone, phone_index=request.phone_index,
            origin_index="", how=How.JEMPUT, state=BookingState.STANDS, asked_at=at,
            request_id=request.id, consent_at=request.consent_at,
        )  # fmt: skip
        row.bookings.append(booking)
        live.flush()
        held.append(booking.id)
    seats = seats_of(row)
    if any(seats[booking].place is not Place.SEATED for booking in held):
        raise Fault(FULL)


def give_places_back(live: Live, request: Request, at: datetime) -> None:
    """Let those who wait have what was held for a request."""
    query = select(Booking).where(
        Booking.request_id == request.id, Booking.state == BookingState.STANDS
    )
    for booking in live.scalars(query):
        before = seats_of(booking.evening)
        booking.state, booking.marked_at = BookingState.CANCELLED, at
        tell_who_moved_up(live, booking.evening, before, at)
