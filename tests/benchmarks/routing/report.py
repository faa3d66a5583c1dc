"""The page of results: docs/benchmarks.md."""

import time
from collections.abc import Iterable, Sequence
from importlib.metadata import version

from tests.benchmarks.routing.cases import BOGOR, MADE, case, cases_of
from tests.benchmarks.routing.contestants import KNOWN, fingerprint
from tests.benchmarks.routing.families import best_known
from tests.benchmarks.routing.gaps import references, scores
from tests.benchmarks.routing.race import machine
from tests.benchmarks.routing.record import Record
from tests.benchmarks.routing.tables import below_table, day_table, score_table

PACKAGES = ("pyvrp", "pyvroom", "ortools")
FEW, ALL = "few of each family, at even steps by name", "all instances that were reached"

HOW = """\
Every solver gets the same problem in a process of its own, for the same wall time, on the same
machine, in turn. Its orders are timed, checked by `routing.check` and priced by us: costs are
compared on one count, in the literature's objective. The clock runs from the problem in memory to
the orders; a solver that stops early, or late, shows in *time used*, a median. PyVRP has one
thread: for two it runs with two seeds side by side, and the better counts. VROOM runs at
exploration level 5 and draws no lots, so once. *memory* is the most that a run had, all its
processes together. Runs are kept while solver and machine are as they were."""

GAPS = """\
*mean gap*: over the instances (how many, in brackets) that every solver of that family, time and
number of threads has solved; of each the median over seeds; to the best known cost, or to the best
of this run where that is lower (where the literature saves vehicles first, it pays with distance).
*feasible*: runs whose plan serves all and breaks no rule. A solver does not appear in a family with
a constraint that it cannot state: VROOM knows no prizes and no longest route, and neither PyVRP nor
VROOM a longest ride."""

DAYS = """\
Invented doors in the real kelurahan, the same every time: a day of 200-20 has 200 doors to deliver
to, 20 rides of elderly people to a booth or home, half as many recordings in bed, and is a Friday.
*served* counts visits, two a ride; *cost* is that of the plan in seconds, without the price of what
is left out; *left out* counts what must be served. A solver that has no words for a constraint
drops it, and its plan violates what it violates: its cost then buys less."""

KNOWN_FAULT = """\
VROOM 1.15 leaves out rides that end before a break may begin (its issue 1345), which it could
serve."""

ELSEWHERE = """\
- Replan of a 200-stop day with 5 new requests: printed by `make bench` after this page.
- Campaigns of 6,000 to 60,000 cards: [campaign-growth.md](campaign-growth.md)."""


def report(records: Sequence[Record], *, full: bool) -> str:
    textbook = [record for record in records if record.entry.family not in MADE]
    reference = references(textbook, best_known())
    asked, kept = ("make bench FULL=1", ALL) if full else ("make bench", FEW)
    parts = [
        "# Benchmarks",
        f"Written by `{asked}` on {time.strftime('%d %B %Y')}: {kept}.",
        f"- Machine: {machine()}\n- Versions: {_versions()}",
        HOW,
        "## Published instances",
        score_table(scores(textbook, reference)),
        GAPS,
        *_below(textbook),
        "## Days of Bogor",
        day_table(_of(BOGOR, records)),
        DAYS,
        "\n".join(_lacks()),
        KNOWN_FAULT,
        "## Not on this page",
        ELSEWHERE,
    ]
    return "\n\n".join(parts) + "\n"


def _versions() -> str:
    return ", ".join(
        [f"routing {fingerprint()}", *(f"{name} {version(name)}" for name in PACKAGES)]
    )


def _lacks() -> Iterable[str]:
    problem = case(BOGOR, cases_of(BOGOR)[0].name).problem
    for name, who in KNOWN.items():
        if lacks := who.cannot_state(problem):
            yield f"- {name} has no words for: {', '.join(lacks)}."


def _below(records: Iterable[Record]) -> Iterable[str]:
    """Where the literature's objective is ours, such a plan is a record, or the figure is wrong."""
    if found := below_table(records, best_known("distance")):
        yield "Cheaper than best known:"
        yield found


def _of(family: str, records: Iterable[Record]) -> list[Record]:
    return [record for record in records if record.entry.family == family]
