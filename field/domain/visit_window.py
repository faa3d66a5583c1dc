"""The two hours in which a resident is asked to be at home, around the planned arrival."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LENGTH = timedelta(hours=2)
STEP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class VisitWindow:
    """From and until, on whole half hours."""

    begins: datetime
    ends: datetime


def visit_window(arrival: datetime, day_begins: datetime) -> VisitWindow:
    """Return the window whose middle is nearest to the arrival, but not before work begins.

    Half hours are counted from the full hour, which every zone of Indonesia shares with UTC.
    """
    begins = _to_step(arrival - LENGTH / 2)
    begins = max(begins, _down(day_begins))
    return VisitWindow(begins, begins + LENGTH)


def _to_step(moment: datetime) -> datetime:
    return _down(moment + STEP / 2)


def _down(moment: datetime) -> datetime:
    hour = moment.replace(minute=0, second=0, microsecond=0)
    return hour + (moment - hour) // STEP * STEP
