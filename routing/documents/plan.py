"""Plans as documents: what `routing.documents` says of them, written and read."""

from collections.abc import Mapping
from typing import Any

from routing.documents.fields import Fields
from routing.fault import InvalidProblem, ProblemFault
from routing.plan import Plan, Route, Step, StepKind, Unassigned, Violation
from routing.problem import Problem
from routing.words import REASONS, VIOLATIONS, Value


def write_plan(problem: Problem, plan: Plan) -> dict[str, Any]:
    return {
        "code": 0,
        "summary": _summary(plan),
        "unassigned": [_unassigned_document(problem, left) for left in plan.unassigned],
        "routes": [_route_document(problem, route) for route in plan.routes],
    }


def read_plan(document: object) -> Plan:
    """The plan in this document, as it claims to be: only `check` says whether it is true.

    Raises:
        InvalidProblem: when it cannot be read.
    """
    try:
        fields = Fields("", document)
        summary = Fields("summary", fields.value.get("summary", {}))
        return Plan(
            tuple(_route(where, value) for where, value in fields.items("routes")),
            tuple(_unassigned(where, value) for where, value in fields.items("unassigned")),
            summary.number("cost"),
            tuple(_violation(where, value) for where, value in summary.items("violations")),
        )
    except ProblemFault as fault:
        raise InvalidProblem([fault]) from fault


def violation_document(violation: Violation) -> dict[str, Any]:
    return {
        "cause": violation.code,
        "values": dict(violation.values),
        "id": violation.message("id"),
        "en": violation.message("en"),
    }


def _summary(plan: Plan) -> dict[str, Any]:
    steps = [step for route in plan.routes for step in route.steps]
    return {
        "cost": plan.cost,
        "routes": len(plan.routes),
        "unassigned": len(plan.unassigned),
        "setup": sum(step.setup for step in steps),
        "service": sum(step.service for step in steps),
        "duration": plan.travel,
        "waiting_time": sum(step.waiting for step in steps),
        "distance": plan.distance,
        "violations": [violation_document(violation) for violation in plan.violations],
    }


def _unassigned_document(problem: Problem, left: Unassigned) -> dict[str, Any]:
    words = {"id": left.message("id"), "en": left.message("en")} if left.reason in REASONS else {}
    return {
        "id": left.job,
        "type": "job",
        **_place(problem, problem.job[left.job].location),
        "reason": {"code": left.reason, "values": dict(left.values), **words},
    }


def _route_document(problem: Problem, route: Route) -> dict[str, Any]:
    return {
        "vehicle": route.vehicle,
        "description": problem.vehicle[route.vehicle].description,
        "cost": route.cost,
        "setup": sum(step.setup for step in route.steps),
        "service": sum(step.service for step in route.steps),
        "duration": route.travel,
        "waiting_time": sum(step.waiting for step in route.steps),
        "distance": route.distance,
        "steps": [_step_document(problem, step) for step in route.steps],
    }


def _step_document(problem: Problem, step: Step) -> dict[str, Any]:
    return {
        "type": step.kind.value,
        **({} if step.id is None else {"id": step.id}),
        **({} if step.location is None else _place(problem, step.location)),
        "arrival": step.arrival,
        "duration": step.travel,
        "setup": step.setup,
        "service": step.service,
        "waiting_time": step.waiting,
        "distance": step.distance,
        "load": list(step.load),
    }


def _place(problem: Problem, location: int) -> dict[str, Any]:
    if not problem.points:
        return {"location_index": location}
    point = problem.points[location]
    return {"location_index": location, "location": [point.lon, point.lat]}


def _route(where: str, value: object) -> Route:
    fields = Fields(where, value)
    fields.need("vehicle")
    steps = tuple(_step(at, step) for at, step in fields.items("steps"))
    return Route(fields.number("vehicle"), steps, fields.number("cost"))


def _step(where: str, value: object) -> Step:
    fields = Fields(where, value)
    kind = fields.text("type")
    if kind not in list(StepKind):
        raise ProblemFault("wrong_shape", where=f"{where}.type", want=" | ".join(StepKind))
    return Step(
        kind=StepKind(kind),
        id=fields.number_or_none("id"),
        location=fields.number_or_none("location_index"),
        arrival=fields.number("arrival"),
        setup=fields.number("setup"),
        waiting=fields.number("waiting_time"),
        service=fields.number("service"),
        travel=fields.number("duration"),
        distance=fields.number("distance"),
        load=fields.numbers("load"),
    )


def _unassigned(where: str, value: object) -> Unassigned:
    fields = Fields(where, value)
    fields.need("id")
    reason = Fields(f"{where}.reason", fields.value.get("reason", {}))
    return Unassigned(fields.number("id"), reason.text("code"), _values(reason))


def _violation(where: str, value: object) -> Violation:
    fields = Fields(where, value)
    cause = fields.text("cause")
    if cause not in VIOLATIONS:
        raise ProblemFault("wrong_shape", where=f"{where}.cause", want=" | ".join(VIOLATIONS))
    return Violation(cause, _values(fields))


def _values(fields: Fields) -> Mapping[str, Value]:
    given = Fields(f"{fields.where}.values", fields.value.get("values", {}))
    return {
        name: value if isinstance(value, int) else str(value) for name, value in given.value.items()
    }
