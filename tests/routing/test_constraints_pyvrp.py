"""PyVRP keeps what it states, and says of the rest that it does not."""

from dataclasses import replace
from typing import Any

import pytest

from routing import Break, Budget, Problem, TimeWindow, Vehicle
from routing.engines.pyvrp_engine import PyVrpEngine
from routing.engines.pyvrp_states import states
from routing.matrix import Matrix
from routing.plan import Orders
from routing.problem import Booth
from routing.search import never, unwatched
from tests.routing.street import MINUTE, door, street, trip, van


def orders(
    problem: Problem, start: Orders | None = None, iterations: int = 300
) -> dict[int, list[int]]:
    budget = Budget(iterations=iterations)
    found = PyVrpEngine(start).solve(problem, budget, 1, unwatched, never)
    return {vehicle: list(visits) for vehicle, visits in found.items()}


def exact(problem: Problem) -> dict[int, list[int]]:
    assert states(problem)
    return orders(problem)


def only(vehicle: Vehicle, problem: Problem) -> Problem:
    return replace(problem, vehicles=(vehicle,))


def test_pickup_comes_first_even_when_the_delivery_is_on_the_way() -> None:
    problem = Problem((), (van(end=None),), street(), shipments=(trip(1, 2, 4, 2),))
    assert exact(problem) == {1: [1, 2]}
    assert exact(Problem((door(1, 4), door(2, 2)), (van(end=None),), street())) == {1: [2, 1]}


def test_shipment_is_aboard_only_in_between() -> None:
    trips = (trip(1, 2, 1, 4, amount=(1,)), trip(3, 4, 2, 3, amount=(1,)))
    problem = Problem((), (van(capacity=(1,), end=None),), street(), shipments=trips)
    assert exact(problem) == {1: [1, 2, 3, 4]}
    assert exact(only(van(capacity=(2,), end=None), problem)) == {1: [1, 3, 4, 2]}


def test_what_is_delivered_leaves_with_the_route_and_what_is_picked_up_stays() -> None:
    jobs = (door(1, pickup=(5,)), door(2, 3, delivery=(5,)))
    problem = Problem(jobs, (van(capacity=(5,), end=None),), street())
    assert exact(problem) == {1: [2, 1]}
    assert exact(only(van(capacity=(10,), end=None), problem)) == {1: [1, 2]}


def test_skills_hold_for_both_ends() -> None:
    skill = frozenset({4})
    ride = trip(1, 2, 1, 3)
    skilled = replace(
        ride,
        pickup=replace(ride.pickup, skills=skill),
        delivery=replace(ride.delivery, skills=skill),
    )
    near, far = van(1), van(2, start=7, end=7, skills=skill)
    problem = Problem((), (near, far), street(), shipments=(ride,))
    assert exact(problem) == {1: [1, 2]}
    assert exact(replace(problem, shipments=(skilled,))) == {2: [1, 2]}


def test_vehicle_must_be_worth_its_cost() -> None:
    problem = Problem((door(1, prize=500),), (van(fixed_cost=379),), street())
    assert exact(problem) == {1: [1]}
    assert exact(only(van(fixed_cost=381), problem)) == {}


def test_costs_decide_where_they_are_not_the_seconds() -> None:
    seconds = [[0, 1, 9], [9, 0, 1], [1, 9, 0]]
    costs = [[0, 9, 1], [1, 0, 9], [9, 1, 0]]
    jobs, vans = (door(1), door(2)), (van(),)
    assert exact(Problem(jobs, vans, {"motor": Matrix.of(seconds)})) == {1: [1, 2]}
    assert exact(Problem(jobs, vans, {"motor": Matrix.of(seconds, costs=costs)})) == {1: [2, 1]}


def test_seconds_driven_are_limited_where_they_are_the_cost() -> None:
    jobs = (door(1, service=3600), door(3), door(4, prize=700))
    problem = Problem(jobs, (van(max_travel=6 * MINUTE),), street())
    assert set(exact(problem)[1]) == {1, 3}
    assert set(exact(only(van(), problem))[1]) == {1, 3, 4}


def test_metres_driven_are_limited_where_they_are_the_cost() -> None:
    rows = street()["motor"]
    metres = {"motor": replace(rows, costs=rows.distances)}
    jobs = (door(1), door(3), door(4, prize=700))
    problem = Problem(jobs, (van(max_distance=60),), metres)
    assert set(exact(problem)[1]) == {1, 3}
    assert not states(replace(problem, matrices=street()))


def test_vehicles_of_a_kind_share_the_routes() -> None:
    vans = tuple(van(n, max_stops=2) for n in range(1, 301))
    found = exact(Problem(tuple(door(n) for n in range(1, 6)), vans, street()))
    assert sorted(map(len, found.values())) == [1, 2, 2]
    assert len(found) == 3


def test_start_is_taken_up() -> None:
    """With one look only, random orders of these doors are worse."""
    doors = 40
    jobs = tuple(door(n) for n in range(1, doors))
    problem = Problem(jobs, (van(1), van(2)), street(doors), shipments=(trip(90, 91, 5, 9),))
    best = {2: [*range(1, 6), 90, *range(6, 10), 91, *range(10, doors)]}
    found = orders(problem, best, iterations=1)
    assert list(found.values()) == list(best.values())
    assert list(orders(problem, iterations=1).values()) != list(best.values())


LUNCH = Break(id=1, windows=(TimeWindow(0, 600),), service=60)
TWICE = (TimeWindow(0, 60), TimeWindow(120, 180))


@pytest.mark.parametrize("more", [{"breaks": (LUNCH,)}, {"locked": (1,)}, {"max_distance": 50}])
def test_vehicle_that_it_cannot_state(more: dict[str, Any]) -> None:
    problem = Problem((door(1),), (van(),), street())
    assert states(problem)
    assert not states(only(van(**more), problem))


@pytest.mark.parametrize("more", [{"windows": TWICE}, {"group": 1}, {"after": frozenset({2})}])
def test_visit_that_it_cannot_state(more: dict[str, Any]) -> None:
    assert not states(Problem((door(1, **more), door(2)), (van(),), street()))


@pytest.mark.parametrize(
    "more", [{"balance": 1}, {"compact": 1}, {"booths": (Booth(id=1, capacity=1, duration=9),)}]
)
def test_problem_that_it_cannot_state(more: dict[str, Any]) -> None:
    assert not states(replace(Problem((door(1),), (van(),), street()), **more))


def test_rides_and_stops_that_it_cannot_state() -> None:
    problem = Problem((), (van(),), street(), shipments=(trip(1, 2, 1, 3),))
    assert states(problem)
    assert not states(only(van(max_stops=2), problem))
    assert not states(replace(problem, shipments=(trip(1, 2, 1, 3, max_ride=900),)))


def test_setup_is_no_driving() -> None:
    """A limit on driving is not one on driving and parking."""
    problem = Problem((door(1, setup=60),), (van(max_travel=150),), street())
    assert not states(problem)
    assert orders(problem) == {1: [1]}
