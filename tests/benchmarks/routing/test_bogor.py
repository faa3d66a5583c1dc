"""A made day is well posed, the same every time, and uses every constraint there is."""

from functools import cache

from routing import Problem, validate
from tests.benchmarks.routing import bogor, lacks


@cache
def day() -> Problem:
    return bogor.day("200-20")


def test_it_is_well_posed() -> None:
    assert validate(day()) == []
    assert (len(day().jobs), len(day().shipments)) == (200 + 10, 20)


def test_it_is_the_same_again() -> None:
    assert bogor.day("200-20") == day()


def test_it_has_what_others_lack() -> None:
    rules = lacks.PYVRP_LACKS | lacks.VROOM_LACKS
    unused = [name for name, used in rules.items() if not used(day())]
    assert unused == ["locked beginnings"]


def test_it_has_skills_priorities_territories_and_neighbours_at_one_parking() -> None:
    problem = day()
    assert {skill for visit in problem.visits for skill in visit.skills} == {1, 2, 3}
    assert len({job.priority for job in problem.jobs}) > 3
    assert any(job.vehicles is not None for job in problem.jobs)
    assert len({job.location for job in problem.jobs}) < len(problem.jobs)
