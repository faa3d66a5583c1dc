"""Queries about evenings and bookings."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import exists, func, select

from field.domain.jemput.evening import Booking as Place
from field.domain.jemput.evening import BookingState, Seat, seats
from field.store.db import Live, session
from field.store.tables import Booking, Evening, Request


def evenings(within: str | None, since: date) -> Sequence[Evening]:
    """Return the evenings from a day on, the cancelled ones too."""
    query = select(Evening).where(Evening.date >= since)
    if within is not None:
        query = query.where(Evening.kecamatan == within)
    return list(session().scalars(query.order_by(Evening.date, Evening.kecamatan, Evening.id)))


def evening_or_none(evening_id: int, within: str | None) -> Evening | None:
    query = select(Evening).where(Evening.id == evening_id)
    if within is not None:
        query = query.where(Evening.kecamatan == within)
    return session().scalars(query).one_or_none()


def lock_evening_or_none(live: Live, evening_id: int, within: str | None) -> Evening | None:
    """Return the row held until the transaction ends: places are given one after the other."""
    query = select(Evening).where(Evening.id == evening_id).with_for_update()
    if within is not None:
        query = query.where(Evening.kecamatan == within)
    return live.scalars(query.execution_options(populate_existing=True)).one_or_none()


def requests_of(live: Live, evening_id: int) -> list[Request]:
    """Return the requests that are to be fetched to an evening, held until the end."""
    query = select(Request).where(Request.evening_id == evening_id).order_by(Request.id)
    return list(live.scalars(query.with_for_update()))


def by_form_or_none(live: Live, form_key: str) -> Booking | None:
    return live.scalars(select(Booking).where(Booking.form_key == form_key)).one_or_none()


def booking_or_none(booking_id: int) -> Booking | None:
    return session().get(Booking, booking_id, populate_existing=True)


def is_taken(live: Live, code: str) -> bool:
    return bool(live.scalar(select(exists().where(Booking.code == code))))


def booked_since(column: str, index: str, since: datetime) -> int:
    """Count bookings with this keyed hash (phone, origin) since a moment."""
    where = getattr(Booking, f"{column}_index") == index
    query = select(func.count()).select_from(Booking).where(where, Booking.asked_at >= since)
    return session().scalar(query) or 0


def seats_of(evening: Evening) -> dict[int, Seat]:
    """Return each booking's seat, by its id."""
    bookings = (Place(one.id, one.id, BookingState(one.state)) for one in evening.bookings)
    return seats(bookings, evening.capacity)
