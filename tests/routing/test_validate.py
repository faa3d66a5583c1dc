"""What parts of a problem say of each other: each fault once, and no crash once there is none."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing import (
    Booth,
    Budget,
    Job,
    Plan,
    Problem,
    Shipment,
    TimeWindow,
    Vehicle,
    check,
    solve,
    validate,
)
from routing.matrix import Matrix
from routing.plan import Route, Step, StepKind
from routing.problem import FOREVER
from tests.routing.good_day import PROBLEM

HUGE = FOREVER + 1
SMALL = {"motor": Matrix.of([[0, 60], [60, 0]], [[0, 500], [500, 0]])}


def ids(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


def visit(number: int, **given: Any) -> Job:
    return Job(id=number, location=1, **given)


def ride(pickup: Job, delivery: Job, *amount: int) -> Shipment:
    return Shipment(pickup=pickup, delivery=delivery, amount=amount)


def rider(*locked: int, number: int = 1, **given: Any) -> Vehicle:
    return Vehicle(id=number, start=0, end=0, locked=locked, **given)


def posed(*parts: Job | Shipment | Vehicle | Booth) -> Problem:
    return Problem(
        tuple(part for part in parts if isinstance(part, Job)),
        tuple(part for part in parts if isinstance(part, Vehicle)),
        SMALL,
        shipments=tuple(part for part in parts if isinstance(part, Shipment)),
        booths=tuple(part for part in parts if isinstance(part, Booth)),
    )


def told(problem: Problem) -> list[tuple[str, dict[str, int | str]]]:
    return [(fault.code, dict(fault.values)) for fault in validate(problem)]


def test_a_day_with_everything_is_well_posed() -> None:
    assert validate(PROBLEM) == []


@pytest.mark.parametrize(
    ("code", "values", "problem"),
    [
        ("unknown_id", {"kind": "visit", "id": 9}, posed(visit(1, after=ids(9)))),
        ("unknown_id", {"kind": "visit", "id": 9}, posed(ride(visit(1, after=ids(9)), visit(2)))),
        ("unknown_id", {"kind": "booth", "id": 9}, posed(visit(1, booth=9))),
        ("unknown_id", {"kind": "visit", "id": 9}, posed(rider(9))),
        ("after_itself", {"id": 1, "visits": "1"}, posed(visit(1, after=ids(1)))),
        (
            "after_itself",
            {"id": 1, "visits": "2, 1"},
            posed(visit(1, after=ids(2)), visit(2, after=ids(1))),
        ),
        (
            "after_itself",
            {"id": 1, "visits": "2, 1"},
            posed(ride(visit(1, after=ids(2)), visit(2))),
        ),
        ("locked_twice", {"id": 1}, posed(visit(1), rider(1, 1))),
        ("locked_twice", {"id": 1}, posed(visit(1), rider(1), rider(1, number=2))),
        (
            "locked_unable",
            {"id": 1, "vehicle": 1},
            posed(visit(1, skills=ids(4)), rider(1)),
        ),
        (
            "locked_unable",
            {"id": 1, "vehicle": 1},
            posed(visit(1, vehicles=ids(2)), rider(1)),
        ),
        (
            "locked_order",
            {"id": 2, "other": 1, "vehicle": 1},
            posed(ride(visit(1), visit(2)), rider(2)),
        ),
        (
            "locked_order",
            {"id": 2, "other": 1, "vehicle": 1},
            posed(ride(visit(1), visit(2)), rider(2, 1)),
        ),
        (
            "locked_order",
            {"id": 2, "other": 1, "vehicle": 2},
            posed(visit(1), visit(2, after=ids(1)), rider(1), rider(2, number=2)),
        ),
        (
            "locked_apart",
            {"group": 5, "vehicles": 2},
            posed(visit(1, group=5), visit(2, group=5), rider(1), rider(2, number=2)),
        ),
        (
            "locked_late",
            {"vehicle": 1, "minutes": 2},
            posed(visit(1, windows=(TimeWindow(0, 0),)), rider(1, shift=TimeWindow(0, 60))),
        ),
        (
            "locked_late",
            {"vehicle": 1, "minutes": 1},
            posed(visit(1, service=60), rider(1, max_duration=120)),
        ),
        (
            "locked_late",
            {"vehicle": 1, "minutes": 1},
            posed(ride(visit(1), visit(2, windows=(TimeWindow(0, 0),))), rider(1)),
        ),
        ("locked_over", {"vehicle": 1}, posed(visit(1, pickup=(9,)), rider(1, capacity=(5,)))),
        ("locked_over", {"vehicle": 1}, posed(ride(visit(1), visit(2)), rider(1, max_stops=1))),
        (
            "locked_elsewhere",
            {"id": 3, "vehicle": 1},
            posed(ride(visit(1), visit(2, after=ids(3))), visit(3, vehicles=ids(2)), rider(1)),
        ),
        (
            "locked_elsewhere",
            {"id": 3, "vehicle": 2},
            posed(ride(visit(1), visit(2, after=ids(3))), visit(3), rider(1), rider(3, number=2)),
        ),
        (
            "locked_booth",
            {"id": 1, "booth": 1},
            posed(visit(1, booth=1), rider(1), Booth(id=1, capacity=0, duration=9)),
        ),
        ("duplicate_id", {"kind": "visit", "id": 1}, posed(visit(1), ride(visit(1), visit(2)))),
        ("duplicate_id", {"kind": "visit", "id": 1}, posed(ride(visit(1), visit(1)))),
        (
            "duplicate_id",
            {"kind": "booth", "id": 1},
            posed(Booth(id=1, capacity=1, duration=1), Booth(id=1, capacity=2, duration=2)),
        ),
        (
            "dimensions_differ",
            {"kind": "job", "id": 1, "got": 2, "want": 1},
            posed(visit(1, delivery=(1,), pickup=(1, 2))),
        ),
        (
            "dimensions_differ",
            {"kind": "shipment", "id": 2, "got": 2, "want": 1},
            posed(visit(1, pickup=(1,)), ride(visit(2), visit(3), 1, 2)),
        ),
        (
            "location_outside",
            {"kind": "delivery", "id": 2, "location": 7, "size": 2},
            posed(ride(visit(1), Job(id=2, location=7))),
        ),
        ("too_large", {"kind": "job", "id": 1, "limit": FOREVER}, posed(visit(1, service=HUGE))),
        ("too_large", {"kind": "job", "id": 1, "limit": FOREVER}, posed(visit(1, prize=HUGE))),
        (
            "too_large",
            {"kind": "vehicle", "id": 1, "limit": FOREVER},
            posed(rider(shift=TimeWindow(0, HUGE))),
        ),
        (
            "too_large",
            {"kind": "shipment", "id": 1, "limit": FOREVER},
            posed(ride(visit(1), visit(2), HUGE)),
        ),
        (
            "too_large",
            {"kind": "booth", "id": 1, "limit": FOREVER},
            posed(Booth(id=1, capacity=HUGE, duration=1)),
        ),
        (
            "too_large",
            {"kind": "problem", "id": "balance", "limit": 10**6},
            replace(posed(), balance=10**7),
        ),
    ],
)
def test_one_fault(code: str, values: dict[str, int | str], problem: Problem) -> None:
    assert (code, values) in told(problem)
    (fault,) = [fault for fault in validate(problem) if fault.code == code]
    assert fault.message("id") != fault.message("en")


def test_each_circle_is_told_once() -> None:
    circles = [visit(n, after=ids(n + 1 - 3 * (n % 3 == 0))) for n in range(1, 7)]
    assert [fault.code for fault in validate(posed(*circles, visit(9, after=ids(1))))] == [
        "after_itself",
        "after_itself",
    ]


def test_what_is_allowed() -> None:
    chain = (visit(1), visit(2, after=ids(1)), visit(3, after=ids(1, 2)))
    fetched = ride(visit(4, group=1), visit(5, group=1), 1)
    assert validate(posed(*chain, fetched, rider(1, 2, 4, 5), rider(number=2))) == []
    assert validate(posed(visit(1, vehicles=ids(8), preferred=ids(9)), rider())) == []


@st.composite
def knots(draw: st.DrawFn) -> Problem:
    """Few visits that name each other, at random; who is careless names what cannot be, too."""
    careless = draw(st.integers(0, 3)) == 0
    last = 7 if careless else 5
    numbers = draw(st.lists(st.integers(1, last), min_size=5, max_size=5, unique=not careless))
    visits = [
        visit(
            number,
            after=draw(st.frozensets(st.sampled_from(numbers[:place] or [last]), max_size=1))
            if place or careless
            else ids(),
            booth=draw(st.sampled_from([None, None, 1, 1 + careless])),
            skills=draw(st.sampled_from([ids(), ids(), ids(1)])),
            pickup=draw(st.sampled_from([(), (1,), (1,) * (1 + careless)])),
        )
        for place, number in enumerate(numbers)
    ]
    fetched = replace(visits[1], skills=visits[0].skills)
    start = draw(st.integers(0, len(numbers))) if draw(st.booleans()) else 0
    locked = draw(st.permutations(numbers))[:start] if careless else numbers[:start]
    fleet = [rider(*locked, skills=ids(1)), rider(number=2)]
    booth = Booth(id=1, capacity=1, duration=draw(st.integers(0, 9)))
    return posed(*visits[2:], ride(visits[0], fetched), *fleet, booth)


def any_plan(problem: Problem, orders: dict[int, list[int]]) -> Plan:
    """Steps without a thought: kinds and places are right, times are not."""
    return Plan(
        tuple(
            Route(
                vehicle,
                (
                    Step(kind=StepKind.START, arrival=0, location=0),
                    *(
                        Step(
                            kind=StepKind(problem.job[number].kind.value),
                            id=number,
                            arrival=0,
                            location=problem.job[number].location,
                        )
                        for number in numbers
                    ),
                    Step(kind=StepKind.END, arrival=0, location=0),
                ),
            )
            for vehicle, numbers in orders.items()
        )
    )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(knots(), st.data())
def test_no_crash_once_there_is_no_fault(problem: Problem, data: st.DataObject) -> None:
    faults = validate(problem)
    assert all(fault.message("id") and fault.message("en") for fault in faults)
    if not faults:
        order = data.draw(st.permutations([job.id for job in problem.visits]))
        cut = data.draw(st.integers(0, len(order)))
        check(problem, any_plan(problem, {1: order[:cut], 2: order[cut:]}))
        assert check(problem, solve(problem, Budget(iterations=2), 1)) == []
