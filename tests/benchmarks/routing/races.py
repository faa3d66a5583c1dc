"""Races in turn, each told as it ends and kept: a later run goes on where this one stopped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.routing.cases import Case
from tests.benchmarks.routing.contestants import contestant
from tests.benchmarks.routing.gaps import gap
from tests.benchmarks.routing.race import machine, raced
from tests.benchmarks.routing.record import Entry, Record, append, latest, load
from tests.benchmarks.routing.tables import say, told

ALL = ("ours", "pyvrp", "vroom")


@dataclass(frozen=True)
class Heat:
    """One case for some solvers, on equal terms."""

    case: Case
    seconds: float
    threads: int = 1
    seeds: int = 1
    solvers: tuple[str, ...] = ALL

    def entries(self) -> Iterator[Entry]:
        """Solvers take turns with each seed, so that a slow minute hits them alike.

        One that draws no lots runs once. One that cannot state a published problem does not run;
        on our own days it runs, and what it drops is seen in what its plan violates.
        """
        case = self.case
        for seed in range(self.seeds):
            for solver in self.solvers:
                who = contestant(solver)
                drawn = seed == 0 or who.seeded
                if drawn and (case.ours or not who.cannot_state(case.problem)):
                    yield Entry(case.family, case.name, solver, self.seconds, self.threads, seed)


def run(heats: Iterable[Heat], log: Path | None = None) -> Iterator[Record]:
    """The record of each race, those in the log taken from there while they can be believed."""
    done = latest(filter(believed, load(log))) if log else {}
    for heat in heats:
        for entry in heat.entries():
            if entry not in done:
                done[entry] = raced(heat.case, entry)
                if log:
                    append(log, done[entry])
                say(told(done[entry], _gap(heat.case, done[entry])))
            yield done[entry]


def believed(record: Record) -> bool:
    """Of this machine, and of the solver as it is now."""
    version = contestant(record.entry.solver).version
    return (record.version, record.machine) == (version, machine())


def _gap(case: Case, record: Record) -> float | None:
    known = case.best_known is not None and record.cost is not None
    return gap(record.cost or 0, case.best_known or 1) if known else None
