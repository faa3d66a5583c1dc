"""`bench`: how well instance files are solved, in a table; against best known costs where given."""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from statistics import mean, median
from typing import Any, NamedTuple

from routing.cli.asked import asked_in
from routing.cli.options import from_none_up, from_one_up, seconds
from routing.cli.say import say, tell
from routing.cost import penalty
from routing.documents import price_of
from routing.fault import InvalidProblem
from routing.instances import ROUNDINGS, read_instance
from routing.instances.best_known import DISTANCE, BestKnown, read_best_known
from routing.plan import Plan
from routing.problem import Problem
from routing.search import Budget
from routing.solve import solve

Commands = Any
"""argparse's own type for a group of commands is private."""
Known = Mapping[tuple[str, str], BestKnown]

OUR_OWN = ".json"
"""A problem in our form; any other file is an instance, whose format is recognised."""
LINE = "{:28} {:>6} {:>14} {:>14} {:>8} {:>8} {:>8} {:>10}"
HEAD = ("instance", "visits", "cost", "best known", "gap %", "seconds", "left out", "violations")
FEWER_FIRST = (
    "* not in the mean: the best known plan saves vehicles first, and pays for it with distance"
)


class _Asked(NamedTuple):
    path: Path
    problem: Problem
    unit: Fraction


@dataclass(frozen=True, slots=True)
class Row:
    """One instance: medians over the seeds, but the most that any of them left out or violated.

    As in the literature, `cost` has the prizes in it that are not collected; `left_out` are only
    visits that are required.
    """

    instance: str
    visits: int
    cost: float
    best_known: float | None
    objective: str | None
    gap: float | None
    seconds: float
    left_out: int
    violations: int


def add_bench(commands: Commands) -> None:
    parser = commands.add_parser("bench", help="solve instance files, and print a table")
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file, or a folder")
    parser.add_argument("--time-limit", type=seconds, default=10, metavar="SECONDS")
    parser.add_argument("--iterations", type=from_none_up, help="a limit that ends alike anywhere")
    parser.add_argument("--threads", type=from_one_up, default=1)
    parser.add_argument("--seeds", type=from_one_up, default=1, help="how many; medians")
    parser.add_argument("--best", type=Path, metavar="CSV", help="best known costs: file,cost")
    parser.add_argument("--rounding", choices=sorted(ROUNDINGS), help="else as is usual for it")
    parser.add_argument("--json", action="store_true", help="a line for each instance")
    parser.set_defaults(command=_bench)


COMMANDS = (add_bench,)


def _bench(options: argparse.Namespace) -> int:
    known = read_best_known(options.best) if options.best else {}
    rows: list[Row] = []
    passed_over: list[str] = []
    for asked in _instances(options.paths, options.rounding, passed_over):
        rows.append(_row(asked, _best_of(known, asked.path), options))
        if options.json:
            say(asdict(rows[-1]))
            continue
        if len(rows) == 1:
            tell(LINE.format(*HEAD))
        tell(_line(rows[-1]))
    summary = {**_summary(rows), "passed_over": passed_over}
    if options.json:
        say(summary)
    else:
        tell(_told(rows, summary))
    return 1 if summary["violations"] else 0


def _instances(
    paths: Sequence[Path], rounding: str | None, passed_over: list[str]
) -> Iterator[_Asked]:
    """One after the other, so that one at a time is in memory.

    A file that is asked for by name must be readable; what else lies in a folder is passed over.
    """
    for path in paths:
        if not path.is_dir():
            yield _instance(path, rounding)
            continue
        for file in sorted(each for each in path.rglob("*") if each.is_file()):
            try:
                yield _instance(file, rounding)
            except InvalidProblem:
                passed_over.append(file.name)


def _instance(path: Path, rounding: str | None) -> _Asked:
    if path.suffix == OUR_OWN:
        asked = asked_in(path)
        return _Asked(path, asked.problem, asked.unit)
    instance = read_instance(path, rounding)
    return _Asked(path, instance.problem, Fraction(instance.factor))


def _best_of(known: Known, path: Path) -> BestKnown | None:
    """That of the family which the folder names, else of the only file of that name."""
    named = [best for (_, file), best in known.items() if file == path.name]
    only = named[0] if len(named) == 1 else None
    return known.get((path.parent.name, path.name), only)


def _row(asked: _Asked, best: BestKnown | None, options: argparse.Namespace) -> Row:
    path, problem, unit = asked
    budget = Budget(options.time_limit, options.iterations)
    plans, took = [], []
    for seed in range(options.seeds):
        began = time.monotonic()
        plans.append(solve(problem, budget, seed, threads=options.threads))
        took.append(time.monotonic() - began)
    cost = median(_cost(problem, plan, unit) for plan in plans)
    left_out = max(_left_out(problem, plan) for plan in plans)
    return Row(
        instance=path.stem,
        visits=len(problem.visits),
        cost=cost,
        best_known=None if best is None else best.cost,
        objective=None if best is None else best.objective,
        gap=round(100 * (cost / best.cost - 1), 2) if best and not left_out else None,
        seconds=round(median(took), 2),
        left_out=left_out,
        violations=max(len(plan.violations) for plan in plans),
    )


def _cost(problem: Problem, plan: Plan, unit: Fraction) -> float:
    left = (problem.job[each.job] for each in plan.unassigned)
    return price_of(plan.cost + sum(penalty(job) for job in left if not job.required), unit)


def _left_out(problem: Problem, plan: Plan) -> int:
    return sum(problem.job[each.job].required for each in plan.unassigned)


def _line(row: Row) -> str:
    star = "" if row.objective in (None, DISTANCE) else "*"
    gap = "" if row.gap is None else f"{row.gap:.2f}{star}"
    best = "" if row.best_known is None else f"{row.best_known:.2f}"
    figures = (f"{row.cost:.2f}", best, gap, f"{row.seconds:.2f}", row.left_out, row.violations)
    return LINE.format(row.instance[:28], row.visits, *figures)


def _summary(rows: Sequence[Row]) -> dict[str, Any]:
    gaps = [row.gap for row in rows if row.gap is not None and row.objective == DISTANCE]
    return {
        "instances": len(rows),
        "mean_gap": round(mean(gaps), 2) if gaps else None,
        "compared": len(gaps),
        "seconds": round(sum(row.seconds for row in rows), 2),
        "violations": sum(row.violations for row in rows),
    }


def _told(rows: Sequence[Row], summary: Mapping[str, Any]) -> str:
    lines = [f"{len(rows)} instances"]
    if summary["compared"]:
        lines[0] += f", mean gap {summary['mean_gap']:.2f} % of {summary['compared']}"
    if any(row.gap is not None and row.objective != DISTANCE for row in rows):
        lines.append(FEWER_FIRST)
    if summary["passed_over"]:
        lines.append("passed over: " + ", ".join(summary["passed_over"]))
    return "\n".join(lines)
