"""When service begins: shifts, windows, breaks, long days and long rides."""

from collections.abc import Sequence
from itertools import pairwise

from ortools.constraint_solver import pywrapcp

from routing.engines.model.frame import TIME, Frame
from routing.problem import TimeWindow, Vehicle


def add(frame: Frame) -> None:
    vehicles, horizon = frame.problem.vehicles, frame.grid.horizon
    transits = [frame.matrix(frame.grid.time(vehicle)) for vehicle in vehicles]
    frame.routing.AddDimensionWithVehicleTransits(transits, horizon, horizon, False, TIME)
    time = frame.routing.GetDimensionOrDie(TIME)
    for visit in frame.visits:
        _open(frame, frame.begin(visit.id), visit.windows)
    for number, vehicle in enumerate(vehicles):
        for index in (frame.routing.Start(number), frame.routing.End(number)):
            _open(frame, time.CumulVar(index), (vehicle.shift,))
        if vehicle.max_duration is not None:
            time.SetSpanUpperBoundForVehicle(min(vehicle.max_duration, horizon), number)
    _breaks(frame, time)
    _rides(frame)


def _open(frame: Frame, cumul: pywrapcp.IntVar, windows: Sequence[TimeWindow]) -> None:
    """Keep this time inside the windows; only one that nobody can keep has none in the horizon."""
    inside = frame.grid.inside(windows)
    if not inside:
        return
    cumul.SetRange(inside[0][0], inside[-1][1])
    for before, after in pairwise(inside):
        cumul.RemoveInterval(before[1] + 1, after[0] - 1)


def _breaks(frame: Frame, time: pywrapcp.RoutingDimension) -> None:
    visits = [0] * frame.routing.Size()
    for visit in frame.visits:
        visits[frame.index[visit.id]] = visit.service
    for number, vehicle in enumerate(frame.problem.vehicles):
        rests = _rests(frame, vehicle)
        if rests:
            time.SetBreakIntervalsOfVehicle(rests, number, visits)


def _rests(frame: Frame, vehicle: Vehicle) -> list[pywrapcp.IntervalVar]:
    rests = []
    for rest in vehicle.breaks:
        inside = frame.grid.inside(rest.windows)
        if not inside:
            continue
        interval = frame.solver.FixedDurationIntervalVar(
            inside[0][0], inside[-1][1], rest.service, False, f"break {rest.id}"
        )
        _open(frame, interval.StartExpr().Var(), rest.windows)
        rests.append(interval)
    return rests


def _rides(frame: Frame) -> None:
    """Nobody rides too long.

    It is asked of a shipment that is left out, too: alone on a vehicle it can be kept, so that
    times for it always exist.
    """
    for shipment in frame.problem.shipments:
        pickup, delivery = shipment.pickup, shipment.delivery
        if pickup.id not in frame.index:
            continue
        leaving = frame.begin(pickup.id) + pickup.service
        frame.solver.Add(leaving <= frame.begin(delivery.id))
        if shipment.max_ride is not None:
            frame.solver.Add(frame.begin(delivery.id) <= leaving + shipment.max_ride)
