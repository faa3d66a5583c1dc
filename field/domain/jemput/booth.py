"""Recording booths: hours, and the outages of a device that close its slots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to `end`; an outage without an end lasts until somebody says otherwise."""

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError("A span ends after it starts.")

    def overlaps(self, start: datetime, end: datetime) -> bool:
        return self.start < end and (self.end is None or self.end > start)


@dataclass(frozen=True, slots=True)
class Booth:
    """One device where one person at a time is recorded."""

    id: int
    outages: tuple[Span, ...] = ()
    opens: time | None = None  # None: as long as its office
    closes: time | None = None

    def on(self, midnight: datetime, rests: tuple[Span, ...] = ()) -> "Booth":
        """Return the device as it is on one day, its own hours and the office's rests minded."""
        day = midnight.date()
        shut = list(rests)
        if self.opens and self.opens > time():
            shut.append(Span(midnight, datetime.combine(day, self.opens, midnight.tzinfo)))
        if self.closes:
            shut.append(Span(datetime.combine(day, self.closes, midnight.tzinfo)))
        return Booth(self.id, (*self.outages, *shut))

    def open_for(self, start: datetime, end: datetime) -> bool:
        return not any(outage.overlaps(start, end) for outage in self.outages)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person's turn at a booth."""

    person: int
    start: datetime
    duration: timedelta
    asked_at: datetime
    bumped: bool = False  # lost a slot before: chooses first

    @property
    def end(self) -> datetime:
        return self.start + self.duration


def places_open(booths: Iterable[Booth], start: datetime, end: datetime) -> int:
    """Return how many people can be recorded throughout a span."""
    return sum(booth.open_for(start, end) for booth in booths)


def overfull(booths: Sequence[Booth], appointments: Iterable[Appointment]) -> list[Appointment]:
    """Return whose turn has no device any more, in the order in which they are given a new one.

    Turns that stand are kept by who begins first; among equals, who was bumped before keeps his.
    """
    kept: list[Appointment] = []
    lost: list[Appointment] = []
    for turn in sorted(appointments, key=lambda one: (one.start, not one.bumped, one.asked_at)):
        fits = all(
            _heads(kept, at) < places_open(booths, at, turn.end) for at in _moments(kept, turn)
        )
        (kept if fits else lost).append(turn)
    return sorted(lost, key=lambda one: (not one.bumped, one.asked_at))


def _moments(kept: Iterable[Appointment], turn: Appointment) -> list[datetime]:
    """The moments at which a booth's fullness may change while this turn lasts."""
    return [turn.start, *(one.start for one in kept if turn.start < one.start < turn.end)]


def _heads(kept: Iterable[Appointment], at: datetime) -> int:
    return sum(one.start <= at < one.end for one in kept)
