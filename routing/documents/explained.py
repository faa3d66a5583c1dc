"""Explanations as documents: what would let a task in, and why a stop is with its vehicle."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from routing.documents.names import number_of
from routing.documents.plan_out import price_of
from routing.documents.told import told
from routing.explain.change import Remedy
from routing.explain.why import Elsewhere, Why
from routing.problem import Problem
from routing.words import ELSEWHERE, REMEDIES, WHYS, Value, Words

Document = dict[str, Any]


def remedy_document(problem: Problem, remedy: Remedy) -> Document:
    values = told(problem, remedy.values)
    said = _said(REMEDIES[remedy.code], values)
    return {"code": remedy.code, "minutes": remedy.minutes, "values": values, **said}


def why_document(problem: Problem, why: Why, unit: Fraction) -> Document:
    """In its figures the `other` is a vehicle, so that they stand as they are."""
    visit = problem.job[why.visit]
    return {
        "id": number_of(visit),
        "type": visit.kind.value,
        "vehicle": why.vehicle,
        "reason": {
            "code": why.code,
            "values": dict(why.values),
            **_said(WHYS[why.code], why.values),
        },
        "others": [_elsewhere(other, unit) for other in why.others],
    }


def _elsewhere(other: Elsewhere, unit: Fraction) -> Document:
    values = dict(other.values)
    more = {} if other.more is None else {"cost": price_of(other.more, unit)}
    said = _said(ELSEWHERE[other.code], values)
    return {"vehicle": other.vehicle, **more, "code": other.code, "values": values, **said}


def _said(words: Words, values: Mapping[str, Value]) -> Document:
    return {"id": words.say("id", values), "en": words.say("en", values)}
