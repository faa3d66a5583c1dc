"""`python -m tests.benchmarks routing`: races asked for by hand, on a few of each family."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.routing.contestants import contestant
from tests.benchmarks.routing.families import Case, cases_of, families, spread
from tests.benchmarks.routing.gaps import gap, references, scores
from tests.benchmarks.routing.race import machine, raced
from tests.benchmarks.routing.record import Entry, Record, append, latest, load
from tests.benchmarks.routing.tables import score_table, told


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> None:
    options = _parser().parse_args(arguments)
    families_asked = options.family.split(",") if options.family else families()
    cases = [
        case
        for family in families_asked
        for case in spread(cases_of(family), options.limit)
        if not options.only or options.only in case.name
    ]
    say(machine())
    records = list(run(cases, options))
    known = {(case.family, case.name): case.best_known for case in cases if case.best_known}
    say(score_table(scores(records, references(records, known))))


def run(cases: Sequence[Case], options: argparse.Namespace) -> Iterator[Record]:
    """Solvers take turns on each instance, so that a slow minute of the machine hits them alike."""
    done = latest(load(options.record)) if options.record else {}
    for case in cases:
        for solver in options.solvers.split(","):
            who = contestant(solver)
            lacks = who.cannot_state(case.instance.problem)
            if lacks:
                say(f"{case.family}/{case.name} {solver}: cannot state {', '.join(lacks)}")
                continue
            for seed in range(options.seeds if who.seeded else 1):
                entry = Entry(
                    case.family, case.name, solver, options.seconds, options.threads, seed
                )
                old = done.get(entry)
                if old and (old.version, old.machine) == (who.version, machine()):
                    yield old
                    continue
                record = raced(case, entry)
                if options.record:
                    append(options.record, record)
                known = case.best_known
                say(told(record, gap(record.cost, known) if record.cost and known else None))
                yield record


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
