"""Who is on duty when: the city's hours and a courier's own shift, as moments of one day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FRIDAY = 4
EARLY = timedelta(minutes=15)
LATE = timedelta(minutes=30)


@dataclass(frozen=True)
class Rest:
    """A pause of the city's calendar: lunch, or Friday prayer."""

    name: str
    begins: time
    ends: time


@dataclass(frozen=True)
class Hours:
    """The city's working hours of one day."""

    opens: time
    closes: time
    rests: tuple[Rest, ...]


@dataclass(frozen=True)
class Pause:
    """A rest as a courier takes it: it lasts so long, and begins between two moments."""

    name: str
    earliest: datetime
    latest: datetime
    length: timedelta


@dataclass(frozen=True)
class Duty:
    """One courier's shift of one day, with its pauses."""

    starts: datetime
    ends: datetime
    pauses: tuple[Pause, ...]


def duty(
    day: date, hours: Hours, shift: tuple[str | None, str | None], zone: ZoneInfo
) -> Duty | None:
    """Return the shift of this day: the courier's own hours where given, else the city's."""
    starts, ends = (
        datetime.combine(day, time.fromisoformat(own) if own else citys, zone)
        for own, citys in zip(shift, (hours.opens, hours.closes), strict=True)
    )
    if starts >= ends:
        return None
    pauses = (_pause(day, rest, zone) for rest in hours.rests)
    return Duty(starts, ends, tuple(p for p in pauses if starts <= p.latest < ends))


def from_now(whole: Duty, now: datetime) -> Duty | None:
    """Return what is left of a duty; None when it is over."""
    if now <= whole.starts:
        return whole
    if now >= whole.ends:
        return None
    # A pause whose time has passed has been taken.
    left = tuple(pause for pause in whole.pauses if pause.latest > now)
    return Duty(now, whole.ends, left)


def _pause(day: date, rest: Rest, zone: ZoneInfo) -> Pause:
    begins = datetime.combine(day, rest.begins, zone)
    length = datetime.combine(day, rest.ends, zone) - begins
    # Lunch may wait for the stop at hand; prayer on Friday does not.
    late = timedelta(0) if day.weekday() == FRIDAY else LATE
    return Pause(rest.name, begins - EARLY, begins + late, length)
