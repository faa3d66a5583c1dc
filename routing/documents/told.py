"""Reasons and violations in a document: their figures name visits as the document does."""

from collections.abc import Mapping
from typing import Any

from routing.documents.names import number_of
from routing.plan import Unassigned, Violation
from routing.problem import Kind, Problem
from routing.words import REASONS, VIOLATIONS, Value

Document = dict[str, Any]
TYPED = (Kind.PICKUP, Kind.DELIVERY)
VISITS = ("job", "other", "visit", *TYPED)
"""The figures that are a visit's id; beside the first three stands its type, unless a job."""


def violation_document(problem: Problem, violation: Violation) -> Document:
    values = told(problem, violation.values)
    late = violation.code in ("delay", "lead_time")
    words = VIOLATIONS[violation.code]
    return {
        "cause": violation.code,
        **({"duration": values["seconds"]} if late else {}),
        "values": values,
        "id": words.say("id", values),
        "en": words.say("en", values),
    }


def unassigned_document(problem: Problem, left: Unassigned) -> Document:
    visit = problem.job[left.job]
    values = told(problem, left.values)
    words = REASONS.get(left.reason)
    said = {"id": words.say("id", values), "en": words.say("en", values)} if words else {}
    return {
        "id": number_of(visit),
        "type": visit.kind.value,
        **({"description": visit.description} if visit.description else {}),
        **place(problem, visit.location),
        "reason": {"code": left.reason, "values": values, **said},
    }


def place(problem: Problem, location: int) -> Document:
    if not problem.points:
        return {"location_index": location}
    point = problem.points[location]
    return {"location_index": location, "location": [point.lon, point.lat]}


def told(problem: Problem, values: Mapping[str, Value]) -> dict[str, Value]:
    document = dict(values)
    for name in VISITS:
        visit = problem.job.get(_id(values.get(name)))
        if visit is not None:
            document[name] = number_of(visit)
            if visit.kind is not Kind.JOB and name not in TYPED:
                document[f"{name}_type"] = visit.kind.value
    return document


def understood(
    ids: Mapping[tuple[Kind, int], int], document: Mapping[str, Value]
) -> dict[str, Value]:
    """The figures as they were before they were told."""
    values = {name: value for name, value in document.items() if not name.endswith("_type")}
    for name in VISITS:
        kind = name if name in TYPED else document.get(f"{name}_type", Kind.JOB)
        number = _id(document.get(name))
        if kind in tuple(Kind) and (Kind(kind), number) in ids:
            values[name] = ids[Kind(kind), number]
    return values


def _id(value: Value | None) -> int:
    return value if isinstance(value, int) else -1
