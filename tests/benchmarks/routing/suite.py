"""What `make bench` races: few of each family by a rule, or all of them with FULL=1."""

from collections.abc import Iterable, Iterator

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
    textbook = [family for family in families() if family != DARP]
    yield from bogor(full=full)
    yield from rides(cases_of(DARP), full=full)
    for family in textbook:
        cases = cases_of(family)
        yield from (all_of(cases) if full else few_of(cases))


def few_of(cases: list[Case]) -> Iterator[Heat]:
    for case in spread(cases, FEW):
        yield Heat(case, 10, threads=1, seeds=1)
        yield Heat(case, 10, threads=2, seeds=3)


def all_of(cases: Iterable[Case]) -> Iterator[Heat]:
    for case in cases:
        for seconds in (10, 60):
            for threads in (1, 2):
                yield Heat(case, seconds, threads, seeds=3)


def rides(cases: list[Case], *, full: bool) -> Iterator[Heat]:
    """Dial-a-ride: nobody else has words for a longest ride."""
    for case in cases if full else spread(cases, FEW_RIDES):
        yield Heat(case, 30, threads=1, seeds=3 if full else 1, solvers=("ours",))


def bogor(*, full: bool) -> Iterator[Heat]:
    for case in cases_of(BOGOR):
        seconds = 60 if case.name == LARGEST else 10
        yield Heat(case, seconds, threads=2, seeds=3 if full else 1)
        if full and case.name == LARGEST:
            yield Heat(case, 1800, threads=2, solvers=("ours",))
