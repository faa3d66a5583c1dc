"""Commands on plans: `solve` makes one, `check` judges one."""

import argparse
import time
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from routing.check import check
from routing.cli.asked import Asked, add_both, asked_in
from routing.cli.options import from_none_up, from_one_up, seconds
from routing.cli.say import read, say, write
from routing.cost import loss
from routing.documents import price_of, read_plan, violation_document, write_plan
from routing.plan import Plan
from routing.price import price
from routing.search import Budget, Progress, unwatched
from routing.solve import DEFAULT_BUDGET, solve

Commands = Any
"""argparse's own type for a group of commands is private."""


def add_solve(commands: Commands) -> None:
    parser = commands.add_parser("solve", help="make a plan; the last line is its summary")
    parser.add_argument("problem", type=Path, metavar="PROBLEM.json")
    parser.add_argument("-o", "--output", type=Path, metavar="PLAN.json")
    parser.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="10 if not told")
    parser.add_argument(
        "--iterations", type=from_none_up, help="a limit that gives the same plan anywhere"
    )
    parser.add_argument("--threads", type=from_one_up, default=1)
    parser.add_argument("--seed", type=from_none_up, default=0)
    parser.add_argument("--progress", action="store_true", help="a JSON line for each better plan")
    parser.set_defaults(command=_solve)


def add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="list what a plan violates, as JSON")
    add_both(parser)
    parser.set_defaults(command=_check)


COMMANDS = (add_solve, add_check)


def _solve(options: argparse.Namespace) -> int:
    began = time.monotonic()
    asked = asked_in(options.problem)
    loaded = time.monotonic()
    plan = _solved(asked, options)
    done = time.monotonic()
    if options.output is not None:
        document = write_plan(asked.problem, plan, asked.unit)
        document["summary"]["computing_times"] = {
            "loading": round((loaded - began) * 1000),
            "solving": round((done - loaded) * 1000),
        }
        write(options.output, document)
    say(summary(plan, asked.unit, done - began))
    return 0


def _solved(asked: Asked, options: argparse.Namespace) -> Plan:
    unlimited = options.time_limit is None and options.iterations is None
    budget = DEFAULT_BUDGET if unlimited else Budget(options.time_limit, options.iterations)
    watch = partial(tell_progress, asked.unit) if options.progress else unwatched
    plan = solve(asked.problem, budget, options.seed, watch, threads=options.threads)
    if not asked.start:
        return plan
    start = price(asked.problem, asked.start)
    return min(plan, start, key=lambda each: loss(asked.problem, each))


def _check(options: argparse.Namespace) -> int:
    problem = asked_in(options.problem).problem
    violations = check(problem, read_plan(read(options.plan), problem))
    say([violation_document(problem, violation) for violation in violations])
    return 1 if violations else 0


def summary(plan: Plan, unit: Fraction, took: float) -> dict[str, Any]:
    return {
        "cost": price_of(plan.cost, unit),
        "distance": plan.distance,
        "duration": plan.travel,
        "routes": len(plan.routes),
        "unassigned": len(plan.unassigned),
        "violations": len(plan.violations),
        "seconds": round(took, 2),
    }


def tell_progress(unit: Fraction, progress: Progress) -> None:
    say(
        {
            "seconds": round(progress.seconds, 2),
            "loss": price_of(progress.loss, unit),
            "served": progress.served,
            "jobs": progress.jobs,
        }
    )
