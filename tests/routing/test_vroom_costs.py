"""Costs by the hour, by the kilometre and by matrix: reckoned in whole numbers that are told."""

from fractions import Fraction
from typing import Any

import pytest

from routing import Plan, Problem, price
from routing.documents import cost_unit, read_plan, read_problem, write_plan
from routing.plan import Route
from tests.routing.vroom_files import changed, faults_of, vroom


def paid(**costs: int) -> dict[str, Any]:
    """A lone car that is paid so."""
    document = changed("vehicles", 0, costs=costs)
    del document["vehicles"][1]
    return document


def ways(problem: Problem) -> list[int]:
    costs: list[int] = problem.matrix(problem.vehicles[0]).cost[0].tolist()
    return costs


def test_a_second_costs_one_unless_told() -> None:
    problem = read_problem(paid())
    assert problem.matrices["car"].costs is None
    assert cost_unit(paid()) == 1


def test_hours_and_kilometres() -> None:
    """At 7200 an hour a second costs 2, at 500 a kilometre each of the thousand metres a half."""
    document = paid(per_hour=7200, per_km=500)
    assert cost_unit(document) == 1
    assert ways(read_problem(document)) == [0, 700, 1400, 2100, 2800]


def test_costs_in_money_keep_their_worth() -> None:
    """25 an hour and 1 a kilometre are too coarse for whole numbers: they count in hundredths."""
    document = paid(fixed=40, per_hour=25, per_km=1)
    assert cost_unit(document) == 100
    problem = read_problem(document)
    assert problem.vehicles[0].fixed_cost == 4000
    assert ways(problem) == [0, 169, 339, 508, 678]
    route = Route(1, price(problem, {1: [2]}).routes[0].steps, 4000 + 2 * 339)
    plan = Plan((route,), (), route.cost)
    written = write_plan(problem, plan, Fraction(100))
    assert (written["summary"]["cost"], written["summary"]["cost_unit"]) == (46.78, 100)
    assert written["routes"][0]["cost"] == 46.78
    assert read_plan(written, problem) == plan


def test_prices_of_ours_are_in_the_same_unit() -> None:
    document = paid(per_hour=360) | {"balance": 3}
    document["jobs"][0] |= {"prize": 7, "stray_cost": 2}
    problem = read_problem(document)
    assert cost_unit(document) == 10
    assert (problem.balance, problem.job[1].prize, problem.job[1].stray_cost) == (30, 70, 20)


def test_a_vehicle_is_never_dearer_than_leaving_a_task_out() -> None:
    document = paid(fixed=2_000_000)
    assert cost_unit(document) == Fraction(1, 10)
    assert read_problem(document).vehicles[0].fixed_cost == 200_000
    for job in [*document["jobs"], *document["shipments"]]:
        job["priority"] = 9
    assert cost_unit(document) == 1


def test_costs_too_far_apart_are_refused() -> None:
    document = vroom()
    document["vehicles"][0]["costs"] = {"per_hour": 1}
    document["vehicles"][1]["costs"] = {"per_hour": 3_600_000}
    assert [fault.code for fault in faults_of(document)] == ["costs_apart"]


def test_a_matrix_of_costs() -> None:
    document = paid()
    document["matrices"]["car"]["costs"] = [[9] * 5] * 5
    assert ways(read_problem(document)) == [9] * 5
    document["vehicles"][0]["costs"] = {"per_hour": 7200}
    assert [fault.code for fault in faults_of(document)] == ["costs_twice"]


def test_kilometres_cannot_be_paid_for_unknown() -> None:
    document = paid(per_km=5)
    document["vehicles"][0].pop("max_distance")
    del document["matrices"]["car"]["distances"]
    assert [fault.code for fault in faults_of(document)] == ["missing_field"]


@pytest.mark.parametrize("costs", [{"fixed": -1}, {"per_hour": 1.5}, {"per_mile": 1}, 7])
def test_costs_that_cannot_be(costs: object) -> None:
    assert len(faults_of(changed("vehicles", 0, costs=costs))) == 1
