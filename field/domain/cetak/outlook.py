"""The days ahead of the print queue: who joins, what is printed, how far the blanks reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PrintDay:
    """One day ahead, at its end."""

    day: date
    joins: int
    prints: int  # good cards
    spoiled: int
    waiting: int  # still to be printed that evening
    blanks: int  # left that evening


@dataclass(frozen=True, slots=True)
class Start:
    """How it stands before the first day."""

    waiting: int
    blanks: int
    spoil_percent: int


def outlook(
    start: Start,
    capacity: Sequence[tuple[date, int]],
    joins: Mapping[date, int],
    blanks: Mapping[date, int],
) -> list[PrintDay]:
    """Go through the days one by one.

    Args:
        start: records to print, blanks in stock, and how many of a hundred come out bad.
        capacity: what the printers make a day, good and bad.
        joins: who joins the queue, by day.
        blanks: deliveries that are expected, by day.
    """
    waiting, left, found = start.waiting, start.blanks, []
    for day, most in capacity:
        waiting += joins.get(day, 0)
        left += blanks.get(day, 0)
        # So many blanks make each good card; the last one of a day may need no second try.
        made = min(most, left)
        good = min(waiting, made * (100 - start.spoil_percent) // 100)
        bad = min(made - good, -(-good * start.spoil_percent // (100 - start.spoil_percent)))
        waiting, left = waiting - good, left - good - bad
        found.append(PrintDay(day, joins.get(day, 0), good, bad, waiting, left))
    return found


def empty_on(days: Sequence[PrintDay]) -> date | None:
    """Return the day on which the queue is printed; None: not within these days."""
    return next((one.day for one in days if one.waiting == 0), None)


def short_on(days: Sequence[PrintDay]) -> date | None:
    """Return the day on which blanks run out while somebody waits; None: not within these days."""
    return next((one.day for one in days if one.blanks == 0 and one.waiting > 0), None)
