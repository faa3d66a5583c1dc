"""A town that one can see: kelurahan in a row, RT by RT, a printer or two, a courier each."""

from collections.abc import Iterable, Mapping
from typing import Any

from routing.campaign import Area, Campaign, Card, Door, How, Operator, Printer, Shift
from routing.crow_flies import CrowFlies
from routing.point import Point
from routing.problem import TimeWindow, Vehicle

HOUR = 3600
EIGHT_TO_FOUR = TimeWindow(8 * HOUR, 16 * HOUR)
LUNCH = TimeWindow(12 * HOUR, 13 * HOUR)
SOURCE = CrowFlies()
QUICK = How(iterations=2)
AN_RT = 10


def hours(first: float, last: float) -> TimeWindow:
    return TimeWindow(round(first * HOUR), round(last * HOUR))


def printer(number: int, days: int, **changes: Any) -> Printer:
    """Ten cards an hour, ready at once."""
    given: dict[str, Any] = {
        "rate": 10,
        "warm_up": 0,
        "hours": {day: (TimeWindow(0, 24 * HOUR),) for day in range(days)},
    }
    return Printer(id=number, **given | changes)


def operator(number: int, days: Iterable[int], shift: TimeWindow = EIGHT_TO_FOUR) -> Operator:
    """Seven hours at the machine, so 70 cards a day."""
    return Operator(id=number, shifts={day: (Shift(hours=shift, breaks=(LUNCH,)),) for day in days})


def door(number: int, kelurahan: int) -> Door:
    """One after another to the east, ten doors an RT; the kelurahan are a kilometre apart."""
    place = Point(-6.6 + 0.01 * kelurahan, 106.8 + 0.0002 * number)
    return Door(
        id=number, point=place, area=Area(f"k{kelurahan}", "001", f"{(number - 1) // AN_RT:03}")
    )


def town(
    sizes: Iterable[int] = (40, 40),
    days: int = 3,
    cards: Mapping[int, Mapping[str, Any]] | None = None,
    **changes: Any,
) -> Campaign:
    """So many cards in each kelurahan, one a door; `cards` says what is special about some."""
    doors: dict[int, Door] = {}
    for kelurahan, count in enumerate(sizes, start=1):
        for _ in range(count):
            doors[len(doors) + 1] = door(len(doors) + 1, kelurahan)
    names = sorted({each.area.kelurahan for each in doors.values()})
    crew = tuple(
        Vehicle(id=number, start=0, end=0, shift=EIGHT_TO_FOUR) for number, _ in enumerate(names, 1)
    )
    special = cards or {}
    given: dict[str, Any] = {
        "cards": tuple(Card(id=number, door=number, **special.get(number, {})) for number in doors),
        "doors": doors,
        "printers": (printer(1, days),),
        "operators": (operator(1, range(days)),),
        "crews": dict.fromkeys(range(days + 4), crew),
        "beats": {number: frozenset({name}) for number, name in enumerate(names, 1)},
        "depots": (Point(-6.6, 106.8),),
    }
    return Campaign(**given | changes)
