"""How many cards of which beat are printed on which day and go out on which: question and answer.

Cards are only counted here. A campaign asks, an engine answers; which cards are meant is the
campaign's again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

BEFORE = -1
"""The print day of what is printed already."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A day of printing and a day of going out."""

    printed: int
    out: int


@dataclass(frozen=True, slots=True)
class Team:
    """The couriers of a beat on one day, and how many cards each of them carries."""

    couriers: int
    each: int

    @property
    def cards(self) -> int:
        return self.couriers * self.each


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

    def ready_by(self, day: int) -> int:
        return sum(count for ready, count in self.ready.items() if ready <= day)


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
    visit: int
    promise: int
    late: int
    fair: int

    @property
    def wanted(self) -> int:
        """All cards."""
        return sum(beat.cards for beat in self.beats) + sum(self.trips.values())

    @property
    def most(self) -> int:
        """No more than these can go out, whoever chooses."""
        hours = sum(room.most for room in self.days.values())
        lying = sum(sum(beat.printed.values()) for beat in self.beats)
        carried = sum(
            min(beat.cards, sum(team.cards for team in beat.teams.values())) for beat in self.beats
        )
        printed = min(hours, max(self.blanks.values(), default=0)) + lying
        return min(printed, carried + sum(self.trips.values()))


@dataclass(frozen=True)
class Quantities:
    """Cards by beat (its number) and turn, and of trips by (print day, trip day)."""

    cards: Mapping[tuple[int, Turn], int] = field(default_factory=dict)
    trips: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.cards.values()) + sum(self.trips.values())
