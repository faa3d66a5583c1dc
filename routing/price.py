"""A hand-made plan, timed and judged but never refused (VROOM calls it plan mode)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from routing.check import check
from routing.cost import plan_cost
from routing.fault import ProblemFault
from routing.plan import Plan, Unassigned
from routing.problem import Problem
from routing.schedule import scheduled


def price(problem: Problem, orders: Mapping[int, Sequence[int]]) -> Plan:
    """The plan of these job ids by vehicle id, with what it violates.

    Raises:
        ProblemFault: `unknown_id`, when a vehicle or a job is not in the problem.
    """
    plan = built(problem, orders, not_planned(problem, orders))
    return replace(plan, violations=tuple(check(problem, plan)))


def built(
    problem: Problem, orders: Mapping[int, Sequence[int]], unassigned: Iterable[Unassigned]
) -> Plan:
    """Routes with times and cost; vehicles without jobs get none."""
    routes = []
    for number, ids in orders.items():
        _known("vehicle", number, problem.vehicle)
        for job in ids:
            _known("job", job, problem.job)
        if ids:
            jobs = [problem.job[job] for job in ids]
            routes.append(scheduled(problem, problem.vehicle[number], jobs))
    return Plan(tuple(routes), tuple(unassigned), plan_cost(problem, routes))


def not_planned(problem: Problem, orders: Mapping[int, Sequence[int]]) -> list[Unassigned]:
    planned = {job for ids in orders.values() for job in ids}
    return [Unassigned(job.id, "not_planned") for job in problem.jobs if job.id not in planned]


def _known(kind: str, number: int, ids: Mapping[int, object]) -> None:
    if number not in ids:
        raise ProblemFault("unknown_id", kind=kind, id=number)
