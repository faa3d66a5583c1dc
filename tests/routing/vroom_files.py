"""A VROOM problem with most of its fields, and what VROOM 1.15 answered to it."""

import json
from pathlib import Path
from typing import Any

from routing import InvalidProblem, ProblemFault
from routing.documents import read_problem

Document = dict[str, Any]
FOLDER = Path(__file__).parent / "vroom"


def vroom(**changes: Any) -> Document:
    """The problem with some parts of it replaced: vehicle 1 can do all but job 3."""
    return load("problem") | changes


def vroom_plan() -> Document:
    return load("plan")


def load(name: str) -> Document:
    document: Document = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return document


def changed(part: str, number: int = 0, **changes: Any) -> Document:
    """The problem with one vehicle, job or shipment changed."""
    document = vroom()
    document[part][number] |= changes
    return document


def faults_of(document: object) -> list[ProblemFault]:
    try:
        read_problem(document)
    except InvalidProblem as invalid:
        return list(invalid.faults)
    return []
