"""A campaign day by day: what was planned, what was done, and what is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from field.domain.cetak.forecast import Done


@dataclass(frozen=True, slots=True)
class TrackedDay:
    """One day in cards. `spoiled` were printed for nothing; `failed` are doors that stayed shut."""

    day: date
    to_print: int
    printed: int
    spoiled: int
    to_deliver: int
    delivered: int
    failed: int


@dataclass(frozen=True, slots=True)
class BurnPoint:
    """What is left at the end of a day: as planned, and in truth (None: not there yet)."""

    day: date
    planned: int
    left: int | None


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the two halves of a campaign, as its plot and its forecast need it."""

    days: tuple[tuple[date, int, int], ...]  # day, planned, done
    cards: int
    today: date
    replanned: date | None = None  # the first day that was planned anew: what was left then counts

    @property
    def done(self) -> int:
        return sum(done for _, _, done in self.days)

    @property
    def left(self) -> int:
        return max(0, self.cards - self.done)

    @property
    def behind(self) -> int:
        """Return how many more should have been done before today; below 0 is ahead."""
        return sum(planned - done for day, planned, done in self.days if day < self.today)

    def past(self) -> list[Done]:
        """Return the days that are over."""
        return [Done(planned, done) for day, planned, done in self.days if day < self.today]

    def burn(self) -> list[BurnPoint]:
        return list(self._burn())

    def _burn(self) -> Iterator[BurnPoint]:
        planned, left = self.cards, self.cards
        for day, to_do, done in self.days:
            if day == self.replanned:
                planned = left
            planned, left = planned - to_do, left - done
            yield BurnPoint(day, max(0, planned), max(0, left) if day <= self.today else None)


def printing(
    days: Sequence[TrackedDay], cards: int, today: date, replanned: date | None = None
) -> Stage:
    figures = tuple((day.day, day.to_print, day.printed) for day in days)
    return Stage(figures, cards, today, replanned)


def delivering(
    days: Sequence[TrackedDay], cards: int, today: date, replanned: date | None = None
) -> Stage:
    figures = tuple((day.day, day.to_deliver, day.delivered) for day in days)
    return Stage(figures, cards, today, replanned)
