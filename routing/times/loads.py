"""What is aboard along a route: deliveries from the start, pickups to the end, riders between."""

from collections.abc import Sequence

from routing.problem import Job, Kind, Problem

Load = tuple[int, ...]


def loads(problem: Problem, visits: Sequence[Job], dimensions: int) -> list[Load]:
    """The load before the first visit and when leaving each, in so many dimensions.

    Who is set down without having been picked up was never aboard.
    """
    axes = range(dimensions)
    aboard = [sum(amount_at(visit.delivery, axis) for visit in visits) for axis in axes]
    found, riding = [tuple(aboard)], set[int]()
    for visit in visits:
        carried = _carried(problem, visit, riding)
        for axis in axes:
            aboard[axis] += amount_at(visit.pickup, axis) - amount_at(visit.delivery, axis)
            aboard[axis] += carried * amount_at(_amount(problem, visit), axis)
        found.append(tuple(aboard))
    return found


def dimensions(problem: Problem, visits: Sequence[Job]) -> int:
    """How many dimensions these visits speak of."""
    given = ((visit.delivery, visit.pickup, _amount(problem, visit)) for visit in visits)
    return max((len(amounts) for three in given for amounts in three), default=0)


def amount_at(amounts: Sequence[int], axis: int) -> int:
    return amounts[axis] if axis < len(amounts) else 0


def _amount(problem: Problem, visit: Job) -> Sequence[int]:
    return () if visit.kind is Kind.JOB else problem.shipment[visit.id].amount


def _carried(problem: Problem, visit: Job, riding: set[int]) -> int:
    """How many times the amount of a shipment gets in or out here."""
    if visit.kind is Kind.PICKUP:
        riding.add(visit.id)
        return 1
    if visit.kind is Kind.DELIVERY and problem.shipment[visit.id].pickup.id in riding:
        riding.remove(problem.shipment[visit.id].pickup.id)
        return -1
    return 0
