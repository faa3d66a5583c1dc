"""A letter to a family, written from the rows that it is about."""

from datetime import datetime
from zoneinfo import ZoneInfo

from field.domain.dates import day_in_words
from field.domain.jemput.letters import Facts, Letter, Template, write
from field.domain.jemput.needs import Service
from field.store.settings import settings
from field.store.tables import Booking, Request


def letter_to(request: Request, template: Template, zone: ZoneInfo, link: str = "") -> Letter:
    """Write to the contact of a request."""
    office = settings()
    facts = Facts(
        office=office.office_name,
        names=" dan ".join(person.name for person in request.people),
        code=request.code,
        window=_window(request.window_from, request.window_until, zone),
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
    facts = Facts(office.office_name, booking.name, booking.code, window, hotline=office.hotline)
    return write(template, facts, booking.phone)


def _window(begins: datetime | None, ends: datetime | None, zone: ZoneInfo) -> str:
    if begins is None or ends is None:
        return "-"
    begins, ends = begins.astimezone(zone), ends.astimezone(zone)
    return f"{day_in_words(begins.date())}, pukul {begins:%H.%M}-{ends:%H.%M} WIB"
