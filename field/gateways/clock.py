"""The clock: the one place that asks what time it is."""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time; tests hand in one that stands still."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is the clock that others ask


def local_date(moment: datetime, zone: ZoneInfo) -> date:
    """Return the service day that a moment belongs to in the city."""
    return moment.astimezone(zone).date()
