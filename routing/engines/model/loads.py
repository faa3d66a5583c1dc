"""What is aboard: deliveries from the start, pickups to the end, shipments in between."""

from collections.abc import Sequence
from functools import partial

from ortools.constraint_solver import pywrapcp

from routing.engines.model.frame import PLENTY, Frame
from routing.problem import Job, Kind, Problem


def add(frame: Frame) -> None:
    """A dimension for each axis that somebody's capacity limits.

    Its cumul at a visit is the load on arrival there. A route leaves with all that it delivers:
    where something is picked up as well, a second dimension counts how much that is. Where there
    are deliveries only, they are simply counted from the start.
    """
    capacities = [vehicle.capacity for vehicle in frame.problem.vehicles]
    for axis in range(max(map(len, capacities), default=0)):
        room = [each[axis] if axis < len(each) else PLENTY for each in capacities]
        delivered = frame.grid.spread(partial(_delivered, axis))
        picked_up = frame.grid.spread(partial(_picked_up, axis))
        carried = frame.grid.spread(partial(_carried, frame.problem, axis))
        if not any(picked_up) and not any(carried):
            _dimension(frame, f"load {axis}", delivered, room, empty=True)
            continue
        change = [c + p - d for c, p, d in zip(carried, picked_up, delivered, strict=True)]
        load = _dimension(frame, f"load {axis}", change, room, empty=not any(delivered))
        if any(delivered) and any(picked_up):
            count = _dimension(frame, f"delivered {axis}", delivered, room, empty=True)
            _balanced(frame, load, count)


def _dimension(
    frame: Frame, name: str, change: list[int], room: list[int], *, empty: bool
) -> pywrapcp.RoutingDimension:
    callback = frame.routing.RegisterUnaryTransitVector(change)
    frame.routing.AddDimensionWithVehicleCapacity(callback, 0, room, empty, name)
    return frame.routing.GetDimensionOrDie(name)


def _balanced(
    frame: Frame, load: pywrapcp.RoutingDimension, delivered: pywrapcp.RoutingDimension
) -> None:
    """Every route leaves with exactly what it has delivered in the end."""
    for number in range(len(frame.problem.vehicles)):
        first = load.CumulVar(frame.routing.Start(number))
        frame.solver.Add(first == delivered.CumulVar(frame.routing.End(number)))


def _delivered(axis: int, visit: Job) -> int:
    return _at(visit.delivery, axis)


def _picked_up(axis: int, visit: Job) -> int:
    return _at(visit.pickup, axis)


def _carried(problem: Problem, axis: int, visit: Job) -> int:
    if visit.kind is Kind.JOB:
        return 0
    amount = _at(problem.shipment[visit.id].amount, axis)
    return amount if visit.kind is Kind.PICKUP else -amount


def _at(amounts: Sequence[int], axis: int) -> int:
    return amounts[axis] if axis < len(amounts) else 0
