"""Problems and plans as VROOM writes them in JSON, with a few fields more: see docs/routing.md.

Coordinates are [lon, lat], times whole seconds, distances whole metres. Fields that are not
modelled are refused, never silently dropped.
"""

from routing.documents.changed import change_document
from routing.documents.changes_in import read_changes
from routing.documents.costs import cost_unit
from routing.documents.explained import remedy_document, why_document
from routing.documents.names import ids_of
from routing.documents.plan_in import read_plan
from routing.documents.plan_out import price_of, write_plan
from routing.documents.problem_in import read_problem
from routing.documents.problem_out import write_problem
from routing.documents.schema import schema
from routing.documents.start import read_start
from routing.documents.told import unassigned_document, violation_document

__all__ = [
    "change_document",
    "cost_unit",
    "ids_of",
    "price_of",
    "read_changes",
    "read_plan",
    "read_problem",
    "read_start",
    "remedy_document",
    "schema",
    "unassigned_document",
    "violation_document",
    "why_document",
    "write_plan",
    "write_problem",
]
