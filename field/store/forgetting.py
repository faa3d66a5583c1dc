"""Erasing what families told us; what remains is counts, dates and states."""

from datetime import datetime

from sqlalchemy import exists, select, update

from field.domain.jemput.request import STANDING
from field.store.db import Live
from field.store.tables import Booking, Evening, Request, RequestStep

GONE = "-"
_WAITING = [state.value for state in STANDING]


def ended_before(live: Live, moment: datetime) -> list[Request]:
    """Return requests that were over before a moment and still name somebody."""
    later = exists().where(RequestStep.request_id == Request.id, RequestStep.at >= moment)
    query = select(Request).where(
        Request.state.not_in(_WAITING), Request.contact_name != GONE, ~later
    )
    return list(live.scalars(query))


def erase_request(live: Live, request: Request) -> None:
    """Blank names, numbers, addresses, care cards and reasons."""
    for person in request.people:
        person.name = GONE
        person.nik_cipher = person.care_cipher = None
        person.nik_index = person.nik_last4 = person.companion_name = person.companion_phone = ""
    for step in request.steps:
        step.why = ""
    request.contact_name = GONE
    request.asker = request.phone = request.email = request.photo = request.meet_note = ""
    request.phone_index = request.address_index = request.origin_index = ""
    request.meet_lat = request.meet_lon = None
    request.tracking_epoch += 1
    house = request.household
    house.raw = house.street = house.number = house.landmark = house.phone = house.brief = ""
    house.lat = house.lon = house.confidence = None
    live.flush()


def erase_bookings(live: Live, moment: datetime) -> int:
    """Blank the bookings of evenings that closed before a moment; returns how many."""
    old = select(Evening.id).where(Evening.closes_at < moment)
    query = update(Booking).where(Booking.evening_id.in_(old), Booking.name != GONE)
    values = {"name": GONE, "phone": "", "phone_index": "", "origin_index": ""}
    ids = list(
        live.scalars(select(Booking.id).where(Booking.evening_id.in_(old), Booking.name != GONE))
    )
    live.execute(query.values(values))
    return len(ids)
