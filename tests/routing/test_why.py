"""Why a stop is with its vehicle: each answer on a street of a few doors."""

import pytest
from hypothesis import HealthCheck, given, settings

from routing import Booth, Problem, ProblemFault, TimeWindow, price, why
from routing.plan import Orders
from tests.routing.full_days import full_days
from tests.routing.problem_files import solved
from tests.routing.street import MINUTE, door, trip, van
from tests.routing.test_remedy import SKILL, day, one

SHORT = TimeWindow(0, 3 * MINUTE)


@pytest.mark.parametrize(
    ("code", "problem", "orders"),
    [
        ("locked", day(door(1), van(locked=(1,)), van(2)), {1: [1]}),
        ("only_able", day(door(1, skills=SKILL), van(skills=SKILL), van(2)), {1: [1]}),
        ("only_able", day(door(1, vehicles=one(1)), van(), van(2)), {1: [1]}),
        ("group", day(door(1, group=5), door(2, group=5), van(), van(2)), {1: [1, 2]}),
        ("tied", day(door(1), door(2, after=one(1)), van(), van(2)), {1: [1, 2]}),
        ("no_room_elsewhere", day(door(1), door(2), van(), van(2, max_stops=1)), {1: [1], 2: [2]}),
        ("preferred", day(door(1, preferred=one(1), stray_cost=60), van(), van(2)), {1: [1]}),
        ("cheapest", day(door(1), van(), van(2, start=5)), {1: [1]}),
        ("as_good", day(door(1), van(), van(2)), {1: [1]}),
        ("another_cheaper", day(door(1), door(2), van(), van(2)), {1: [1], 2: [2]}),
    ],
)
def test_the_reason(code: str, problem: Problem, orders: Orders) -> None:
    answer = why(problem, price(problem, orders), 1)
    assert (answer.vehicle, answer.code) == (1, code)
    assert answer.message("id") != answer.message("en")


def test_an_even_day_has_its_price() -> None:
    problem = Problem((door(1), door(2)), (van(), van(2)), day(door(1), van()).matrices, balance=1)
    assert why(problem, price(problem, {1: [1], 2: [2]}), 1).code == "evens_out"


@pytest.mark.parametrize(
    ("code", "values", "problem"),
    [
        ("costs_more", {"minutes": 1}, day(door(1), van(), van(2, start=3))),
        ("not_allowed", {}, day(door(1, vehicles=one(1)), van(), van(2))),
        ("no_skill", {}, day(door(1, skills=SKILL), van(skills=SKILL), van(2))),
        ("load", {"over": 2}, day(door(1, pickup=(7,)), van(), van(2, capacity=(5,)))),
        ("stops", {"over": 1}, day(door(1), van(), van(2, max_stops=0))),
        ("late", {"minutes": 7}, day(door(5), van(), van(2, shift=SHORT))),
        ("duration", {"minutes": 1}, day(door(5), van(), van(2, max_duration=9 * MINUTE))),
        ("travel", {"minutes": 1}, day(door(5), van(), van(2, max_travel=9 * MINUTE))),
        ("distance", {"metres": 10}, day(door(5), van(), van(2, max_distance=90))),
    ],
)
def test_what_keeps_it_off_another(code: str, values: dict[str, int], problem: Problem) -> None:
    (other,) = why(
        problem, price(problem, {1: [1 if 1 in problem.job else 5]}), min(problem.job)
    ).others
    assert (other.vehicle, other.code, other.values) == (2, code, values)
    assert other.message("id") != other.message("en")


def test_a_full_booth_keeps_it_off() -> None:
    stay = Booth(id=1, capacity=1, duration=5 * MINUTE)
    now = (TimeWindow(MINUTE, 6 * MINUTE),)
    jobs = (door(1, booth=1, windows=now), door(2, 1, booth=1, windows=(TimeWindow(60, 60),)))
    problem = day(*jobs, van(), van(2, shift=TimeWindow(0, 6 * MINUTE)), stay)
    (other,) = why(problem, price(problem, {1: [2, 1]}), 1).others
    assert (other.code, other.more) == ("booth", None)


def test_both_ends_of_a_shipment_move_together() -> None:
    problem = day(trip(1, 2, at=1, to=4), van(), van(2, start=3))
    (other,) = why(problem, price(problem, {1: [1, 2]}), 2).others
    assert other.more == MINUTE


@pytest.mark.parametrize(("code", "visit"), [("not_on_route", 1), ("unknown_id", 9)])
def test_what_is_on_no_route_has_no_vehicle(code: str, visit: int) -> None:
    problem = day(door(1), van())
    with pytest.raises(ProblemFault, match=code):
        why(problem, price(problem, {}), visit)


few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(full_days(fewest=3))
def test_every_stop_has_its_reason(problem: Problem) -> None:
    plan = solved(problem, iterations=1)
    for route in plan.routes:
        for visit in route.jobs:
            answer = why(problem, plan, visit)
            assert answer.vehicle == route.vehicle
            assert answer.message("id")
            assert all(other.message("id") for other in answer.others)
