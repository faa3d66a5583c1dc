"""When a campaign will be finished, with a range, from what was really done so far.

Each past day tells how much of its planned work was done: its pace. The days ahead go on at the
mean pace, and the range is as wide as the paces differed and as few as they are. While few days
are recorded the plan's own pace is believed beside them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from math import sqrt
from statistics import fmean, stdev

from field.domain.cetak.student import quantile

BELIEVED = (0.9, 1.0, 1.1)
"""The paces that are believed as well, before enough days are recorded."""

ENOUGH = 4
"""From so many recorded days on, only they count."""

LONGEST = 366
"""Days looked ahead: what is not finished by then has no end in sight."""


@dataclass(frozen=True, slots=True)
class Done:
    """A past day on which something was to be done."""

    planned: int
    done: int


@dataclass(frozen=True, slots=True)
class Finish:
    """The day on which it ends: in nine of ten cases not before, most likely, not after.

    None: no end in sight within a year.
    """

    early: date | None
    likely: date | None
    late: date | None
    pace: float  # so much of the planned work is done
    days_seen: int

    @property
    def sure(self) -> bool:
        """Tell whether there are days enough to judge by them alone."""
        return self.days_seen >= ENOUGH


def finish(
    left: int,
    past: Iterable[Done],
    ahead: Iterable[tuple[date, int]],
    inflow: Mapping[date, int] | None = None,
) -> Finish:
    """Forecast the end.

    Args:
        left: what is still to be done now.
        past: the days behind, each with what was planned and what was done.
        ahead: the days to come, in order, each with what could be done at the planned pace.
        inflow: what is added to the work, by the day from which it can be done.
    """
    seen = [day.done / day.planned for day in past if day.planned > 0]
    paces = seen if len(seen) >= ENOUGH else [*seen, *BELIEVED]
    pace, margin = fmean(paces), quantile(len(paces) - 1) * stdev(paces)
    waiting = dict(inflow or {})
    found: dict[str, date | None] = {"early": None, "likely": None, "late": None}
    could, squares = 0.0, 0.0
    for day, capacity in islice(ahead, LONGEST):
        could, squares = could + capacity, squares + capacity**2
        left += sum(waiting.pop(since) for since in list(waiting) if since <= day)
        if waiting:
            continue  # what comes later is a part of the work
        # The luck of the days ahead, and what few days do not tell of the pace itself.
        doubt = margin * sqrt(squares + could**2 / len(paces))
        reached = {"early": pace * could + doubt, "likely": pace * could}
        reached["late"] = pace * could - doubt
        for name, amount in reached.items():
            if found[name] is None and amount >= left:
                found[name] = day
        if found["late"]:
            break
    return Finish(**found, pace=pace, days_seen=len(seen))
