"""Ruin and recreate: it keeps the whole model but booths, and reckons as `cost` does."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from routing import Budget, Job, Problem, Shipment, TimeWindow, price
from routing.cost import loss
from routing.engines.ruin import RuinEngine
from routing.plan import Orders, Plan
from routing.search import Progress, never, unwatched
from tests.routing.full_days import full_days
from tests.routing.problem_files import NAMES, problem_named
from tests.routing.street import MINUTE, door, street, van
from tests.routing.test_search import town

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asked(problem: Problem, iterations: int = 20, threads: int = 1) -> Orders:
    engine = RuinEngine(threads=threads)
    return engine.solve(problem, Budget(iterations=iterations), 1, unwatched, never)


def without_booths(problem: Problem) -> Problem:
    def freed(job: Job) -> Job:
        return replace(job, booth=None)

    return replace(
        problem,
        jobs=tuple(map(freed, problem.jobs)),
        shipments=tuple(
            replace(each, pickup=freed(each.pickup), delivery=freed(each.delivery))
            for each in problem.shipments
        ),
        booths=(),
    )


def broken(plan: Plan) -> set[str]:
    return {violation.code for violation in plan.violations}


@few
@given(full_days())
def test_every_rule_is_kept_that_a_locked_beginning_leaves_whole(problem: Problem) -> None:
    problem = without_booths(problem)
    plan = price(problem, asked(problem, iterations=2))
    locked = {vehicle.id: vehicle.locked for vehicle in problem.vehicles if vehicle.locked}
    assert broken(plan) <= broken(price(problem, locked))


@few
@given(full_days(fewest=5, most=10))
def test_the_loss_told_is_that_of_the_plan(problem: Problem) -> None:
    """Balance, compact routes, setups, strays and prizes, each to the second."""
    problem = without_booths(problem)
    seen: list[Progress] = []
    orders = RuinEngine().solve(problem, Budget(iterations=2), 3, seen.append, never)
    plan = price(problem, orders)
    if seen and not plan.violations:
        assert seen[-1].loss == loss(problem, plan)
        assert seen[-1].served == len(problem.visits) - len(plan.unassigned)


@pytest.mark.parametrize("threads", [1, 2])
def test_same_seed_same_orders(threads: int) -> None:
    problem = town(40, 3)
    assert asked(problem, threads=threads) == asked(problem, threads=threads)


def test_start_is_taken_up() -> None:
    problem = town(30, 2)
    start = asked(problem, 40)
    engine = RuinEngine(start)
    orders = engine.solve(problem, Budget(iterations=0), 5, unwatched, never)
    assert price(problem, orders).cost <= price(problem, start).cost


def test_of_a_start_that_breaks_a_rule_the_rest_is_kept() -> None:
    problem = town(8, 1)
    problem = replace(problem, vehicles=(replace(problem.vehicles[0], max_stops=2),))
    engine = RuinEngine({1: [1, 2, 3]})
    orders = engine.solve(problem, Budget(iterations=0), 1, unwatched, never)
    assert list(orders[1]) == [1, 2]


@pytest.mark.parametrize("threads", [1, 2])
def test_it_stops_when_told(threads: int) -> None:
    """Without a budget it would go on for ever."""
    engine = RuinEngine(threads=threads)
    orders = engine.solve(town(20, 2), Budget(), 1, unwatched, lambda: True)
    assert sum(map(len, orders.values())) == 20


@pytest.mark.parametrize("name", NAMES)
def test_the_small_problems(name: str) -> None:
    problem = without_booths(problem_named(name))
    assert broken(price(problem, asked(problem))) == set()


def test_a_ride_that_would_be_too_long_begins_later() -> None:
    """The delivery opens late: the passenger is fetched no sooner than the ride allows."""
    late = (TimeWindow(60 * MINUTE, 70 * MINUTE),)
    ride = Shipment(pickup=door(11, 1), delivery=door(12, 6, windows=late), max_ride=7 * MINUTE)
    problem = Problem((), (van(),), street(), shipments=(ride,))
    plan = price(problem, asked(problem, 10))
    assert not plan.violations
    assert not plan.unassigned
