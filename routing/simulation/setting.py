"""What is played: cards and their doors, printers with operators, couriers, by day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from routing.point import Point
from routing.problem import Vehicle

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Card:
    """It can be printed from `ready` on. The urgent ones go first where not all can go.

    On the day of its `trip` a car fetches somebody of the household, and takes it along.
    """

    id: int
    door: int
    ready: int
    urgent: bool = False
    trip: int | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """Where cards are handed over: `first` seconds for one card, `more` for each other."""

    id: int
    location: int
    vehicles: frozenset[int] | None = None
    setup: int = 0
    first: int = 0
    more: int = 0

    def service(self, cards: int) -> int:
        return self.first + self.more * (cards - 1)


@dataclass(frozen=True, slots=True)
class Turn:
    """An operator at a printer, from `open` to `close`, seconds of the day; breaks lie between."""

    printer: int
    operator: int
    open: int
    close: int


@dataclass(frozen=True, slots=True)
class Day:
    """Who works; no turns, nothing is printed; no couriers, nobody goes out."""

    turns: tuple[Turn, ...] = ()
    couriers: tuple[Vehicle, ...] = ()


@dataclass(frozen=True)
class Setting:
    """`pace` has the seconds that a printer needs for a card, `warm_up` those before its first.

    `blanks` are so many as there are from the morning of a day on; without any, always enough.
    """

    points: tuple[Point, ...]
    doors: tuple[Door, ...]
    cards: tuple[Card, ...]
    days: tuple[Day, ...]
    pace: Mapping[int, int]
    warm_up: Mapping[int, int] = field(default_factory=dict)
    blanks: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def door(self) -> Mapping[int, Door]:
        return {door.id: door for door in self.doors}

    @cached_property
    def card(self) -> Mapping[int, Card]:
        return {card.id: card for card in self.cards}

    def blanks_by(self, day: int) -> float:
        """How many there have been until then, used ones too."""
        come = [many for on, many in self.blanks.items() if on <= day]
        return sum(come) if self.blanks else inf

    @cached_property
    def couriers(self) -> tuple[int, ...]:
        return tuple(sorted({each.id for day in self.days for each in day.couriers}))

    @cached_property
    def operators(self) -> tuple[int, ...]:
        return tuple(sorted({each.operator for day in self.days for each in day.turns}))
