"""One small problem for each constraint, and what its plan must show."""

from itertools import pairwise

import pytest

from routing import Plan, check
from routing.plan import StepKind
from tests.routing.problem_files import NAMES, plan_named, problem_named, solved


def reasons(plan: Plan) -> dict[int, str]:
    return {left.job: left.reason for left in plan.unassigned}


@pytest.mark.parametrize("name", NAMES)
def test_stored_plan_is_found_again(name: str) -> None:
    """As cheap, and the same jobs left out for the same reasons; ties may fall otherwise."""
    problem, stored = problem_named(name), plan_named(name)
    assert check(problem, stored) == []
    plan = solved(problem, iterations=100)
    assert (plan.cost, plan.unassigned) == (stored.cost, stored.unassigned)


def test_lunch_is_taken_in_its_window() -> None:
    route = solved(problem_named("lunch_break")).routes[0]
    (lunch,) = [step for step in route.steps if step.kind is StepKind.BREAK]
    assert 43_200 <= lunch.begin <= 45_000
    assert lunch.service == 3_600


def test_friday_prayer_never_cuts_a_service() -> None:
    route = solved(problem_named("friday_prayer")).routes[0]
    (prayer,) = [step for step in route.steps if step.kind is StepKind.BREAK]
    assert prayer.begin == 41_400
    assert all(before.departure <= after.arrival for before, after in pairwise(route.steps))


def test_territory_is_kept() -> None:
    assert {
        vehicle: set(jobs) for vehicle, jobs in solved(problem_named("territory")).orders.items()
    } == {1: {1, 3, 5}, 2: {2, 4, 6}}


def test_second_of_two_windows_is_used() -> None:
    plan = solved(problem_named("time_windows"))
    begins = {step.id: step.begin for step in plan.routes[0].stops}
    assert begins[3] == 36_000


def test_load_is_limited_in_each_dimension() -> None:
    plan = solved(problem_named("capacity"))
    assert [len(route.jobs) for route in plan.routes] == [2, 2]
    assert {route.steps[0].load for route in plan.routes} == {(8, 2)}


def test_skill_that_nobody_has() -> None:
    plan = solved(problem_named("skills"))
    assert plan.orders == {2: [1, 2]} or plan.orders == {2: [2, 1]} or 1 in plan.orders
    assert reasons(plan) == {3: "no_skill"}


def test_low_priority_waits_for_another_day() -> None:
    assert reasons(solved(problem_named("priority"))) == {1: "lower_priority", 3: "lower_priority"}


def test_prize_smaller_than_its_detour() -> None:
    (left,) = solved(problem_named("prize")).unassigned
    assert (left.job, left.reason, left.values) == (3, "not_worth", {"minutes": 64})


def test_stops_are_limited() -> None:
    plan = solved(problem_named("max_stops"))
    assert {vehicle: len(jobs) for vehicle, jobs in plan.orders.items()} == {1: 2, 2: 1}
    assert set(reasons(plan).values()) == {"stops_full"}


def test_duration_is_limited() -> None:
    assert all(route.duration <= 1_600 for route in solved(problem_named("max_duration")).routes)


def test_alley_is_served_on_foot_and_the_far_end_by_motor() -> None:
    orders = solved(problem_named("motor_and_foot")).orders
    assert orders[2] == [1]
    assert set(orders[1]) == {2, 3, 4}


def test_one_parking_serves_several_doors() -> None:
    stops = solved(problem_named("one_parking")).routes[0].stops
    assert sorted(step.setup for step in stops) == [0, 0, 120, 120]


def test_route_may_end_at_its_last_door() -> None:
    route = solved(problem_named("ends_anywhere")).routes[0]
    assert route.steps[-1].location is None
    assert route.jobs[-1] == 1


def test_preferred_courier_unless_the_price_is_paid() -> None:
    plan = solved(problem_named("preferred_courier"))
    assert 2 in plan.orders[2]


def test_work_is_shared_when_balance_has_a_price() -> None:
    work = [route.work for route in solved(problem_named("balance")).routes]
    assert len(work) == 2
    assert max(work) - min(work) <= 900


def test_no_road_is_a_reason() -> None:
    assert reasons(solved(problem_named("unreachable"))) == {2: "unreachable"}


def test_one_way_street_is_driven_the_right_way() -> None:
    assert solved(problem_named("one_way_street")).orders == {1: [1, 2, 3]}
