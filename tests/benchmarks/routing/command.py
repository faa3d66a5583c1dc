"""`python -m tests.benchmarks routing`: races asked for by hand, on a few of each family."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.routing.cases import MADE, cases_of
from tests.benchmarks.routing.families import families, spread
from tests.benchmarks.routing.gaps import references, scores
from tests.benchmarks.routing.race import machine
from tests.benchmarks.routing.races import Heat, run
from tests.benchmarks.routing.tables import day_table, say, score_table


def main(arguments: Sequence[str]) -> None:
    options = _parser().parse_args(arguments)
    asked = options.family.split(",") if options.family else families()
    cases = [
        case
        for family in asked
        for case in spread(cases_of(family), options.limit)
        if not options.only or options.only in case.name
    ]
    solvers = tuple(options.solvers.split(","))
    heats = [Heat(case, options.seconds, options.threads, options.seeds, solvers) for case in cases]
    say(machine())
    records = list(run(heats, options.record))
    ours = [record for record in records if record.entry.family in MADE]
    others = [record for record in records if record.entry.family not in MADE]
    known = {(case.family, case.name): case.best_known for case in cases if case.best_known}
    if others:
        say(score_table(scores(others, references(others, known))))
    if ours:
        say(day_table(ours))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks routing", description=__doc__)
    parser.add_argument("--family", help="one or several, with commas; without it all")
    parser.add_argument("--only", help="instances with this in their name, of those chosen")
    parser.add_argument("--limit", type=int, default=2, help="how many of each family")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--solvers", default="ours,pyvrp,vroom", help="or an engine by its name")
    parser.add_argument("--record", type=Path, help="a file to keep results in and go on from")
    return parser
