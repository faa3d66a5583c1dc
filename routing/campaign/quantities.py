"""How many cards of which beat are printed on which day and go out on which: the question asked.

Cards are only counted here. Which of them are meant is `sweep`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.campaign.beats import Team

BEFORE = -1
"""The print day of what is printed already."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A day of printing and a day of going out."""

    printed: int
    out: int


@dataclass(frozen=True)
class BeatCounts:
    """A beat's cards.

    By day: how many are `ready` from then on, and how many are urgent of them; `due` by (ready,
    due); `promised` by the day on which they were said to go out; `printed` lie in the office, by
    the last day on which they should go out.
    """

    teams: Mapping[int, Team]
    out_and_home: int
    ready: Mapping[int, int]
    urgent: Mapping[int, int]
    due: Mapping[tuple[int, int], int]
    promised: Mapping[int, int]
    printed: Mapping[int, int]

    @property
    def cards(self) -> int:
        return sum(self.ready.values()) + sum(self.printed.values())


@dataclass(frozen=True, slots=True)
class PrintCapacity:
    """Good cards of a day: in usual shifts, and at most, with what the priced shifts cost."""

    usual: int
    most: int
    price: int = 0


@dataclass(frozen=True)
class Question:
    """Everything that decides the quantities.

    `turns` are the allowed ones in order. `blanks` are good cards that can be made of what is there
    until a day, that day included. `trips` are cards that go with a car: by (ready, day of trip);
    `reach` is the last day on which what is printed on a day may go out.
    """

    beats: tuple[BeatCounts, ...]
    days: Mapping[int, PrintCapacity]
    turns: tuple[Turn, ...]
    blanks: Mapping[int, int]
    trips: Mapping[tuple[int, int], int]
    reach: Mapping[int, int]
    waiting: int
    urgent: int
    promise: int
    late: int
    fair: int


@dataclass(frozen=True)
class Quantities:
    """Cards by beat (its number) and turn, and of trips by (print day, trip day)."""

    cards: Mapping[tuple[int, Turn], int] = field(default_factory=dict)
    trips: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.cards.values()) + sum(self.trips.values())
