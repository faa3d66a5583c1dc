"""What `make bench` races: few of each family by a rule, or all of them with FULL=1."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tests.benchmarks.routing.cases import BOGOR, Case, cases_of
from tests.benchmarks.routing.families import ROOT, families, spread
from tests.benchmarks.routing.races import Heat, run
from tests.benchmarks.routing.report import report
from tests.benchmarks.routing.tables import say

LOG = ROOT / "instance" / "bench" / "routing.jsonl"
PAGE = ROOT / "docs" / "benchmarks.md"
DARP = "darp"
FEW, FEW_RIDES = 2, 4
LARGEST = "4300-100"


def main(*, full: bool) -> None:
    """Race, and write the page, also when interrupted: what was raced by then is on it."""
    records = []
    try:
        for record in run(heats(full=full), LOG):
            records.append(record)
    finally:
        if records:
            PAGE.write_text(report(records, full=full), encoding="utf-8")
            say(f"{PAGE.relative_to(ROOT)} is written")


def heats(*, full: bool) -> Iterator[Heat]:
    yield from bogor(full=full)
    yield from rides(cases_of(DARP), full=full)
    textbook = [cases_of(family) for family in families() if family != DARP]
    yield from all_of(textbook) if full else few_of(textbook)


def few_of(textbook: Iterable[Sequence[Case]]) -> Iterator[Heat]:
    for case in in_turn([spread(cases, FEW) for cases in textbook]):
        yield Heat(case, 10, threads=1, seeds=1)
        yield Heat(case, 10, threads=2, seeds=3)


def all_of(textbook: Sequence[Sequence[Case]]) -> Iterator[Heat]:
    """The short races first: days go by before all is done."""
    for seconds in (10, 60):
        for case in in_turn(textbook):
            for threads in (1, 2):
                yield Heat(case, seconds, threads, seeds=3)


def in_turn(textbook: Iterable[Sequence[Case]]) -> Iterator[Case]:
    """One of each family and then the next, so that a run cut short has something of each.

    Each is a copy: a case keeps its problem in memory once asked for it.
    """
    for row in zip_longest(*textbook):
        yield from map(replace, filter(None, row))


def rides(cases: list[Case], *, full: bool) -> Iterator[Heat]:
    """Dial-a-ride: nobody else has words for a longest ride."""
    for case in cases if full else spread(cases, FEW_RIDES):
        yield Heat(case, 30, threads=1, seeds=3 if full else 1, solvers=("ours",))


def bogor(*, full: bool) -> Iterator[Heat]:
    for case in cases_of(BOGOR):
        # To be done in a minute as a whole: what is mended and explained afterwards takes seconds.
        seconds = 50 if case.name == LARGEST else 10
        yield Heat(case, seconds, threads=2, seeds=3 if full else 1)
        if full and case.name == LARGEST:
            yield Heat(case, 1800, threads=2, solvers=("ours",))
