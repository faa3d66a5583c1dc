"""The earliest times of an ordered list of visits, breaks placed where they delay least.

A label is (seconds late, departure) after so many visits with so many breaks taken; the breaks
are taken in their order. Being earlier is never worse, so keeping the best label of each pair is
exact for an order that can be kept, and the least late for one that cannot.

Which of these times a route gets, where rides and its length are limited, is `timed`'s to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from routing.problem import Break, TimeWindow


@dataclass(frozen=True, slots=True)
class Leg:
    """The way to the next visit and the visit itself, which begins at `ready` at the earliest."""

    travel: int
    setup: int = 0
    service: int = 0
    windows: tuple[TimeWindow, ...] = ()
    ready: int = 0


class Rest(NamedTuple):
    """A break on the way: when driving stops, when the rest begins, when driving goes on."""

    arrival: int
    begin: int
    departure: int


class Visit(NamedTuple):
    """A leg with times; `late` counts the seconds past windows here and at its breaks."""

    rests: tuple[Rest, ...]
    arrival: int
    begin: int
    departure: int
    late: int


class Label(NamedTuple):
    late: int
    time: int
    taken_before: int = 0


class Times(NamedTuple):
    """A timed order; the first `skipped` breaks are over before the start."""

    start: int
    skipped: int
    visits: tuple[Visit, ...]
    late: int

    @property
    def end(self) -> int:
        return self.visits[-1].departure


def opening(windows: tuple[TimeWindow, ...], ready: int) -> tuple[int, int]:
    """When one who is ready may begin, and how late that is once every window has closed."""
    for window in windows:
        if ready <= window.close:
            return max(ready, window.open), 0
    return ready, ready - windows[-1].close if windows else 0


def drive(leg: Leg, breaks: Sequence[Break], leaving: int) -> Visit:
    """One leg from `leaving`, with these breaks taken on the way."""
    time, remaining, late = leaving, leg.travel, 0
    rests = []
    for rest in breaks:
        begin, past = opening(rest.windows, time)
        driven = min(remaining, begin - time)
        rests.append(Rest(time + driven, begin, begin + rest.service))
        time, remaining, late = begin + rest.service, remaining - driven, late + past
    arrival = time + remaining
    begin, past = opening(leg.windows, max(leg.ready, arrival + leg.setup))
    return Visit(tuple(rests), arrival, begin, begin + leg.service, late + past)


def earliest(legs: Sequence[Leg], breaks: Sequence[Break], start: int, closing: int) -> Times:
    """The earliest times when leaving at `start`; the last leg leads to the end of the route.

    Args:
        legs: at least one.
        breaks: in the order in which they are taken.
        start: when the route begins.
        closing: when the shift closes; ending later counts as late.
    """
    layers = [_at_start(breaks, start)]
    for leg in legs:
        layers.append(_after(leg, breaks, layers[-1]))
    last = {taken: _ended(label, breaks[taken:], closing) for taken, label in layers[-1].items()}
    taken = min(last, key=lambda count: last[count])
    skipped, visits = _traced(legs, breaks, layers, taken)
    return Times(start, skipped, visits, last[taken].late)


def _at_start(breaks: Sequence[Break], start: int) -> dict[int, Label]:
    """Nothing visited; breaks that could be over by now may have been taken at home."""
    labels = {0: Label(0, start)}
    for taken, rest in enumerate(breaks, start=1):
        if rest.windows[0].open + rest.service > start:
            break
        labels[taken] = Label(0, start)
    return labels


def _after(leg: Leg, breaks: Sequence[Break], before: dict[int, Label]) -> dict[int, Label]:
    labels: dict[int, Label] = {}
    for had, label in before.items():
        for taken in range(had, len(breaks) + 1):
            visit = drive(leg, breaks[had:taken], label.time)
            reached = Label(label.late + visit.late, visit.departure, had)
            if taken not in labels or reached[:2] < labels[taken][:2]:
                labels[taken] = reached
    return labels


def _ended(label: Label, untaken: Sequence[Break], closing: int) -> Label:
    """The label with what is wrong at the end: past the shift, past a break not taken."""
    missed = sum(max(0, label.time - rest.windows[-1].close) for rest in untaken)
    return Label(label.late + max(0, label.time - closing) + missed, label.time)


def _traced(
    legs: Sequence[Leg], breaks: Sequence[Break], layers: list[dict[int, Label]], taken: int
) -> tuple[int, tuple[Visit, ...]]:
    visits = []
    for number in range(len(legs), 0, -1):
        had = layers[number][taken].taken_before
        visits.append(drive(legs[number - 1], breaks[had:taken], layers[number - 1][had].time))
        taken = had
    return taken, tuple(reversed(visits))
