"""What is aboard along a route, by the problem: never what the steps note."""

from collections.abc import Iterable, Iterator

from routing.problem import Job, Kind, Problem
from routing.rules.view import View


def loads(view: View, axis: int) -> list[int]:
    """The load in one dimension when leaving each visit, and before them at the start.

    Someone set down who was never picked up is not counted: `precedence` tells of that.
    """
    jobs = [job for _, job in view.stops]
    left = sum(_at(job.delivery, axis) for job in jobs)
    return [left, *_after(view.problem, jobs, axis, left)]


def paired(view: View) -> bool:
    """Is whoever is picked up on this route set down later on it, and nobody else?"""
    waiting: set[int] = set()
    for _, job in view.stops:
        if job.kind is Kind.PICKUP:
            waiting.add(job.id)
        elif job.kind is Kind.DELIVERY:
            pickup = view.problem.shipment[job.id].pickup.id
            if pickup not in waiting:
                return False
            waiting.remove(pickup)
    return not waiting


def _after(problem: Problem, jobs: Iterable[Job], axis: int, left: int) -> Iterator[int]:
    riding: set[int] = set()
    for job in jobs:
        left += _at(job.pickup, axis) - _at(job.delivery, axis)
        if job.kind is not Kind.JOB:
            shipment = problem.shipment[job.id]
            amount = _at(shipment.amount, axis)
            if job.kind is Kind.PICKUP:
                riding.add(job.id)
                left += amount
            elif shipment.pickup.id in riding:
                riding.remove(shipment.pickup.id)
                left -= amount
        yield left


def _at(amounts: tuple[int, ...], axis: int) -> int:
    return amounts[axis] if axis < len(amounts) else 0
