"""A campaign as a routing problem: dates become days from 0, clock times seconds of their day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from field.domain.duty import FRIDAY, Hours
from routing.campaign import Area, Card, Door, Operator, Printer, Shift
from routing.point import Point
from routing.problem import Break, TimeWindow, Vehicle

HOUR = 3600
EARLY, LATE = 15 * 60, 30 * 60  # lunch may be a little earlier or later; prayer not later
NOON = ((12 * HOUR, 13 * HOUR),)  # when the calendar knows no rest: the office is shut

HoursOn = Callable[[date], Hours | None]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Waiting:
    """A card that waits to be printed or to go out; `ready` is the first date for printing."""

    card_id: int
    household_id: int
    place: tuple[float, float]  # lat, lon: where a vehicle stands
    kelurahan: str
    rw: str = ""
    rt: str = ""
    walk_s: int = 0
    ready: date | None = None  # None: before the campaign began
    urgent: bool = False
    due: date | None = None
    trip: date | None = None


@dataclass(frozen=True)
class Calendar:
    """The dates of a campaign: day 0 is `begins`; `hours_on` tells the office's hours."""

    begins: date
    hours_on: HoursOn

    def day(self, on: date) -> int:
        """The number of a date; dates before the campaign are its first day."""
        return max(0, (on - self.begins).days)

    def date(self, day: int) -> date:
        return self.begins + timedelta(days=day)

    def working(self, day: int) -> Hours | None:
        return self.hours_on(self.date(day))

    def rests(self, day: int) -> Spans:
        """Lunch or prayer, in seconds of the day; noon when the office is shut."""
        hours = self.working(day)
        if hours is None:
            return NOON
        return tuple((_seconds(rest.begins), _seconds(rest.ends)) for rest in hours.rests)


@dataclass(frozen=True)
class Rider:
    """A courier: his kelurahan, and the row of the depot where he begins and ends."""

    courier_id: int
    profile: str
    depot: int
    max_stops: int | None = None


def cards_of(waiting: Iterable[Waiting], calendar: Calendar) -> tuple[Card, ...]:
    def day(on: date | None) -> int | None:
        return None if on is None else calendar.day(on)

    return tuple(
        Card(
            id=each.card_id,
            door=each.household_id,
            ready=day(each.ready) or 0,
            urgent=each.urgent,
            due=day(each.due),
            trip=day(each.trip),
        )
        for each in waiting
    )


def doors_of(waiting: Iterable[Waiting]) -> dict[int, Door]:
    return {
        each.household_id: Door(
            id=each.household_id,
            point=Point(*each.place),
            area=Area(each.kelurahan, each.rw, each.rt),
            walk=each.walk_s,
        )
        for each in waiting
    }


def printers_of(
    rates: Mapping[int, int], days: int, *, opens: int = 0, closes: int = 24 * HOUR
) -> tuple[Printer, ...]:
    """Printers by number and rate, alike on every day."""
    hours = {day: (TimeWindow(opens, closes),) for day in range(days)}
    return tuple(Printer(id=number, rate=rate, hours=hours) for number, rate in rates.items())


def operators_of(
    numbers: Iterable[int], calendar: Calendar, days: int, *, opens: int, worked: int
) -> tuple[Operator, ...]:
    """Operators who work so many seconds a day, each day alike, with the city's rests between."""
    shifts = {day: (_shift(calendar.rests(day), opens, worked),) for day in range(days)}
    return tuple(Operator(id=number, shifts=shifts) for number in numbers)


def crews_of(
    riders: Sequence[Rider], calendar: Calendar, days: int
) -> dict[int, tuple[Vehicle, ...]]:
    """The couriers of each working day within so many days."""
    crews = {}
    for day in range(days):
        hours = calendar.working(day)
        if hours is not None:
            late = 0 if calendar.date(day).weekday() == FRIDAY else LATE
            crews[day] = tuple(_vehicle(rider, hours, late) for rider in riders)
    return crews


def _shift(rests: Spans, opens: int, worked: int) -> Shift:
    """As long as it takes to have worked so many seconds beside the rests that fall into it."""
    closes, breaks = opens + worked, []
    for begin, end in sorted(rests):
        if opens < begin < closes:
            breaks.append(TimeWindow(begin, end))
            closes += end - begin
    return Shift(hours=TimeWindow(opens, closes), breaks=tuple(breaks))


def _vehicle(rider: Rider, hours: Hours, late: int) -> Vehicle:
    rests = [
        Break(
            id=number,
            windows=(TimeWindow(_seconds(rest.begins) - EARLY, _seconds(rest.begins) + late),),
            service=_seconds(rest.ends) - _seconds(rest.begins),
            description=rest.name,
        )
        for number, rest in enumerate(hours.rests, start=1)
    ]
    return Vehicle(
        id=rider.courier_id,
        profile=rider.profile,
        start=rider.depot,
        end=rider.depot,
        shift=TimeWindow(_seconds(hours.opens), _seconds(hours.closes)),
        breaks=tuple(rests),
        max_stops=rider.max_stops,
    )


def _seconds(moment: time) -> int:
    return moment.hour * HOUR + moment.minute * 60 + moment.second
