"""`explain`: why tasks are left out and what would let them in, or why a stop is where it is."""

import argparse
from typing import Any

from routing.check import check
from routing.cli.asked import Asked, add_both, asked_in
from routing.cli.say import read, say
from routing.documents import (
    ids_of,
    read_plan,
    remedy_document,
    unassigned_document,
    why_document,
)
from routing.explain.left_out import explain
from routing.explain.remedy import remedy
from routing.explain.why import why
from routing.fault import ProblemFault
from routing.plan import Plan, Unassigned
from routing.problem import Kind, Problem

Commands = Any
"""argparse's own type for a group of commands is private."""

UNLIKE = {"unknown_id", "duplicate_job", "duplicate_route", "shape", "kind", "precedence"}
"""The violations of a plan that is hardly one of this problem."""


def add_explain(commands: Commands) -> None:
    parser = commands.add_parser("explain", help="tell why tasks are left out, as JSON")
    add_both(parser)
    parser.add_argument(
        "--stop", type=_name, metavar="ID", help="one task (7, pickup:7), also when it is served"
    )
    parser.set_defaults(command=_explain)


COMMANDS = (add_explain,)


def _explain(options: argparse.Namespace) -> int:
    asked = asked_in(options.problem)
    plan = read_plan(read(options.plan), asked.problem)
    _require_of(asked.problem, plan)
    left_out = {left.job: left for left in explain(asked.problem, plan)}
    if options.stop is None:
        say([_left_out(asked, plan, left) for left in left_out.values()])
        return 0
    kind, number = options.stop
    visit = ids_of(asked.problem).get((kind, number))
    if visit is None:
        raise ProblemFault("unknown_id", kind=kind.value, id=number)
    if visit in left_out:
        say(_left_out(asked, plan, left_out[visit]))
    else:
        say(why_document(asked.problem, why(asked.problem, plan, visit), asked.unit))
    return 0


def _require_of(problem: Problem, plan: Plan) -> None:
    """A late plan can be explained, one of other tasks cannot."""
    unlike = {found.code for found in check(problem, plan)} & UNLIKE
    if unlike:
        raise ProblemFault("plan_unlike", detail=", ".join(sorted(unlike)))


def _left_out(asked: Asked, plan: Plan, left: Unassigned) -> dict[str, Any]:
    """The reason, and the cheapest change that would let it in, if any single one does."""
    found = remedy(asked.problem, plan, left.job)
    change = None if found is None else remedy_document(asked.problem, found)
    return {**unassigned_document(asked.problem, left), "remedy": change}


def _name(text: str) -> tuple[Kind, int]:
    kind, _, number = text.rpartition(":")
    if kind not in ("", *Kind) or not number.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is neither 7 nor pickup:7")
    return Kind(kind or Kind.JOB), int(number)
