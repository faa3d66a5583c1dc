"""The small problems of tests/problems, and the only way in which tests solve."""

import json
from pathlib import Path

from routing import Budget, Plan, Problem, check, solve
from routing.documents import read_plan, read_problem

FOLDER = Path(__file__).parent.parent / "problems"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json") if not path.stem.endswith(".plan"))


def problem_named(name: str) -> Problem:
    return read_problem(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def plan_named(name: str) -> Plan:
    document = json.loads((FOLDER / f"{name}.plan.json").read_text(encoding="utf-8"))
    return read_plan(document, problem_named(name))


def solved(problem: Problem, iterations: int = 30, seed: int = 1) -> Plan:
    """A plan that was checked: a test never looks at one that was not."""
    plan = solve(problem, Budget(iterations=iterations), seed)
    assert check(problem, plan) == []
    return plan
