"""A search is watched, stopped, shared between processes, and comes out the same again."""

import time
from dataclasses import replace

import pytest

from routing import Budget, Job, Problem, Progress, TimeWindow, Vehicle, check, solve
from routing.crow_flies import CrowFlies
from routing.parts import Outline, problems
from routing.point import Point
from routing.solve import solve_parts


def town(jobs: int, vehicles: int, balance: int = 0) -> Problem:
    """Doors on a spiral round an office: no two alike."""
    points = [Point(-6.6 + 0.0003 * n, 106.8 + 0.0002 * (n * n % 97)) for n in range(jobs + 1)]
    return Problem(
        tuple(Job(id=n, location=n, service=180) for n in range(1, jobs + 1)),
        tuple(
            Vehicle(id=n, start=0, end=0, shift=TimeWindow(28_800, 57_600))
            for n in range(1, vehicles + 1)
        ),
        {"motor": CrowFlies().matrix(points, "motor")},
        tuple(points),
        balance,
    )


def test_same_seed_same_plan() -> None:
    problem = town(30, 2)
    first, again = (solve(problem, Budget(iterations=20), seed=5) for _ in range(2))
    assert first == again


def test_progress_only_gets_better() -> None:
    seen: list[Progress] = []
    plan = solve(town(30, 2), Budget(iterations=20), on_progress=seen.append)
    losses = [progress.loss for progress in seen]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] == plan.cost
    assert (seen[-1].served, seen[-1].jobs) == (30, 30)


@pytest.mark.parametrize("balance", [0, 1])
def test_stop_is_honoured_and_keeps_the_best(balance: int) -> None:
    problem = town(120, 3, balance)
    began = time.monotonic()
    plan = solve(problem, Budget(seconds=60), should_stop=lambda: time.monotonic() - began > 0.5)
    assert time.monotonic() - began < 5
    assert check(problem, plan) == []
    assert plan.unassigned == ()


def test_stop_is_honoured_before_there_is_a_plan() -> None:
    """While many stops are still being compared with each other."""
    problem = town(1100, 3)
    plan = solve(problem, Budget(seconds=60), should_stop=lambda: True)
    assert check(problem, plan) == []
    assert {left.reason for left in plan.unassigned} == {"stopped_early"}
    assert len(plan.unassigned) == 1100


def test_two_threads_are_no_worse_than_either_seed() -> None:
    problem, budget = town(25, 2), Budget(iterations=10)
    alone = [solve(problem, budget, seed=seed).cost for seed in (1, 2)]
    assert solve(problem, budget, seed=1, threads=2).cost == min(alone)


def test_parts_side_by_side_are_the_parts_one_by_one() -> None:
    day = town(40, 4)
    jobs = tuple(replace(job, vehicles=frozenset({1 + job.id % 4})) for job in day.jobs)
    parts = list(problems(Outline(day.points, jobs, day.vehicles), CrowFlies()))
    seen: list[Progress] = []
    budget = Budget(iterations=40)
    together = list(solve_parts(parts, budget, on_progress=seen.append, threads=2))
    assert together == list(solve_parts(parts, budget.share(2)))
    assert max(progress.served for progress in seen) == 40


def test_stop_reaches_the_other_processes() -> None:
    problem = town(60, 2)
    began = time.monotonic()
    stop_after = 2
    plan = solve(
        problem,
        Budget(seconds=60),
        should_stop=lambda: time.monotonic() - began > stop_after,
        threads=2,
    )
    assert time.monotonic() - began < 15
    assert check(problem, plan) == []
