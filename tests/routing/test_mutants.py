"""A good plan spoiled in one way is caught by the rule for it, and by no other."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from routing import Booth, Break, Plan, Problem, Shipment, TimeWindow, check
from routing.check import FORM_RULES, NAME_RULES, PLAN_RULES, ROUTE_RULES
from routing.matrix import UNREACHABLE, Matrix
from routing.plan import Route, StepKind, Unassigned
from routing.words import VIOLATIONS
from tests.routing.good_day import EIGHT, PLAN, PROBLEM, SEVEN, in_a_row, line

Spoiled = tuple[Problem, Plan]


def left_out(*others: Unassigned) -> Spoiled:
    return PROBLEM, replace(PLAN, unassigned=others)


def seven(**changes: Any) -> Spoiled:
    """The route of vehicle 7, spoiled."""
    return PROBLEM, replace(PLAN, routes=(replace(SEVEN, **changes), EIGHT))


def step(number: int, **changes: Any) -> Spoiled:
    """One step of vehicle 7, spoiled."""
    steps = list(SEVEN.steps)
    steps[number] = replace(steps[number], **changes)
    return seven(steps=tuple(steps))


def job(number: int, **changes: Any) -> Spoiled:
    """The plan as it was, but a job asks for something else."""
    jobs = [replace(each, **changes) if each.id == number else each for each in PROBLEM.jobs]
    return replace(PROBLEM, jobs=tuple(jobs)), PLAN


def vehicle(number: int = 7, **changes: Any) -> Spoiled:
    fleet = [replace(v, **changes) if v.id == number else v for v in PROBLEM.vehicles]
    return replace(PROBLEM, vehicles=tuple(fleet)), PLAN


def booth(capacity: int, duration: int) -> Spoiled:
    one = Booth(id=1, capacity=capacity, duration=duration)
    return replace(PROBLEM, booths=(one,)), PLAN


def swapped() -> Spoiled:
    """Each passenger is set down by the other's car."""
    first, second = PROBLEM.shipments
    pairs = (
        Shipment(pickup=first.pickup, delivery=second.delivery),
        Shipment(pickup=second.pickup, delivery=first.delivery),
    )
    return replace(PROBLEM, shipments=pairs), PLAN


def hurried() -> Spoiled:
    first, second = PROBLEM.shipments
    return replace(PROBLEM, shipments=(replace(first, max_ride=399), second)), PLAN


def roadless() -> Spoiled:
    """No metres are known for the last way of vehicle 8, and the plan says so truly."""
    metres = in_a_row(10)
    metres[5][0] = UNREACHABLE
    matrix = Matrix.of(in_a_row(100), metres, in_a_row(200))
    far = [replace(each, distance=50 + UNREACHABLE) for each in EIGHT.steps[-2:]]
    route = replace(EIGHT, steps=(*EIGHT.steps[:-2], *far))
    return replace(PROBLEM, matrices={"motor": matrix}), replace(PLAN, routes=(SEVEN, route))


def second_outing() -> Spoiled:
    """Vehicle 8 has one more route, on which it goes nowhere."""
    still = (line("start", 0, (0, 0, 0), (0, 0), ()), line("end", 0, (0, 0, 0), (0, 0), ()))
    routes = (*PLAN.routes, Route(8, still, 20))
    return PROBLEM, replace(PLAN, routes=routes, cost=PLAN.cost + 20)


def two_half_breaks() -> Spoiled:
    rest = Break(id=1, windows=(TimeWindow(300, 400),), service=30)
    problem, _ = vehicle(breaks=(rest,))
    half = replace(SEVEN.steps[3], service=30)
    rests = (half, replace(half, arrival=335))
    return problem, seven(steps=(*SEVEN.steps[:3], *rests, *SEVEN.steps[4:]))[1]


LUNCH, TEA = PROBLEM.vehicles[0].breaks[0], Break(id=2, windows=(TimeWindow(500, 500),), service=9)

MUTANTS: dict[str, list[Callable[[], Spoiled]]] = {
    "unknown_id": [lambda: left_out(*PLAN.unassigned, Unassigned(99, "shift_full"))],
    "duplicate_route": [second_outing],
    "duplicate_job": [
        lambda: left_out(*PLAN.unassigned, Unassigned(1, "shift_full")),
        lambda: left_out(*PLAN.unassigned, Unassigned(6, "shift_full")),
    ],
    "missing_job": [left_out],
    "missing_reason": [lambda: left_out(Unassigned(4))],
    "shape": [
        lambda: seven(steps=SEVEN.steps[1:]),
        lambda: seven(steps=SEVEN.steps[:-1]),
    ],
    "kind": [
        lambda: step(1, kind=StepKind.DELIVERY),
        lambda: step(5, kind=StepKind.JOB),
        lambda: step(6, kind=StepKind.PICKUP),
    ],
    "place": [
        lambda: step(2, location=3),
        lambda: step(6, location=1),
        lambda: step(7, location=1),
    ],
    "skills": [lambda: vehicle(skills=frozenset())],
    "allowed_vehicle": [lambda: job(3, vehicles=frozenset({8}))],
    "max_tasks": [lambda: vehicle(max_stops=4)],
    "load": [
        lambda: vehicle(capacity=(2, 1)),
        lambda: vehicle(capacity=(3, 0)),
        lambda: vehicle(8, capacity=(0,)),
    ],
    "max_travel_time": [lambda: vehicle(max_travel=799)],
    "max_distance": [lambda: vehicle(max_distance=79)],
    "max_duration": [lambda: vehicle(max_duration=1044)],
    "timing": [
        lambda: step(2, arrival=254, waiting=1),
        lambda: step(3, setup=-1, waiting=1),
        lambda: step(2, travel=199),
    ],
    "distance": [lambda: step(2, distance=21)],
    "carried": [
        lambda: step(0, load=(2, 0)),
        lambda: step(4, load=(0, 0)),
        lambda: step(6, load=(1, 1)),
        lambda: step(3, load=()),
    ],
    "service": [lambda: step(4, waiting=1, service=49), lambda: step(4, setup=1, service=49)],
    "unreachable": [roadless],
    "lead_time": [lambda: job(2, windows=(TimeWindow(256, 300),))],
    "delay": [lambda: job(2, windows=(TimeWindow(0, 10), TimeWindow(200, 254)))],
    "shift": [
        lambda: vehicle(shift=TimeWindow(0, 1044)),
        lambda: vehicle(shift=TimeWindow(1, 1045)),
    ],
    "break_time": [
        lambda: vehicle(breaks=(replace(LUNCH, service=61),)),
        lambda: vehicle(breaks=(replace(LUNCH, windows=(TimeWindow(306, 400),)),)),
    ],
    "missing_break": [lambda: vehicle(breaks=(LUNCH, TEA))],
    "duplicate_break": [two_half_breaks],
    "cost": [lambda: seven(cost=1694), lambda: seven(cost=0)],
    "plan_cost": [
        lambda: (PROBLEM, replace(PLAN, cost=4539)),
        lambda: (PROBLEM, replace(PLAN, cost=0)),
    ],
    "precedence": [swapped],
    "max_ride": [hurried],
    "after": [
        lambda: job(2, after=frozenset({3})),
        lambda: job(2, after=frozenset({1, 9})),
        lambda: job(9, after=frozenset({4})),
    ],
    "group_split": [lambda: job(9, group=9)],
    "locked": [
        lambda: vehicle(locked=(2, 1)),
        lambda: vehicle(locked=(2,)),
        lambda: vehicle(12, locked=(4,)),
    ],
    "booth_full": [lambda: booth(1, 16), lambda: booth(0, 1)],
}

CASES = [(code, spoil) for code, spoils in MUTANTS.items() for spoil in spoils]

ALLOWED: list[Callable[[], Spoiled]] = [
    lambda: (PROBLEM, PLAN),
    lambda: job(4, after=frozenset({9}), group=9),
    lambda: vehicle(locked=(1, 2, 3, 5, 6)),
    lambda: booth(2, 16),
    lambda: booth(0, 0),
    lambda: (
        PROBLEM,
        replace(PLAN, routes=(replace(SEVEN, cost=0), replace(EIGHT, cost=0)), cost=0),
    ),
]
"""Plans that look spoiled but are not; the last one states no costs at all."""


@pytest.mark.parametrize("make", ALLOWED)
def test_nothing_is_found_where_nothing_is_wrong(make: Callable[[], Spoiled]) -> None:
    assert check(*make()) == []


def test_every_rule_has_its_code_and_its_mutant() -> None:
    tables = (NAME_RULES, FORM_RULES, ROUTE_RULES, PLAN_RULES)
    rules = [rule.__name__ for table in tables for rule in table]
    assert sorted([*rules, "unknown_id"]) == sorted(VIOLATIONS)
    assert MUTANTS.keys() == VIOLATIONS.keys()


@pytest.mark.parametrize(("code", "spoil"), CASES)
def test_mutant_is_caught_by_its_rule_alone(code: str, spoil: Callable[[], Spoiled]) -> None:
    found = check(*spoil())
    assert {violation.code for violation in found} == {code}
    assert all(violation.message("id") != violation.message("en") for violation in found)


def test_route_without_steps_is_misshapen_and_no_crash() -> None:
    found = check(*seven(steps=()))
    assert [violation.values for violation in found if violation.code == "shape"] == [
        {"vehicle": 7}
    ]
