"""The city's working days and offices, in the words of the domain."""

from datetime import date, datetime, timedelta

from data.calendar import day as working_day
from data.offices import OfficeKind, offices
from field.domain.duty import Hours, Rest
from field.domain.jemput.booth import Span


def hours_on(city: str, on: date) -> Hours | None:
    """Return the working hours of a day; None when the office is shut."""
    hours = working_day(city, on).hours
    if hours is None:
        return None
    rests = tuple(Rest(part.name, part.begins, part.ends) for part in hours.breaks)
    return Hours(hours.opens, hours.closes, rests)


def rests_on(city: str, midnight: datetime) -> tuple[Span, ...]:
    """Return when the offices record nobody that day: lunch, and Friday prayer."""
    hours, day = hours_on(city, midnight.date()), midnight.date()
    return tuple(
        Span(
            datetime.combine(day, rest.begins, midnight.tzinfo),
            datetime.combine(day, rest.ends, midnight.tzinfo),
        )
        for rest in (hours.rests if hours else ())
    )


def holiday_on(city: str, on: date) -> str:
    """Return the name of the holiday, or nothing."""
    holiday = working_day(city, on).holiday
    return holiday.name if holiday else ""


def next_working_day(city: str, since: date) -> date:
    """Return the first day from here on that the office works."""
    day = since
    while hours_on(city, day) is None:
        day += timedelta(days=1)
    return day


def office_place(city: str, code: str) -> tuple[float, float]:
    """Return where an office is (lat, lon); the main one's place for a code that is not known."""
    known = offices(city)
    main = next(office for office in known if office.kind is OfficeKind.DISDUKCAPIL)
    office = next((office for office in known if office.code == code), main)
    return office.lat, office.lon
