"""Printers within their rate, hours and blanks."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from routing.campaign.given import Campaign
from routing.campaign.plan import CampaignPlan, PrintDay, Run
from routing.campaign.violation import Breach, breach
from routing.problem import TimeWindow

ROUNDING = 1
"""Begin and end are whole seconds, so a batch may seem that much too short."""


def over_rate(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """A batch has the printing time that its cards need, spoiled ones too, with somebody there."""
    pace = {each.id: 3600 / each.rate / (1 - campaign.spoiled) for each in campaign.printers}
    for each in plan.days:
        for batch in each.batches:
            needed = len(batch.cards) * pace.get(batch.printer, float("inf"))
            given = _printing(each, batch.printer, batch.begin, batch.end)
            if given + ROUNDING < needed:
                yield breach("over_rate", printer=batch.printer, day=each.day, begin=batch.begin)


def batches_overlap(_: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    for each in plan.days:
        for printer in sorted({batch.printer for batch in each.batches}):
            mine = sorted((b.begin, b.end) for b in each.batches if b.printer == printer)
            if any(after[0] < before[1] for before, after in pairwise(mine)):
                yield breach("batches_overlap", printer=printer, day=each.day)


def two_operators(_: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    for each in plan.days:
        for printer in _overlapping(each.runs, "printer"):
            yield breach("two_operators", printer=printer, day=each.day)


def printer_hours(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    hours = {printer.id: printer.hours for printer in campaign.printers}
    for each in plan.days:
        for run in each.runs:
            allowed = hours.get(run.printer, {}).get(each.day, ())
            if not any(span.open <= run.begin and run.end <= span.close for span in allowed):
                yield breach("printer_hours", printer=run.printer, day=each.day, begin=run.begin)


def outage(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    outages = {printer.id: printer.outages for printer in campaign.printers}
    for each in plan.days:
        for run in each.runs:
            if _meets(run, outages.get(run.printer, {}).get(each.day, ())):
                yield breach("outage", printer=run.printer, day=each.day, begin=run.begin)


def cold(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """The first run of a day warms the printer up, and so does the first after an outage."""
    printers = {printer.id: printer for printer in campaign.printers}
    for each in plan.days:
        before: dict[int, int] = {}
        for run in sorted(each.runs, key=lambda run: run.begin):
            printer = printers.get(run.printer)
            if printer is None:
                continue
            since = before.get(run.printer, -1)
            gaps = printer.outages.get(each.day, ())
            repaired = any(since < gap.close <= run.begin and gap.open >= since for gap in gaps)
            if (since < 0 or repaired) and run.warm_up < printer.warm_up:
                yield breach("cold", printer=run.printer, day=each.day, begin=run.begin)
            before[run.printer] = run.end


def blanks(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """By each day no more is used, spoiled ones too, than was there."""
    if campaign.blanks is None:
        return
    used = 0.0
    for each in sorted(plan.days, key=lambda each: each.day):
        used += each.cards / (1 - campaign.spoiled)
        coming = campaign.blanks.deliveries.items()
        there = campaign.blanks.stock + sum(n for day, n in coming if day <= each.day)
        if used > there + 1e-6:
            yield breach("blanks", day=each.day, over=round(used - there + 0.5))


def _printing(day: PrintDay, printer: int, begin: int, end: int) -> int:
    """Seconds within these, with an operator at a warm printer."""
    runs = [run for run in day.runs if run.printer == printer]
    return sum(max(0, min(end, run.end) - max(begin, run.begin + run.warm_up)) for run in runs)


def _overlapping(runs: tuple[Run, ...], of: str) -> list[int]:
    """The printers, or operators, that are in two runs at one moment."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for run in runs:
        spans[getattr(run, of)].append((run.begin, run.end))
    return [
        number
        for number, mine in sorted(spans.items())
        if any(after[0] < before[1] for before, after in pairwise(sorted(mine)))
    ]


def _meets(run: Run, gaps: tuple[TimeWindow, ...]) -> bool:
    return any(run.begin < gap.close and gap.open < run.end for gap in gaps)


def two_printers(_: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    for each in plan.days:
        for operator in _overlapping(each.runs, "operator"):
            yield breach("two_printers", operator=operator, day=each.day)


def operator_shift(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """Within one shift, and in no break of it."""
    operators = {operator.id: operator for operator in campaign.operators}
    for each in plan.days:
        for run in each.runs:
            operator = operators.get(run.operator)
            shifts = operator.shifts.get(each.day, ()) if operator else ()
            here = [s for s in shifts if s.hours.open <= run.begin and run.end <= s.hours.close]
            if not any(not _meets(run, shift.breaks) for shift in here):
                yield breach("operator_shift", operator=run.operator, day=each.day)
