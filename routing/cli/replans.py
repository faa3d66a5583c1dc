"""`replan`: the rest of a running day anew, with little disturbance, and what changes and why."""

import argparse
import time
from functools import partial
from pathlib import Path
from typing import Any

from routing.cli.asked import add_both
from routing.cli.options import from_none_up, seconds
from routing.cli.plans import summary, tell_progress
from routing.cli.say import read, say, write
from routing.cli.source import SOURCE
from routing.documents import (
    change_document,
    cost_unit,
    read_changes,
    write_plan,
    write_problem,
)
from routing.documents.names import named
from routing.midday import replan
from routing.midday.replan import DEFAULT_BUDGET
from routing.search import Budget, unwatched

Commands = Any
"""argparse's own type for a group of commands is private."""


def add_replan(commands: Commands) -> None:
    parser = commands.add_parser(
        "replan", help="plan the rest of a day anew; the last line says what changes and why"
    )
    add_both(parser)
    parser.add_argument("changes", type=Path, metavar="CHANGES.json")
    parser.add_argument("-o", "--output", type=Path, metavar="NEW.json")
    parser.add_argument("--rest", type=Path, metavar="REST.json", help="the problem NEW.json is of")
    parser.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="else within 2")
    parser.add_argument(
        "--iterations", type=from_none_up, help="a limit that gives the same plan anywhere"
    )
    parser.add_argument("--seed", type=from_none_up, default=0)
    parser.add_argument("--progress", action="store_true", help="a JSON line for each better plan")
    parser.set_defaults(command=_replan)


COMMANDS = (add_replan,)


def _replan(options: argparse.Namespace) -> int:
    began = time.monotonic()
    problem = read(options.problem)
    day = read_changes(read(options.changes), problem, read(options.plan), SOURCE)
    unit = cost_unit(problem)
    unlimited = options.time_limit is None and options.iterations is None
    budget = DEFAULT_BUDGET if unlimited else Budget(options.time_limit, options.iterations)
    watch = partial(tell_progress, unit) if options.progress else unwatched
    found = replan(day.problem, day.plan, day.news, budget, options.seed, watch)
    if options.rest is not None:
        write(options.rest, write_problem(found.problem))
    if options.output is not None:
        write(options.output, write_plan(found.problem, found.plan, unit))
    say(
        summary(found.plan, unit, time.monotonic() - began)
        | {
            "aboard": [named(found.problem.job[visit]) for visit in sorted(found.aboard)],
            "changes": [change_document(day.problem, change) for change in found.changes],
        }
    )
    return 0
