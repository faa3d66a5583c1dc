"""How far and how often: stops, seconds and metres driven on a route."""

from collections.abc import Callable

from routing.engines.grid import Numbers
from routing.engines.model.frame import PLENTY, STOPS, Frame
from routing.problem import Vehicle


def add(frame: Frame) -> None:
    _stops(frame)
    grid = frame.grid
    _ways(frame, "travel", lambda vehicle: vehicle.max_travel, lambda v: grid.drive(v.profile))
    _ways(frame, "distance", lambda vehicle: vehicle.max_distance, lambda v: grid.metres(v.profile))


def _stops(frame: Frame) -> None:
    """Stops are counted where they are limited, and where their order matters."""
    vehicles = frame.problem.vehicles
    limited = any(vehicle.max_stops is not None for vehicle in vehicles)
    if not limited and not any(visit.after for visit in frame.visits):
        return
    most = len(frame.visits)
    room = [most if v.max_stops is None else min(most, v.max_stops) for v in vehicles]
    callback = frame.routing.RegisterUnaryTransitVector(frame.grid.spread(lambda _: 1))
    frame.routing.AddDimensionWithVehicleCapacity(callback, 0, room, True, STOPS)


def _ways(
    frame: Frame,
    name: str,
    limit: Callable[[Vehicle], int | None],
    numbers: Callable[[Vehicle], Numbers],
) -> None:
    limits = [limit(vehicle) for vehicle in frame.problem.vehicles]
    if all(each is None for each in limits):
        return
    transits = [frame.matrix(numbers(vehicle)) for vehicle in frame.problem.vehicles]
    room = [PLENTY if each is None else each for each in limits]
    frame.routing.AddDimensionWithVehicleTransitAndCapacity(transits, 0, room, True, name)
