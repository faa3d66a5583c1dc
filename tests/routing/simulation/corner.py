"""A street small enough to see: ten minutes from door to door, an hour to print a card."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from routing import Budget, TimeWindow, Vehicle
from routing.matrix import Matrix
from routing.point import Point
from routing.simulation.dispatch import Dispatcher
from routing.simulation.setting import Card, Day, Door, Setting, Turn

MINUTE, HOUR, DAY = 60, 3_600, 86_400
STEP = 10 * MINUTE
OFFICE = 0
TURN = Turn(printer=1, operator=1, open=8 * HOUR, close=16 * HOUR)
COURIER = Vehicle(id=1, start=OFFICE, end=OFFICE, shift=TimeWindow(8 * HOUR, 16 * HOUR))
QUICK = Budget(iterations=200)


class Street:
    """The number of a place is its longitude."""

    def matrix(
        self,
        points: Sequence[Point],
        profile: str,  # noqa: ARG002  # everybody walks alike
        at: datetime | None = None,  # noqa: ARG002  # at any hour
    ) -> Matrix:
        places = [round(point.lon) for point in points]
        return Matrix.of([[abs(a - b) * STEP for b in places] for a in places])


DISPATCHER = Dispatcher(Street(), QUICK)


def at(day: int, hour: int, minute: int = 0) -> int:
    return day * DAY + hour * HOUR + minute * MINUTE


def door(number: int, **more: Any) -> Door:
    return Door(**{"id": number, "location": number, "first": 10 * MINUTE, "more": 300, **more})


def cards(*doors: int, ready: int = 0) -> tuple[Card, ...]:
    """Card 1 is for the first of the doors, and so on."""
    return tuple(Card(number, place, ready) for number, place in enumerate(doors, start=1))


def corner(given: Sequence[Card], **more: Any) -> Setting:
    """Each day somebody prints and somebody goes out."""
    places = sorted({card.door for card in given})
    return Setting(
        **{
            "points": tuple(Point(0, place) for place in range(max(places) + 1)),
            "doors": tuple(map(door, places)),
            "cards": tuple(given),
            "days": (Day((TURN,), (COURIER,)),) * 4,
            "pace": {1: HOUR},
            **more,
        }
    )
