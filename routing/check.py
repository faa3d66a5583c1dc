"""Is this plan true and allowed? Recomputed from the problem alone: no plan is believed before.

Plans of other tools can be asked too. What such a plan does not state (a load, any cost) is not
asked for; a cost that it states must be ours: seconds, as `routing.rules.costs` has them.
"""

from itertools import chain

from routing.plan import Plan, Violation
from routing.problem import Problem
from routing.rules import booths, breaks, costs, figures, form, limits, names, pairs, times
from routing.rules.view import View

NAME_RULES = (
    names.duplicate_route,
    names.duplicate_job,
    names.missing_job,
    names.missing_reason,
)

FORM_RULES = (form.shape, form.kind, form.place)
"""What must hold before the other rules on a route can be asked."""

ROUTE_RULES = (
    limits.skills,
    limits.allowed_vehicle,
    limits.max_tasks,
    limits.load,
    limits.max_travel_time,
    limits.max_distance,
    limits.max_duration,
    figures.timing,
    figures.distance,
    figures.carried,
    figures.service,
    times.unreachable,
    times.lead_time,
    times.delay,
    times.shift,
    breaks.break_time,
    breaks.missing_break,
    breaks.duplicate_break,
    costs.cost,
)

PLAN_RULES = (
    pairs.precedence,
    pairs.max_ride,
    pairs.after,
    pairs.group_split,
    pairs.locked,
    booths.booth_full,
    costs.plan_cost,
)


def check(problem: Problem, plan: Plan) -> list[Violation]:
    """Every rule that the plan breaks; an empty list is a plan to be published."""
    unknown = list(names.unknown_id(problem, plan))
    found = unknown + list(chain.from_iterable(rule(problem, plan) for rule in NAME_RULES))
    if unknown:
        return found
    misshapen = False
    for route in plan.routes:
        view = View(problem, plan, route)
        broken = list(chain.from_iterable(rule(view) for rule in FORM_RULES))
        found += broken or chain.from_iterable(rule(view) for rule in ROUTE_RULES)
        misshapen = misshapen or bool(broken)
    if not misshapen:
        found += chain.from_iterable(rule(problem, plan) for rule in PLAN_RULES)
    return found
