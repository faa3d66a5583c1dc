"""Problems that are hardly problems: an answer or a fault, never a crash."""

import pytest

from routing import (
    Break,
    Budget,
    InvalidProblem,
    Job,
    Plan,
    Problem,
    ProblemFault,
    TimeWindow,
    Vehicle,
    solve,
)
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point
from tests.routing.problem_files import solved

TWO = {"motor": Matrix.of([[0, 60], [60, 0]], [[0, 500], [500, 0]])}
RIDER = Vehicle(id=1, start=0, end=0, shift=TimeWindow(0, 3600))


def reasons(plan: Plan) -> list[str]:
    return [left.reason for left in plan.unassigned]


def test_nothing_to_do() -> None:
    assert solved(Problem((), (RIDER,), TWO)) == Plan()


def test_nothing_at_all() -> None:
    assert solved(Problem((), (), {})) == Plan()


def test_nobody_to_do_it() -> None:
    assert reasons(solved(Problem((Job(id=1, location=1),), (), TWO))) == ["no_vehicle"]


def test_one_stop() -> None:
    assert solved(Problem((Job(id=1, location=1),), (RIDER,), TWO)).orders == {1: [1]}


def test_everything_at_one_place() -> None:
    jobs = tuple(Job(id=n, location=0) for n in range(1, 6))
    assert solved(Problem(jobs, (RIDER,), TWO)).cost == 0


def test_all_windows_closed() -> None:
    jobs = (Job(id=1, location=1, windows=(TimeWindow(7200, 9000),)),)
    (left,) = solved(Problem(jobs, (RIDER,), TWO)).unassigned
    assert (left.reason, left.values) == ("window_closed", {"minutes": 61})


def test_window_shut_before_the_shift() -> None:
    rider = Vehicle(id=1, start=0, end=0, shift=TimeWindow(7200, 9000))
    jobs = (Job(id=1, location=1, windows=(TimeWindow(0, 3600),)), Job(id=2, location=1))
    assert reasons(solved(Problem(jobs, (rider,), TWO))) == ["window_closed"]


def test_stop_longer_than_the_shift() -> None:
    jobs = (Job(id=1, location=1, service=7200), Job(id=2, location=1))
    plan = solved(Problem(jobs, (RIDER,), TWO))
    assert reasons(plan) == ["window_closed"]
    assert plan.orders == {1: [2]}


def test_load_that_nobody_can_carry() -> None:
    jobs = (Job(id=1, location=1, delivery=(9,)),)
    rider = Vehicle(id=1, start=0, end=0, capacity=(5,))
    (left,) = solved(Problem(jobs, (rider,), TWO)).unassigned
    assert (left.reason, left.values) == ("too_big", {"over": 4})


def test_no_way_back() -> None:
    matrix = Matrix.of([[0, 60], [UNREACHABLE, 0]])
    problem = Problem((Job(id=1, location=1),), (RIDER,), {"motor": matrix})
    assert reasons(solved(problem)) == ["unreachable"]


def test_territory_of_somebody_off_duty() -> None:
    jobs = (Job(id=1, location=1, vehicles=frozenset({9})), Job(id=2, location=1))
    assert reasons(solved(Problem(jobs, (RIDER,), TWO))) == ["not_allowed"]


def test_shift_of_no_time() -> None:
    rider = Vehicle(id=1, start=0, end=0, shift=TimeWindow(100, 100))
    assert reasons(solved(Problem((Job(id=1, location=1),), (rider,), TWO))) == ["window_closed"]


def test_break_longer_than_the_shift() -> None:
    rest = Break(id=1, windows=(TimeWindow(0, 10),), service=7200)
    rider = Vehicle(id=1, start=0, end=0, shift=TimeWindow(0, 3600), breaks=(rest,))
    assert reasons(solved(Problem((Job(id=1, location=1),), (rider,), TWO))) == ["window_closed"]


def test_break_after_the_shift_is_taken_at_home() -> None:
    rest = Break(id=1, windows=(TimeWindow(9000, 9000),), service=60)
    rider = Vehicle(id=1, start=0, end=0, shift=TimeWindow(0, 3600), breaks=(rest,))
    assert solved(Problem((Job(id=1, location=1),), (rider,), TWO)).orders == {1: [1]}


def test_times_may_be_seconds_since_1970() -> None:
    day = 1_795_500_000
    rider = Vehicle(id=1, start=0, end=0, shift=TimeWindow(day, day + 3600))
    plan = solved(Problem((Job(id=1, location=1, service=60),), (rider,), TWO))
    assert plan.routes[0].steps[0].arrival == day


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("not_whole", lambda: Job(id=1, location=-1)),
        ("not_whole", lambda: Job(id=1, location=1, service=-5)),
        ("not_whole", lambda: Job(id=1, location=1, delivery=(-1,))),
        ("priority_range", lambda: Job(id=1, location=1, priority=101)),
        ("window_reversed", lambda: TimeWindow(9, 8)),
        ("not_whole", lambda: TimeWindow(-1, 8)),
        (
            "windows_overlap",
            lambda: Job(id=1, location=1, windows=(TimeWindow(0, 9), TimeWindow(9, 10))),
        ),
        ("break_without_window", lambda: Break(id=1, windows=())),
        ("not_a_point", lambda: Point(1e300, 0)),
        ("not_a_point", lambda: Point(float("nan"), 0)),
        ("matrix_value", lambda: Matrix.of([[0, -1], [1, 0]])),
        ("matrix_value", lambda: Matrix.of([[0, 2**31], [1, 0]])),
        ("matrix_shape", lambda: Matrix.of([[0, 1]])),
        ("matrix_shape", lambda: Matrix.of([[0, 1], [1]])),
    ],
)
def test_bad_values_are_not_born(code: str, make: object) -> None:
    assert callable(make)
    with pytest.raises(ProblemFault) as caught:
        make()
    assert caught.value.code == code
    assert caught.value.message("id") != caught.value.message("en")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("duplicate_id", Problem((Job(id=1, location=1), Job(id=1, location=0)), (RIDER,), TWO)),
        ("duplicate_id", Problem((), (RIDER, RIDER), TWO)),
        ("no_matrix", Problem((), (Vehicle(id=1, profile="boat"),), TWO)),
        ("location_outside", Problem((Job(id=1, location=2),), (RIDER,), TWO)),
        ("matrix_sizes_differ", Problem((), (), {**TWO, "foot": Matrix.of([[0]])})),
        ("points_differ", Problem((), (), TWO, (Point(0, 0),))),
        (
            "dimensions_differ",
            Problem(
                (Job(id=1, location=1, delivery=(1, 2)),), (Vehicle(id=1, capacity=(5,)),), TWO
            ),
        ),
    ],
)
def test_ill_posed_problems_are_refused(code: str, problem: Problem) -> None:
    with pytest.raises(InvalidProblem) as caught:
        solve(problem, Budget(iterations=1))
    assert code in {fault.code for fault in caught.value.faults}


def test_zero_service() -> None:
    jobs = tuple(Job(id=n, location=1, service=0, setup=0) for n in (1, 2))
    assert solved(Problem(jobs, (RIDER,), TWO)).cost == 120


def test_ways_are_gone_in_their_own_direction() -> None:
    """Sixty seconds each way round, hundreds the other."""
    matrix = Matrix.of([[0, 60, 5], [900, 0, 60], [60, 900, 0]])
    plan = solved(
        Problem((Job(id=1, location=1), Job(id=2, location=2)), (RIDER,), {"motor": matrix})
    )
    assert (plan.orders, plan.cost) == ({1: [1, 2]}, 180)


def test_a_way_of_decades_is_dearer_than_leaving_out() -> None:
    far = UNREACHABLE - 1
    matrix = Matrix.of([[0, far], [far, 0]])
    rider = Vehicle(id=1, start=0, end=0)
    assert reasons(solved(Problem((Job(id=1, location=1),), (rider,), {"motor": matrix}))) == [
        "not_worth"
    ]


def test_places_at_the_ends_of_the_earth() -> None:
    points = (Point(-90, 180), Point(90, -180))
    problem = Problem((Job(id=1, location=1),), (Vehicle(id=1, start=0, end=0),), TWO, points)
    assert solved(problem).orders == {1: [1]}
