"""Places in booths given out as windows, so that an engine that knows no booths keeps them.

Each booth is so many rows of stays. A stay may begin as early as the one before it in its row
allows, and as late as the one after it: within these bounds none gets in the way of another.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from routing.cost import penalty
from routing.problem import FOREVER, Booth, Job, Problem, TimeWindow
from routing.times.booked import windows_of

Stay = tuple[int, int]
"""When it begins, and whose it is."""

Row = list[Stay]
Windows = tuple[TimeWindow, ...]

START = -FOREVER


def lent(problem: Problem, begun: Mapping[int, int], dice: Random) -> dict[int, Windows]:
    """The windows of each visit that names a booth; none for one that finds no place.

    Who has `begun` at a moment keeps a place around it. The others choose after that, first those
    who must come soonest. What time is free between two stays goes by lot to the one or the other,
    or half to each, so that asking again and again tries all of it.
    """
    naming = defaultdict(list)
    for visit in problem.visits:
        if visit.booth is not None:
            naming[visit.booth].append(visit)
    found: dict[int, Windows] = {}
    for number, visits in naming.items():
        booth = problem.booth[number]
        if booth.duration == 0:
            continue
        found.update((visit.id, ()) for visit in visits)
        for row in _rows(booth, visits, begun, dice):
            found.update(_shared(problem, booth, row, dice))
    return found


def _rows(
    booth: Booth, visits: Sequence[Job], begun: Mapping[int, int], dice: Random
) -> Sequence[Row]:
    rows: list[Row] = [[] for _ in range(booth.capacity)]
    for begin, visit in sorted((begun[each.id], each.id) for each in visits if each.id in begun):
        free = (row for row in rows if not row or row[-1][0] + booth.duration <= begin)
        next(free).append((begin, visit))
    waiting = [each for each in visits if each.id not in begun]
    dice.shuffle(waiting)
    for each in sorted(waiting, key=lambda job: (windows_of(job)[-1].close, -penalty(job))):
        moments = [_soonest(booth, row, each) for row in rows]
        soonest = min(moments, default=FOREVER)
        if soonest < FOREVER:
            insort(rows[moments.index(soonest)], (soonest, each.id))
    return rows


def _soonest(booth: Booth, row: Row, visit: Job) -> int:
    """The first moment in its windows when this row is free for the whole stay, or FOREVER."""
    ends = [START, *(begin + booth.duration for begin, _ in row)]
    begins = [*(begin for begin, _ in row), FOREVER]
    for window in windows_of(visit):
        for free, taken in zip(ends, begins, strict=True):
            begin = max(free, window.open)
            if begin <= window.close and begin + booth.duration <= taken:
                return begin
    return FOREVER


def _shared(problem: Problem, booth: Booth, row: Row, dice: Random) -> dict[int, Windows]:
    """The own windows of each stay, cut to what is its own in the row."""
    found: dict[int, Windows] = {}
    low = START
    for n, (begin, visit) in enumerate(row):
        following = row[n + 1][0] if n + 1 < len(row) else FOREVER
        spare = following - booth.duration - begin
        high = begin + (dice.choice((0, spare // 2, spare)) if following < FOREVER else FOREVER)
        cut = (
            (max(low, window.open), min(high, window.close))
            for window in windows_of(problem.job[visit])
        )
        found[visit] = tuple(TimeWindow(first, last) for first, last in cut if first <= last)
        low = high + booth.duration
    return found
