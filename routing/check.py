"""Is this plan true and allowed? Recomputed from the problem alone: no plan is believed before."""

from itertools import chain

from routing.plan import Plan, Violation
from routing.problem import Problem
from routing.rules import limits, times, whole_plan
from routing.rules.view import View

PLAN_RULES = (
    whole_plan.duplicate_route,
    whole_plan.duplicate_job,
    whole_plan.missing_job,
    whole_plan.missing_reason,
)

ROUTE_RULES = (
    limits.skills,
    limits.allowed_vehicle,
    limits.max_tasks,
    limits.load,
    limits.carried,
    times.timing,
    times.distance,
    times.unreachable,
    times.service,
    times.lead_time,
    times.delay,
    times.shift,
    times.max_duration,
    times.break_time,
    times.missing_break,
)

FORM_RULES = (limits.shape, limits.place)
"""What must hold before the other rules on a route can be asked."""


def check(problem: Problem, plan: Plan) -> list[Violation]:
    """Every rule that the plan breaks; an empty list is a plan to be published."""
    unknown = list(whole_plan.unknown_id(problem, plan))
    found = unknown + list(chain.from_iterable(rule(problem, plan) for rule in PLAN_RULES))
    if unknown:
        return found
    for route in plan.routes:
        view = View(problem, route)
        misshapen = list(chain.from_iterable(rule(view) for rule in FORM_RULES))
        found += misshapen or chain.from_iterable(rule(view) for rule in ROUTE_RULES)
    return found
