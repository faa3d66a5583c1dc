"""Vehicle routing: given a Problem, return a Plan.

Durations and times are whole seconds, distances whole metres; a time counts from any moment that
the caller chooses, one for the whole problem. Costs are seconds. Matrices read [from][to] and need
not be symmetric. Points are Point(lat, lon); in documents, as in GeoJSON and VROOM, [lon, lat].

Pure: no network, no database, no wall clock, no randomness but from the seed.
"""

from routing.check import check
from routing.explain.change import Remedy
from routing.explain.change import changed as remedied
from routing.explain.left_out import explain
from routing.explain.remedy import remedy
from routing.explain.why import Why, why
from routing.fault import InvalidProblem, ProblemFault
from routing.midday import Change, Keep, News, Position, Replanned, as_planned, replan
from routing.plan import Plan
from routing.price import price
from routing.problem import Booth, Break, Job, Problem, Shipment, TimeWindow, Vehicle
from routing.search import Budget, Progress
from routing.solve import solve
from routing.validate import validate

__all__ = [
    "Booth",
    "Break",
    "Budget",
    "Change",
    "InvalidProblem",
    "Job",
    "Keep",
    "News",
    "Plan",
    "Position",
    "Problem",
    "ProblemFault",
    "Progress",
    "Remedy",
    "Replanned",
    "Shipment",
    "TimeWindow",
    "Vehicle",
    "Why",
    "as_planned",
    "check",
    "explain",
    "price",
    "remedied",
    "remedy",
    "replan",
    "solve",
    "validate",
    "why",
]
