"""What a replanning changes, as a document: each with a code, figures and words."""

from typing import Any

from routing.documents.told import told
from routing.midday import Change
from routing.midday.change import BECAUSE
from routing.problem import Problem
from routing.words import CHANGES

Document = dict[str, Any]


def change_document(problem: Problem, change: Change) -> Document:
    """`problem` is the day's, which has names for all visits, those that are done too."""
    values = told(problem, change.values)
    words = CHANGES[change.code]
    document: Document = {
        "code": change.code,
        "values": values,
        "id": words.say("id", values),
        "en": words.say("en", values),
    }
    if change.reason is not None:
        figures = told(problem, change.figures) if change.code == "left_out" else change.figures
        because = BECAUSE[change.code][change.reason]
        document["reason"] = {
            "code": change.reason,
            "values": dict(figures),
            "id": because.say("id", figures),
            "en": because.say("en", figures),
        }
    return document
