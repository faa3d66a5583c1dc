"""A hand-made plan is timed and judged, never refused."""

import pytest

from routing import Break, Job, Problem, ProblemFault, TimeWindow, Vehicle, check, price
from routing.matrix import Matrix

MATRIX = Matrix.of(
    [[0, 10, 20], [10, 0, 15], [20, 15, 0]], [[0, 100, 200], [100, 0, 150], [200, 150, 0]]
)


def test_times_follow_the_order() -> None:
    jobs = (Job(id=1, location=1, service=5), Job(id=2, location=2, service=5, setup=2))
    problem = Problem(jobs, (Vehicle(id=7, start=0, end=0),), {"motor": MATRIX})
    plan = price(problem, {7: [1, 2]})
    assert [step.arrival for step in plan.routes[0].steps] == [0, 10, 30, 57]
    assert (plan.cost, plan.travel, plan.distance, plan.violations) == (47, 45, 450, ())


def test_leaves_late_rather_than_wait_at_the_door() -> None:
    jobs = (Job(id=1, location=1, windows=(TimeWindow(100, 200),)),)
    problem = Problem(jobs, (Vehicle(id=7, start=0, end=0),), {"motor": MATRIX})
    plan = price(problem, {7: [1]})
    assert plan.routes[0].steps[0].arrival == 90


def test_break_that_can_be_taken_at_home_is() -> None:
    """Leaving before it is possible, leaving a little later is not, leaving after it is best."""
    rest = Break(id=3, windows=(TimeWindow(40, 40),), service=10)
    vehicle = Vehicle(id=7, start=0, end=0, breaks=(rest,), shift=TimeWindow(0, 200))
    jobs = (Job(id=1, location=1, windows=(TimeWindow(100, 200),)),)
    steps = price(Problem(jobs, (vehicle,), {"motor": MATRIX}), {7: [1]}).routes[0].steps
    assert [(step.kind.value, step.arrival) for step in steps] == [
        ("start", 90),
        ("job", 100),
        ("end", 110),
    ]


def test_break_interrupts_the_drive() -> None:
    rest = Break(id=3, windows=(TimeWindow(4, 4),), service=100)
    vehicle = Vehicle(id=7, start=0, end=0, breaks=(rest,), shift=TimeWindow(0, 200))
    problem = Problem((Job(id=1, location=1),), (vehicle,), {"motor": MATRIX})
    steps = price(problem, {7: [1]}).routes[0].steps
    assert [(step.kind.value, step.arrival, step.travel) for step in steps] == [
        ("start", 0, 0),
        ("break", 4, 4),
        ("job", 110, 10),
        ("end", 120, 20),
    ]


def test_late_order_is_priced_with_its_violations() -> None:
    jobs = (Job(id=1, location=1, windows=(TimeWindow(0, 4),)),)
    problem = Problem(jobs, (Vehicle(id=7, start=0, end=0),), {"motor": MATRIX})
    plan = price(problem, {7: [1]})
    assert [(found.code, found.values["seconds"]) for found in plan.violations] == [("delay", 6)]
    assert check(problem, plan) == list(plan.violations)


def test_job_not_in_the_order_is_listed() -> None:
    problem = Problem((Job(id=1, location=1),), (Vehicle(id=7, start=0),), {"motor": MATRIX})
    assert [left.reason for left in price(problem, {}).unassigned] == ["not_planned"]


def test_unknown_job_is_refused() -> None:
    problem = Problem((Job(id=1, location=1),), (Vehicle(id=7, start=0),), {"motor": MATRIX})
    with pytest.raises(ProblemFault, match="unknown_id"):
        price(problem, {7: [9]})
