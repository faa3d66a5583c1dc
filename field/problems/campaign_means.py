"""Printers, operators and couriers of a campaign, on each day as many as were asked for.

Those whom the office has listed come first; whoever is asked for beyond them is a helper, with a
number of his own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from field.domain.cetak.order import CampaignOrder, DayMeans
from field.domain.duty import Hours
from field.problems.campaign import HOUR, Calendar, Rider, crews_of, operators_of
from routing.campaign import Operator, Printer, Shift
from routing.problem import TimeWindow, Vehicle

HELPERS = 1_000_000
"""Numbers from here on are nobody's in the office's lists."""

OPENS = 7 * HOUR
DAY = 24 * HOUR
AFTER = 10
"""Days after the printing on which the last doors are visited."""


@dataclass(frozen=True)
class Machine:
    """A printer of the office; an outage without an end lasts."""

    id: int
    rate: int
    warm_up_s: int
    outages: tuple[tuple[datetime, datetime | None], ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody of the office, and the dates on which he is away."""

    id: int
    away: frozenset[date] = frozenset()


@dataclass(frozen=True)
class CourierMeans(Person):
    """A courier with his kelurahan, his office (a row of the depots) and what he rides."""

    kelurahan: frozenset[str] = frozenset()
    depot: int = 0
    profile: str = "motor"
    max_stops: int | None = None


@dataclass(frozen=True)
class Means:
    """All whom the office has listed, and where a helper would start in each kelurahan."""

    machines: tuple[Machine, ...] = ()
    operators: tuple[Person, ...] = ()
    couriers: tuple[CourierMeans, ...] = ()
    depots: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Days:
    """The days of an order in the campaign's own count; `now` cuts off what is over of today."""

    order: CampaignOrder
    begins: date
    now: datetime
    hours_on: Callable[[date], Hours | None]

    @property
    def calendar(self) -> Calendar:
        """Return the city's calendar, working also where couriers were asked for a day off."""
        asked = {means.day for means in self.order.days if means.couriers}

        def hours(day: date) -> Hours | None:
            return self.hours_on(day) or (self._usual(day) if day in asked else None)

        return Calendar(self.begins, hours)

    @property
    def count(self) -> int:
        return (self.order.last - self.begins).days + 1

    @property
    def means(self) -> dict[int, DayMeans]:
        """Return what there is by day; the days before were another plan's."""
        return {self.calendar.day(one.day): one for one in self.order.days}

    def begun(self, day: int) -> int:
        """Return the seconds of a day that are over."""
        today = self.calendar.day(self.now.date())
        return self.now.hour * HOUR + self.now.minute * 60 if day == today else 0

    def _usual(self, day: date) -> Hours | None:
        back = (self.hours_on(day - timedelta(days=step)) for step in range(1, 15))
        return next((hours for hours in back if hours), None)


def printers(means: Means, days: Days) -> tuple[Printer, ...]:
    """Return as many as the day with the most of them has."""
    most = max(one.printers for one in days.order.days)
    extra = (
        Machine(HELPERS + number, days.order.per_hour, 300)
        for number in range(len(means.machines), most)
    )
    machines = [*means.machines, *extra][:most]
    return tuple(_printer(machine, place, days) for place, machine in enumerate(machines))


def _printer(machine: Machine, place: int, days: Days) -> Printer:
    hours = {
        day: (TimeWindow(min(days.begun(day), DAY - 1), DAY),)
        for day, one in days.means.items()
        if place < one.printers
    }
    out = {day: _outages(machine, days.calendar.date(day), days.now) for day in hours}
    return Printer(
        id=machine.id,
        rate=machine.rate,
        warm_up=machine.warm_up_s,
        hours=hours,
        outages={day: spans for day, spans in out.items() if spans},
    )


def _outages(machine: Machine, day: date, now: datetime) -> tuple[TimeWindow, ...]:
    midnight = datetime.combine(day, time(), now.tzinfo)
    found = []
    for begins, ends in machine.outages:
        since = max(0, round((begins - midnight).total_seconds()))
        until = DAY if ends is None else min(DAY, round((ends - midnight).total_seconds()))
        if since < until:
            found.append(TimeWindow(since, until))
    return tuple(found)


def operators(means: Means, days: Days) -> tuple[Operator, ...]:
    """Return whoever is asked for on some day, with the shifts of his days."""
    calendar, count = days.calendar, days.count
    long = {
        hours: operators_of([1], calendar, count, opens=OPENS, worked=hours * HOUR)[0].shifts
        for hours in {one.hours for one in days.order.days if one.hours}
    }
    shifts: dict[int, dict[int, tuple[Shift, ...]]] = {}
    for day, one in days.means.items():
        for person in _there(means.operators, one.day, one.operators) if one.hours else ():
            shifts.setdefault(person, {})[day] = long[one.hours][day]
    return tuple(Operator(id=who, shifts=own) for who, own in sorted(shifts.items()))


def _there(people: Iterable[Person], day: date, wanted: int) -> list[int]:
    here = [one.id for one in people if day not in one.away]
    return [*here, *(HELPERS + number for number in range(len(here), wanted))][:wanted]


def crews(
    means: Means, days: Days, kelurahan: Sequence[str]
) -> tuple[dict[int, tuple[Vehicle, ...]], dict[int, frozenset[str]]]:
    """Return the couriers of each day, and the kelurahan of each."""
    most = max(one.couriers for one in days.order.days)
    helpers = tuple(
        CourierMeans(HELPERS + number, frozenset(), frozenset({place}), means.depots.get(place, 0))
        for number, place in enumerate(_in_turn(kelurahan, most - len(means.couriers)))
    )
    people = (*means.couriers, *helpers)
    riders = [Rider(one.id, one.profile, one.depot, one.max_stops) for one in people]
    every = crews_of(riders, days.calendar, days.count + AFTER)
    wanted, last = days.means, [one.couriers for one in days.order.days if one.couriers][-1:]
    found = {}
    for day, crew in every.items():
        number = wanted[day].couriers if day in wanted else (last or [0])[0]
        date_of = days.calendar.date(day)
        away = {one.id for one in people if date_of in one.away}
        found[day] = tuple([rider for rider in crew if rider.id not in away][:number])
    return found, {one.id: one.kelurahan for one in people}


def _in_turn(kelurahan: Sequence[str], count: int) -> list[str]:
    return [kelurahan[number % len(kelurahan)] for number in range(max(0, count))]
