"""Rules on who and what is named: known ids, every visit once, every omission explained."""

from collections import Counter
from collections.abc import Iterator

from routing.plan import VISITS, Plan, StepKind, Violation
from routing.problem import Problem
from routing.words import REASONS


def unknown_id(problem: Problem, plan: Plan) -> Iterator[Violation]:
    for route in plan.routes:
        if route.vehicle not in problem.vehicle:
            yield Violation("unknown_id", {"kind": "vehicle", "id": route.vehicle})
            continue
        breaks = {rest.id for rest in problem.vehicle[route.vehicle].breaks}
        known = {StepKind.BREAK: breaks, **dict.fromkeys(VISITS, problem.job.keys())}
        for step in route.steps:
            if step.kind in known and step.id not in known[step.kind]:
                yield Violation("unknown_id", {"kind": step.kind.value, "id": str(step.id)})
    for left in plan.unassigned:
        if left.job not in problem.job:
            yield Violation("unknown_id", {"kind": "job", "id": left.job})


def duplicate_route(problem: Problem, plan: Plan) -> Iterator[Violation]:
    for vehicle, times in Counter(route.vehicle for route in plan.routes).items():
        if times > 1 and vehicle in problem.vehicle:
            yield Violation("duplicate_route", {"vehicle": vehicle})


def duplicate_job(_: Problem, plan: Plan) -> Iterator[Violation]:
    for job, times in _mentions(plan).items():
        if times > 1:
            yield Violation("duplicate_job", {"job": job})


def missing_job(problem: Problem, plan: Plan) -> Iterator[Violation]:
    mentioned = _mentions(plan)
    for job in problem.visits:
        if job.id not in mentioned:
            yield Violation("missing_job", {"job": job.id})


def missing_reason(_: Problem, plan: Plan) -> Iterator[Violation]:
    for left in plan.unassigned:
        if left.reason not in REASONS:
            yield Violation("missing_reason", {"job": left.job})


def _mentions(plan: Plan) -> Counter[int]:
    mentions = Counter(job for route in plan.routes for job in route.jobs)
    mentions.update(left.job for left in plan.unassigned)
    return mentions
