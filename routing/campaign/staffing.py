"""Who stands at which printer when: the runs of a day, as many and as steady as can be."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from routing.campaign.given import Campaign, Operator, Printer
from routing.campaign.plan import Run
from routing.problem import TimeWindow

HOUR = 3600


def staffed(campaign: Campaign, day: int, *, priced: bool = False) -> tuple[Run, ...]:
    """The runs of this day, in order of time; `priced` shifts only when asked for.

    From one moment to the next at which somebody comes or goes: who is at a printer stays there,
    the others go to the fastest printers that stand. A run that would end before its printer is
    warm is none.
    """
    on_duty = [(operator, _duty(operator, day, priced=priced)) for operator in campaign.operators]
    open_hours = [(printer, printing_hours(printer, day)) for printer in campaign.printers]
    fastest = sorted(open_hours, key=lambda each: (-each[0].rate, each[0].id))
    spans = [span for _, hours in open_hours for span in hours]
    spans += [span for _, duty in on_duty for span, _ in duty]
    pieces: list[Run] = []
    at: dict[int, int] = {}
    for begin, end in pairwise(_moments(spans)):
        free = {who.id: price for who, duty in on_duty for price in _price(duty, begin, end)}
        runnable = [each.id for each, hours in fastest if _within(hours, begin, end)]
        at = _places(at, runnable, sorted(free, key=lambda who: (free[who], who)))
        pieces += [
            Run(printer=printer, operator=who, begin=begin, end=end, price=free[who])
            for printer, who in at.items()
        ]
    warm = {printer.id: printer.warm_up for printer in campaign.printers}
    return _joined(pieces, warm, _outages(campaign.printers, day))


def printing_hours(printer: Printer, day: int) -> list[TimeWindow]:
    """The hours of a printer on a day, without its outages."""
    return _without(printer.hours.get(day, ()), printer.outages.get(day, ()))


def seconds_a_card(campaign: Campaign, printer: Printer) -> float:
    """Of printing, for a card that is good: what is spoiled on the way is in it."""
    return HOUR / printer.rate / (1 - campaign.spoiled)


def good_cards(campaign: Campaign, runs: Iterable[Run]) -> dict[int, int]:
    """How many good cards each printer makes in these runs."""
    seconds: dict[int, int] = {}
    for run in runs:
        seconds[run.printer] = seconds.get(run.printer, 0) + run.seconds
    return {
        printer.id: int(seconds[printer.id] / seconds_a_card(campaign, printer) + 1e-9)
        for printer in campaign.printers
        if printer.id in seconds
    }


def _duty(operator: Operator, day: int, *, priced: bool) -> list[tuple[TimeWindow, int]]:
    shifts = [one for one in operator.shifts.get(day, ()) if priced or not one.price]
    return [(span, one.price) for one in shifts for span in _without((one.hours,), one.breaks)]


def _without(hours: Sequence[TimeWindow], out: Sequence[TimeWindow]) -> list[TimeWindow]:
    """The hours that are left; a window counts from its opening up to its close."""
    left = list(hours)
    for gap in out:
        cut = [
            [(each.open, min(each.close, gap.open)), (max(each.open, gap.close), each.close)]
            for each in left
        ]
        left = [TimeWindow(a, b) for pair in cut for a, b in pair if a < b]
    return sorted(left)


def _moments(spans: Iterable[TimeWindow]) -> list[int]:
    return sorted({moment for span in spans for moment in (span.open, span.close)})


def _within(spans: Iterable[TimeWindow], begin: int, end: int) -> bool:
    return any(span.open <= begin and end <= span.close for span in spans)


def _price(duty: Iterable[tuple[TimeWindow, int]], begin: int, end: int) -> list[int]:
    """The price of whoever is on duty then; nothing if nobody is."""
    return [price for span, price in duty if span.open <= begin and end <= span.close][:1]


def _places(
    before: dict[int, int], printers: Sequence[int], people: Sequence[int]
) -> dict[int, int]:
    """The operator of each printer that is staffed."""
    at = {printer: who for printer, who in before.items() if printer in printers and who in people}
    idle = [who for who in people if who not in at.values()]
    for printer in printers:
        if printer not in at and idle:
            at[printer] = idle.pop(0)
    return at


def _outages(printers: Iterable[Printer], day: int) -> dict[int, tuple[TimeWindow, ...]]:
    return {printer.id: printer.outages.get(day, ()) for printer in printers}


def _joined(
    pieces: Iterable[Run], warm: dict[int, int], outages: dict[int, tuple[TimeWindow, ...]]
) -> tuple[Run, ...]:
    """Pieces that follow one another as one run; the first of a day and after an outage warms up.

    What is too short to warm up in is given up, so that the next run begins cold as well.
    """
    runs: list[Run] = []
    last: dict[int, Run] = {}
    for piece in sorted(pieces, key=lambda run: (run.printer, run.begin)):
        before = last.get(piece.printer)
        follows = before is not None and before.end == piece.begin
        if before and follows and (before.operator, before.price) == (piece.operator, piece.price):
            last[piece.printer] = replace(before, end=piece.end)
            continue
        if before is not None and before.seconds > 0:
            runs.append(before)
        cold = before is None or before.seconds <= 0 or _stopped(outages, before, piece)
        last[piece.printer] = replace(piece, warm_up=warm[piece.printer] if cold else 0)
    runs += [run for run in last.values() if run.seconds > 0]
    return tuple(sorted(runs, key=lambda run: (run.begin, run.printer)))


def _stopped(outages: dict[int, tuple[TimeWindow, ...]], before: Run, after: Run) -> bool:
    return any(
        before.end <= gap.open < after.begin or before.end < gap.close <= after.begin
        for gap in outages[before.printer]
    )
