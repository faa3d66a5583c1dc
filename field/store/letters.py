"""A letter to a family, written from the rows that it is about."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from field.domain.dates import day_in_words
from field.domain.jemput.letters import Facts, Letter, Template, write
from field.domain.jemput.needs import Service
from field.store.db import session
from field.store.settings import settings
from field.store.tables import Booking, Request, Trip, Turn


def letter_to(request: Request, template: Template, zone: ZoneInfo, link: str = "") -> Letter:
    """Write to the contact of a request."""
    office = settings()
    window = _window(request.window_from, request.window_until, zone)
    if template is Template.TURN_MOVED:
        window = _turn(request, zone)
    facts = Facts(
        office=office.office_name,
        names=" dan ".join(person.name for person in request.people),
        code=request.code,
        window=window,
        why=next((step.why for step in reversed(request.steps) if step.why), ""),
        hotline=office.hotline,
        link=link,
        kit=request.service == Service.KIT,
    )
    return write(template, facts, request.phone, request.email)


def letter_to_booking(booking: Booking, template: Template, zone: ZoneInfo) -> Letter:
    """Write to who booked an evening."""
    office, evening = settings(), booking.evening
    window = _window(evening.opens_at, evening.closes_at, zone)
    why, hotline = evening.cancelled_why, office.hotline
    facts = Facts(office.office_name, booking.name, booking.code, window, why, hotline)
    return write(template, facts, booking.phone)


def _turn(request: Request, zone: ZoneInfo) -> str:
    query = select(func.min(Turn.starts_at)).join(Trip, Trip.id == Turn.trip_id)
    query = query.where(Trip.request_id == request.id, Trip.date == request.date)
    starts: datetime | None = session().scalar(query)
    if starts is None:
        return "-"
    local = starts.astimezone(zone)
    return f"{day_in_words(local.date())}, sekitar pukul {local:%H.%M} WIB"


def _window(begins: datetime | None, ends: datetime | None, zone: ZoneInfo) -> str:
    if begins is None or ends is None:
        return "-"
    begins, ends = begins.astimezone(zone), ends.astimezone(zone)
    return f"{day_in_words(begins.date())}, pukul {begins:%H.%M}-{ends:%H.%M} WIB"
