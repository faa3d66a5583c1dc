"""A problem as it stands in a file, well posed or refused."""

import argparse
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from routing.cli.say import read
from routing.cli.source import SOURCE
from routing.documents import cost_unit, read_problem, read_start
from routing.problem import Problem
from routing.validate import require_valid


class Asked(NamedTuple):
    """`unit` is what its costs are multiplied by, `start` the routes it would start from."""

    problem: Problem
    unit: Fraction
    start: Mapping[int, Sequence[int]]


def asked_in(path: Path) -> Asked:
    document = read(path)
    problem = read_problem(document, SOURCE)
    require_valid(problem)
    return Asked(problem, cost_unit(document), read_start(document, problem))


def add_both(parser: argparse.ArgumentParser) -> None:
    """The two files that a plan is asked about with."""
    parser.add_argument("problem", type=Path, metavar="PROBLEM.json")
    parser.add_argument("plan", type=Path, metavar="PLAN.json")
