"""A day's cards on its printers: which batch where, in which order, from when to when."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import ceil

from routing.campaign.given import Campaign, Card
from routing.campaign.plan import Batch, PrintDay, Run
from routing.campaign.staffing import good_cards, seconds_a_card, staffed

ROUNDED = 1e-6


def sequenced(campaign: Campaign, day: int, line: Sequence[Card]) -> PrintDay:
    """These cards, in this order, shared out over the printers by what each can make.

    One stretch of the line for each printer, so that a kelurahan is cut at most once. Priced
    shifts are taken only when the usual ones are not enough.
    """
    runs = staffed(campaign, day)
    if sum(good_cards(campaign, runs).values()) < len(line):
        runs = staffed(campaign, day, priced=True)
    shares = _shares(good_cards(campaign, runs), len(line))
    batches: list[Batch] = []
    begin = 0
    for printer, count in shares.items():
        mine = line[begin : begin + count]
        batches += _batches(
            campaign, printer, [run for run in runs if run.printer == printer], mine
        )
        begin += count
    busy = {batch.printer for batch in batches}
    return PrintDay(day, tuple(run for run in runs if run.printer in busy), tuple(batches))


def _shares(capacity: dict[int, int], cards: int) -> dict[int, int]:
    """As many cards for each printer as its part of the whole; what is too many is left."""
    whole = sum(capacity.values())
    part = min(1.0, cards / whole) if whole else 0.0
    shares = {printer: int(most * part) for printer, most in capacity.items()}
    over = min(cards, whole) - sum(shares.values())
    for printer, most in capacity.items():
        more = min(over, most - shares[printer], 1)
        shares[printer] += more
        over -= more
    return shares


def _batches(
    campaign: Campaign, number: int, runs: Sequence[Run], cards: Sequence[Card]
) -> Iterable[Batch]:
    printer = next(each for each in campaign.printers if each.id == number)
    pace = seconds_a_card(campaign, printer)
    done = 0
    for area, group in groupby(cards, key=lambda card: campaign.area(card).whole_rw):
        batch = tuple(card.id for card in group)
        begin, end = done * pace, (done + len(batch)) * pace
        yield Batch(
            printer=number,
            area=area,
            cards=batch,
            begin=_clock(runs, begin, beginning=True),
            end=_clock(runs, end, beginning=False),
        )
        done += len(batch)


def _clock(runs: Sequence[Run], printing: float, *, beginning: bool) -> int:
    """The time of day when a printer has printed for so many seconds: rounded up.

    At the end of a run one batch is done, and the next one begins with the next run.
    """
    for run in runs:
        after = printing - run.seconds
        if after < -ROUNDED or (not beginning and after <= ROUNDED):
            return ceil(run.begin + run.warm_up + printing - ROUNDED)
        printing = max(0.0, after)
    return runs[-1].end
