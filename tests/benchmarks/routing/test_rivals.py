"""What others are told is our problem: their plans of a street are true by our own count."""

import pytest

from routing import Job, Problem, Shipment, TimeWindow, Vehicle, price
from routing.matrix import Matrix
from routing.plan import Orders
from tests.benchmarks.routing import ask_pyvrp, ask_vroom
from tests.benchmarks.routing.contestants import KNOWN

STREET = Matrix.of([[abs(a - b) * 60 for b in range(6)] for a in range(6)])


def street() -> Problem:
    """One rider must wait for the door at the near end, the other may not take that much."""
    riders = [
        Vehicle(
            id=number, profile="car", start=0, end=0, capacity=(room,), shift=TimeWindow(0, 9000)
        )
        for number, room in ((7, 3), (8, 1))
    ]
    return Problem(
        (
            Job(id=1, location=1, windows=(TimeWindow(2000, 2600),), delivery=(2,), service=60),
            Job(id=2, location=5, windows=(TimeWindow(0, 400),), delivery=(1,), service=60),
        ),
        tuple(riders),
        {"car": STREET},
        shipments=(
            Shipment(pickup=Job(id=3, location=4), delivery=Job(id=4, location=2), amount=(1,)),
        ),
    )


def asked(name: str, problem: Problem) -> Orders:
    ask = {"pyvrp": ask_pyvrp.ask, "vroom": ask_vroom.ask}[name]
    return ask(problem, 0.2, 1, 1)


@pytest.mark.parametrize("name", ["pyvrp", "vroom"])
def test_a_street(name: str) -> None:
    problem = street()
    assert KNOWN[name].cannot_state(problem) == []
    plan = price(problem, asked(name, problem))
    assert not plan.violations
    assert not plan.unassigned
    assert plan.cost == 600


def test_what_a_rival_lacks_is_said() -> None:
    problem = street()
    rest = Problem(problem.jobs, problem.vehicles, problem.matrices, balance=1)
    assert KNOWN["pyvrp"].cannot_state(rest) == ["balance"]
    assert KNOWN["vroom"].cannot_state(rest) == ["balance"]
    assert KNOWN["ours"].cannot_state(rest) == []
