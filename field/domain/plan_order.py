"""What is asked of planning, and what there is to plan with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class PlanOrder:
    """What is asked for: a day, an area, and how long to look for good routes."""

    date: date
    kecamatan: str | None = None  # None: the whole city
    seconds: int | None = None  # None: by the number of doors
    again: bool = False  # replace routes that are published already
    whole_shift: bool = False  # plan from the morning although the day has begun

    @classmethod
    def read(cls, args: Mapping[str, Any]) -> "PlanOrder":
        """Read what a job was given."""
        return cls(**{**args, "date": date.fromisoformat(args["date"])})


@dataclass(frozen=True)
class DayOverview:
    """What there is to plan with."""

    date: date
    holiday: str
    working: bool  # the office is open
    evening: bool  # it is shut, but an evening session is held
    published: bool
    on_duty: tuple[str, ...]
    away: int
    cards: int
    doors: int
    no_point: int
    trips: int
    kit_visits: int
