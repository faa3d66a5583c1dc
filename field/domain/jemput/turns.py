"""Turns at an office's booths: who is recorded when, so that nobody queues and no device is short.

A household is recorded one after the other at one device; so many households at a time as there
are devices that work. Turns stand before cars are routed: a family is told a time, and an outage
moves few.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from field.domain.jemput.booth import Appointment, Booth, overfull

STEP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Wanting:
    """A household that is to be recorded at one office between two moments."""

    trip: int  # the outbound
    opens: datetime
    closes: datetime  # the turn begins by then
    duration: timedelta
    asked_at: datetime
    area: str = ""  # neighbours get turns one after the other, so that they may share a car
    bumped: bool = False  # lost a turn through us: chooses first
    kept: datetime | None = None  # the turn that it was told already

    def at(self, start: datetime) -> Appointment:
        return Appointment(self.trip, start, self.duration, self.asked_at, self.bumped)


@dataclass(frozen=True)
class Turns:
    """Who begins when; `bumped` lost the turn that they were told, `without` found none at all."""

    given: dict[int, Appointment]
    bumped: tuple[int, ...] = ()
    without: tuple[int, ...] = ()


def give_turns(booths: Sequence[Booth], wanting: Iterable[Wanting]) -> Turns:
    """Give each household the first turn that is free for it; who was told one keeps it."""
    people = {one.trip: one for one in wanting}
    told = [one.at(one.kept) for one in people.values() if one.kept is not None]
    lost = [turn.person for turn in overfull(booths, told)]
    given = {turn.person: turn for turn in told if turn.person not in lost}
    new = sorted((one for one in people.values() if one.kept is None), key=_order)
    without = []
    for one in [*(people[trip] for trip in lost), *new]:
        start = _first_free(booths, list(given.values()), one)
        if start is None:
            without.append(one.trip)
        else:
            given[one.trip] = one.at(start)
    return Turns(given, tuple(lost), tuple(without))


def _order(one: Wanting) -> tuple[bool, datetime, datetime, str, datetime, int]:
    return (not one.bumped, one.closes, one.opens, one.area, one.asked_at, one.trip)


def _first_free(booths: Sequence[Booth], given: list[Appointment], one: Wanting) -> datetime | None:
    start = one.opens
    while start <= one.closes:
        if not overfull(booths, [*given, one.at(start)]):
            return start
        start += STEP
    return None
