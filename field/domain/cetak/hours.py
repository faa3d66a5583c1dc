"""How many cards a day's printers make: a printer without an operator stands.

One operator runs one printer at a time. When there are fewer operators than printers that could
run, those go on that ran before, then the faster ones. A printer warms up after it was off (before
its shift, after an outage); while it only waits for an operator it stays warm.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Machine:
    """A printer on one day: when it could run, were somebody there."""

    id: int
    per_hour: int
    warm_up: timedelta
    on: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hand:
    """An operator on one day: when he is at the printers."""

    id: int
    on: tuple[Span, ...]


@dataclass(slots=True)
class Output:
    """What one printer does on a day; all in whole cards and spans of time."""

    cards: int = 0
    prints: timedelta = timedelta()
    stands: timedelta = timedelta()  # could run, but nobody was there
    spans: list[Span] = field(default_factory=list)  # when an operator ran it


def shift_of(day: date, starts: str, ends: str, zone: ZoneInfo) -> Span:
    """Return a shift as moments; one that ends before it starts ends on the next day."""
    begin = datetime.combine(day, time.fromisoformat(starts), zone)
    end = datetime.combine(day, time.fromisoformat(ends), zone)
    return begin, end if end > begin else end + timedelta(days=1)


def without(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """Cut holes (breaks, outages) out of spans."""
    left = list(spans)
    for out, back in holes:
        left = [
            part
            for begin, end in left
            for part in ((begin, min(end, out)), (max(begin, back), end))
            if part[0] < part[1]
        ]
    return tuple(sorted(left))


def print_day(machines: Sequence[Machine], hands: Sequence[Hand]) -> dict[int, Output]:
    """Return what each printer does on a day."""
    outputs = {machine.id: Output() for machine in machines}
    warming = {machine.id: machine.warm_up for machine in machines}
    running: set[int] = set()
    for piece in pairwise(_edges(machines, hands)):
        up = [machine for machine in machines if _is_on(machine.on, piece)]
        here = sum(_is_on(hand.on, piece) for hand in hands)
        up.sort(key=lambda one: (one.id not in running, -one.per_hour, one.id))
        running = {machine.id for machine in up[:here]}
        for machine in machines:
            if machine not in up:
                warming[machine.id] = machine.warm_up
        for machine in up:
            _run(outputs[machine.id], machine, piece, warming, runs=machine.id in running)
    for machine in machines:
        hours = outputs[machine.id].prints / timedelta(hours=1)
        outputs[machine.id].cards = int(machine.per_hour * hours + 1e-6)
    return outputs


def _run(
    output: Output, machine: Machine, piece: Span, warming: dict[int, timedelta], *, runs: bool
) -> None:
    length = piece[1] - piece[0]
    if not runs:
        output.stands += length
        return
    warm_up = min(length, warming[machine.id])
    warming[machine.id] -= warm_up
    output.prints += length - warm_up
    if output.spans and output.spans[-1][1] == piece[0]:
        output.spans[-1] = (output.spans[-1][0], piece[1])
    else:
        output.spans.append(piece)


def _edges(machines: Iterable[Machine], hands: Iterable[Hand]) -> list[datetime]:
    every = [span for machine in machines for span in machine.on]
    every += [span for hand in hands for span in hand.on]
    return sorted({moment for span in every for moment in span})


def _is_on(spans: Iterable[Span], piece: Span) -> bool:
    return any(begin <= piece[0] and piece[1] <= end for begin, end in spans)
