"""Each engine behind the seam, and what the relay of two is there for."""

from dataclasses import replace

import pytest

from routing import Break, Budget, Job, Problem, TimeWindow, Vehicle
from routing.cost import loss
from routing.engines.engine import Engine
from routing.engines.ortools_engine import OrToolsEngine
from routing.engines.pyvrp_engine import PyVrpEngine
from routing.engines.relay import RelayEngine
from routing.matrix import Matrix
from routing.plan import Orders
from routing.search import never, unwatched
from routing.task import finished, mended
from tests.routing.problem_files import NAMES, problem_named
from tests.routing.street import door, street, van
from tests.routing.test_search import town

ENGINES = [OrToolsEngine(), PyVrpEngine(), RelayEngine()]


def asked(engine: Engine, problem: Problem, iterations: int = 30) -> Orders:
    return engine.solve(problem, Budget(iterations=iterations), 1, unwatched, never)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: type(engine).__name__)
def test_orders_name_known_jobs_once(engine: Engine, name: str) -> None:
    """What an engine may get wrong is mended; who may serve what, it never gets wrong."""
    problem = problem_named(name)
    orders = asked(engine, problem)
    ids = [job for route in orders.values() for job in route]
    assert len(ids) == len(set(ids))
    assert all(
        problem.vehicle[vehicle].able(problem.job[job])
        for vehicle, route in orders.items()
        for job in route
    )
    finished(problem, mended(problem, orders))


def test_start_is_taken_up() -> None:
    problem = town(20, 2)
    start = asked(PyVrpEngine(), problem, 200)
    plan = finished(problem, mended(problem, asked(OrToolsEngine(start), problem, 1)))
    assert loss(problem, plan) <= loss(problem, finished(problem, mended(problem, start)))


def test_start_that_breaks_a_rule_is_not_needed() -> None:
    problem = town(8, 1)
    rider = replace(problem.vehicles[0], max_stops=2)
    problem = replace(problem, vehicles=(rider,))
    orders = asked(OrToolsEngine({1: [1, 2, 3]}), problem)
    assert len(orders[1]) == 2


def test_relay_keeps_the_breaks_that_its_first_engine_does_not_know() -> None:
    """A short day for eight stops: lunch and an afternoon window decide which come before it."""
    rest = Break(id=1, windows=(TimeWindow(1200, 1500),), service=900)
    rider = Vehicle(id=1, start=0, end=0, shift=TimeWindow(0, 3400), breaks=(rest,))
    late = (TimeWindow(2300, 3000),)
    jobs = tuple(
        Job(id=n, location=n, service=240, windows=late if n in (2, 5) else ()) for n in range(1, 9)
    )
    rows = [[abs(a - b) * 30 for b in range(9)] for a in range(9)]
    problem = Problem(jobs, (rider,), {"motor": Matrix.of(rows)})
    assert finished(problem, mended(problem, asked(RelayEngine(), problem, 60))).unassigned == ()


def test_pyvrp_does_not_warn_where_only_a_part_can_be_served() -> None:
    """Warnings are errors here, and one would end the search: seven loads, room for one."""
    jobs = tuple(door(n, delivery=(3,)) for n in range(1, 8))
    problem = Problem(jobs, (van(capacity=(4,)),), street())
    assert list(asked(PyVrpEngine(), problem, 3000)) == [1]
