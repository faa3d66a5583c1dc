"""What must hold of every day, whatever is asked of it."""

from hypothesis import HealthCheck, given, settings

from routing import Problem, explain
from tests.routing.full_days import full_days
from tests.routing.problem_files import solved

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(full_days())
def test_every_valid_day_has_a_plan(problem: Problem) -> None:
    """It passes `check`, and there are words for all that it leaves out."""
    plan = solved(problem, iterations=2)
    assert all(left.message("id") and left.message("en") for left in plan.unassigned)
    assert explain(problem, plan) == list(plan.unassigned)
