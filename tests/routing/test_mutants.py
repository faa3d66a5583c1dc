"""A plan tampered with in one way must be caught by the rule for it, under its code."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from routing import Break, Job, Plan, Problem, TimeWindow, Vehicle, check
from routing.matrix import UNREACHABLE, Matrix
from routing.plan import Step, StepKind, Unassigned
from routing.price import price
from routing.words import VIOLATIONS

FAR = UNREACHABLE
MATRIX = Matrix.of(
    [[0, 100, 200, 300], [100, 0, 100, FAR], [200, 100, 0, 100], [300, FAR, 100, 0]],
    [[0, 10, 20, 30], [10, 0, 10, FAR], [20, 10, 0, 10], [30, FAR, 10, 0]],
)
PROBLEM = Problem(
    (
        Job(id=1, location=1, service=50, setup=5, delivery=(1,), skills=frozenset({4})),
        Job(id=2, location=2, service=50, windows=(TimeWindow(200, 600),), delivery=(2,)),
        Job(id=3, location=3, service=50, delivery=(3,), vehicles=frozenset({7})),
    ),
    (
        Vehicle(
            id=7,
            start=0,
            end=0,
            shift=TimeWindow(0, 2000),
            breaks=(Break(id=1, windows=(TimeWindow(300, 400),), service=60),),
            capacity=(6,),
            skills=frozenset({4}),
            max_stops=3,
            max_duration=1500,
        ),
        Vehicle(id=8, start=0, end=0, capacity=(6,)),
    ),
    {"motor": MATRIX},
)
PLAN = price(PROBLEM, {7: [1, 2, 3]})

Mutation = tuple[Problem, Plan]


def with_route(plan: Plan = PLAN, **changes: Any) -> Plan:
    return replace(plan, routes=(replace(plan.routes[0], **changes), *plan.routes[1:]))


def with_step(number: int, **changes: Any) -> Plan:
    steps = list(PLAN.routes[0].steps)
    steps[number] = replace(steps[number], **changes)
    return with_route(steps=tuple(steps))


def with_job(number: int, **changes: Any) -> Problem:
    jobs = [replace(job, **changes) if job.id == number else job for job in PROBLEM.jobs]
    return replace(PROBLEM, jobs=tuple(jobs))


def with_vehicle(**changes: Any) -> Problem:
    first, second = PROBLEM.vehicles
    return replace(PROBLEM, vehicles=(replace(first, **changes), second))


def without(kind: StepKind) -> tuple[Step, ...]:
    return tuple(step for step in PLAN.routes[0].steps if step.kind is not kind)


def number_of(kind: StepKind, job: int | None = None) -> int:
    steps = PLAN.routes[0].steps
    return next(n for n, s in enumerate(steps) if s.kind is kind and job in (None, s.id))


REST = number_of(StepKind.BREAK)
SECOND = number_of(StepKind.JOB, 2)

MUTANTS: dict[str, Callable[[], Mutation]] = {
    "unknown_id": lambda: (PROBLEM, with_step(SECOND, id=99)),
    "duplicate_route": lambda: (PROBLEM, replace(PLAN, routes=PLAN.routes * 2)),
    "duplicate_job": lambda: (PROBLEM, replace(PLAN, unassigned=(Unassigned(1, "shift_full"),))),
    "missing_job": lambda: (PROBLEM, replace(PLAN, routes=())),
    "missing_reason": lambda: (PROBLEM, Plan((), tuple(Unassigned(n) for n in (1, 2, 3)))),
    "shape": lambda: (PROBLEM, with_route(steps=PLAN.routes[0].steps[1:])),
    "place": lambda: (PROBLEM, with_step(SECOND, location=3)),
    "timing": lambda: (
        PROBLEM,
        with_step(SECOND, arrival=PLAN.routes[0].steps[SECOND].arrival - 1),
    ),
    "distance": lambda: (PROBLEM, with_step(SECOND, distance=1)),
    "service": lambda: (PROBLEM, with_step(SECOND, service=49)),
    "carried": lambda: (PROBLEM, with_step(SECOND, load=(5,))),
    "unreachable": lambda: (PROBLEM, price(PROBLEM, {7: [2, 1, 3]})),
    "lead_time": lambda: (with_job(2, windows=(TimeWindow(900, 950),)), PLAN),
    "delay": lambda: (with_job(2, windows=(TimeWindow(0, 10),)), PLAN),
    "shift": lambda: (with_vehicle(shift=TimeWindow(0, 800)), PLAN),
    "max_duration": lambda: (with_vehicle(max_duration=PLAN.routes[0].duration - 1), PLAN),
    "break_time": lambda: (PROBLEM, with_step(REST, service=59)),
    "missing_break": lambda: (PROBLEM, with_route(steps=without(StepKind.BREAK))),
    "load": lambda: (with_vehicle(capacity=(5,)), PLAN),
    "skills": lambda: (with_vehicle(skills=frozenset()), PLAN),
    "allowed_vehicle": lambda: (with_job(3, vehicles=frozenset({8})), PLAN),
    "max_tasks": lambda: (with_vehicle(max_stops=2), PLAN),
}


def test_plan_before_tampering_is_clean() -> None:
    assert check(PROBLEM, PLAN) == []


def test_every_code_has_a_mutant() -> None:
    assert MUTANTS.keys() == VIOLATIONS.keys()


@pytest.mark.parametrize("code", MUTANTS)
def test_mutant_is_caught(code: str) -> None:
    found = check(*MUTANTS[code]())
    assert code in {violation.code for violation in found}
    assert all(violation.message("id") and violation.message("en") for violation in found)


@pytest.mark.parametrize(
    "code", ["skills", "allowed_vehicle", "max_tasks", "load", "delay", "lead_time", "carried"]
)
def test_only_that_rule_is_broken(code: str) -> None:
    assert {violation.code for violation in check(*MUTANTS[code]())} == {code}
