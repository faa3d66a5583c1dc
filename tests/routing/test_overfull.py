"""More who must be served than the vehicles can: who is dearest to leave out goes along."""

from random import Random

import pytest

from routing import Budget, Job, Problem, solve
from tests.routing.street import MINUTE, street, van


@pytest.mark.parametrize("seed", range(4))
def test_the_least_dear_are_left_out_after_a_moment(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - invented doors, no secret
    doors = tuple(
        Job(id=n, location=dice.randrange(1, 8), priority=dice.randrange(10), setup=MINUTE)
        for n in range(1, 121)
    )
    problem = Problem(doors, tuple(van(n, max_stops=20) for n in range(1, 5)), street())
    plan = solve(problem, Budget(iterations=10), 1)
    left_out = sorted(problem.job[each.job].priority for each in plan.unassigned)
    assert left_out == sorted(job.priority for job in doors)[:40]
