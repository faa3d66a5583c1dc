"""Whereabouts: where a person is between being fetched and home; nobody is finished until home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from field.domain.jemput.trip import RiderFold, TripState
from field.domain.text import N_

ALARM_BEFORE_SHIFT_END = timedelta(minutes=60)


class Where(StrEnum):
    NOT_LEFT = "not_left"  # at home, as far as we know
    TO_OFFICE = "to_office"
    AT_OFFICE = "at_office"
    TO_HOME = "to_home"
    HOME = "home"  # seen into the house, or taken home by the family
    UNKNOWN = "unknown"  # what was told contradicts itself


WHERE_WORDS: dict[Where, str] = {
    Where.NOT_LEFT: N_("belum berangkat"),
    Where.TO_OFFICE: N_("dalam perjalanan ke kantor"),
    Where.AT_OFFICE: N_("di kantor"),
    Where.TO_HOME: N_("dalam perjalanan pulang"),
    Where.HOME: N_("sudah di rumah"),
    Where.UNKNOWN: N_("perlu dipastikan"),
}


@dataclass(frozen=True)
class PersonDay:
    """One person's day out."""

    outbound: RiderFold
    back: RiderFold

    @property
    def where(self) -> Where:
        """A return that did not take place leaves him where he was."""
        if TripState.REVIEW in (self.outbound.state, self.back.state):
            return Where.UNKNOWN
        if self.back.state is TripState.HOME:
            return Where.HOME
        if self.back.travelling:
            return Where.TO_HOME
        if self.outbound.state is TripState.ABOARD:
            return Where.TO_OFFICE
        came_alone = self.outbound.ready or self.back.ready
        if came_alone or self.outbound.state in (TripState.DROPPED, TripState.AT_OFFICE):
            return Where.AT_OFFICE
        return Where.NOT_LEFT

    @property
    def ready(self) -> bool:
        """Whether he was recorded and may go home."""
        return self.outbound.ready or self.back.ready

    @property
    def finished(self) -> bool:
        """Selesai: home again. Nothing else is."""
        return self.where is Where.HOME

    @property
    def explained(self) -> bool:
        """Whether he never left, and somebody said so of both ways.

        A no-show at the door says nothing of the return: he may have come by himself.
        """
        return self.where is Where.NOT_LEFT and self.outbound.ended and self.back.ended

    @property
    def away(self) -> bool:
        """Whether somebody must still bring him home."""
        return self.where not in (Where.HOME, Where.NOT_LEFT)

    @property
    def open(self) -> bool:
        return not (self.finished or self.explained)


def all_home(days: Mapping[int, PersonDay]) -> bool:
    """Whether a request may be finished: somebody was fetched, and nobody is away or open."""
    return any(day.finished for day in days.values()) and not any(day.open for day in days.values())


def alarms(days: Mapping[int, PersonDay], now: datetime, shift_ends: datetime) -> list[int]:
    """Return who is away from home while the shift nears its end, or is past it."""
    if now < shift_ends - ALARM_BEFORE_SHIFT_END:
        return []
    return [person for person, day in days.items() if day.away]
