"""A day too large for one search is halved, and comes back whole."""

from dataclasses import replace

import pytest

from routing import Job, Problem
from routing import halves as _halves  # the module, whose limit the tests lower
from routing.halves import halves
from tests.routing.problem_files import solved
from tests.routing.test_search import town


@pytest.fixture(autouse=True)
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_halves, "LARGE", 10)


def ids(problem: Problem) -> set[int]:
    return {job.id for job in problem.jobs}


def test_halves_are_apart_and_whole() -> None:
    day = town(31, 3)
    one, other = halves(day)
    assert (len(one.vehicles), len(other.vehicles)) == (1, 2)
    assert (len(one.jobs), len(other.jobs)) == (10, 21)
    assert ids(one) | ids(other) == ids(day)
    assert one.matrices["motor"].size <= 11


def test_small_or_lonely_day_is_not_halved() -> None:
    assert halves(town(10, 3)) == []
    assert halves(town(40, 1)) == []


def test_job_goes_where_somebody_may_serve_it() -> None:
    day = town(30, 2)
    pinned: tuple[Job, ...] = tuple(
        replace(job, vehicles=frozenset({1})) if job.id % 3 == 0 else job for job in day.jobs
    )
    (with_one,) = [half for half in halves(replace(day, jobs=pinned)) if half.vehicles[0].id == 1]
    assert {job.id for job in pinned if job.vehicles} <= ids(with_one)


@pytest.mark.parametrize("balance", [0, 1])
def test_halved_day_is_served(balance: int) -> None:
    """`solved` checks it against the day as a whole."""
    assert solved(town(45, 4, balance), iterations=80).unassigned == ()
