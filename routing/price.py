"""A hand-made plan, timed and judged but never refused (VROOM calls it plan mode)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from routing.check import check
from routing.cost import plan_cost
from routing.fault import ProblemFault
from routing.plan import Plan, Unassigned
from routing.problem import Problem
from routing.times.booked import booked
from routing.times.schedule import scheduled


def price(problem: Problem, orders: Mapping[int, Sequence[int]]) -> Plan:
    """The plan of these visits' ids by vehicle id, with what it violates.

    Raises:
        ProblemFault: `unknown_id`, when a vehicle or a visit is not in the problem.
    """
    plan = built(problem, orders, not_planned(problem, orders))
    return replace(plan, violations=tuple(check(problem, plan)))


def built(
    problem: Problem, orders: Mapping[int, Sequence[int]], unassigned: Iterable[Unassigned]
) -> Plan:
    """Routes with times and cost, places in booths given out; vehicles without visits get none."""
    for number, ids in orders.items():
        _known("vehicle", number, problem.vehicle)
        for visit in ids:
            _known("job", visit, problem.job)
    moments = booked(problem, orders)
    routes = [
        scheduled(problem, problem.vehicle[number], moments.own(problem, ids))
        for number, ids in orders.items()
        if ids
    ]
    return Plan(tuple(routes), tuple(unassigned), plan_cost(problem, routes))


def not_planned(problem: Problem, orders: Mapping[int, Sequence[int]]) -> list[Unassigned]:
    planned = {visit for ids in orders.values() for visit in ids}
    return [Unassigned(job.id, "not_planned") for job in problem.visits if job.id not in planned]


def _known(kind: str, number: int, ids: Mapping[int, object]) -> None:
    if number not in ids:
        raise ProblemFault("unknown_id", kind=kind, id=number)
