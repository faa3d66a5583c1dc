"""A Problem becomes a document that reads back as the same problem."""

from typing import Any

from routing.documents.names import named, number_of
from routing.matrix import UNREACHABLE, Grid, Matrix
from routing.problem import ALWAYS, Booth, Break, Job, Problem, Shipment, TimeWindow, Vehicle

Document = dict[str, Any]


def write_problem(problem: Problem) -> Document:
    document: Document = {
        "jobs": [_job(problem, job) for job in problem.jobs],
        "shipments": [_shipment(problem, shipment) for shipment in problem.shipments],
        "vehicles": [_vehicle(problem, vehicle) for vehicle in problem.vehicles],
        "booths": [_booth(booth) for booth in problem.booths],
        "matrices": {name: _matrix(matrix) for name, matrix in problem.matrices.items()},
        "points": [[point.lon, point.lat] for point in problem.points],
        "balance": problem.balance,
        "compact": problem.compact,
    }
    return _without_defaults(document, "jobs", "vehicles", "matrices")


def _job(problem: Problem, job: Job) -> Document:
    return _step(problem, job) | _of_the_whole(job)


def _shipment(problem: Problem, shipment: Shipment) -> Document:
    document = {
        "pickup": _step(problem, shipment.pickup),
        "delivery": _step(problem, shipment.delivery),
        "amount": list(shipment.amount),
    }
    limit = _given({"max_ride_time": shipment.max_ride})
    return _without_defaults(document) | _of_the_whole(shipment.pickup) | limit


def _step(problem: Problem, visit: Job) -> Document:
    """A job without what may be said of a whole shipment."""
    document = {
        "id": number_of(visit),
        "description": visit.description,
        "location_index": visit.location,
        "location": _lon_lat(problem, visit.location),
        "setup": visit.setup,
        "service": visit.service,
        "delivery": list(visit.delivery),
        "pickup": list(visit.pickup),
        "time_windows": _windows(visit.windows),
        "after": [named(problem.job[number]) for number in sorted(visit.after)],
    }
    return _without_defaults(document, "id", "location_index") | _given({"booth": visit.booth})


def _of_the_whole(visit: Job) -> Document:
    document = {
        "skills": sorted(visit.skills),
        "priority": visit.priority,
        "preferred_vehicles": sorted(visit.preferred),
        "stray_cost": visit.stray_cost,
    }
    limits = {
        "prize": visit.prize,
        "vehicles": None if visit.vehicles is None else sorted(visit.vehicles),
        "group": visit.group,
    }
    return _without_defaults(document) | _given(limits)


def _vehicle(problem: Problem, vehicle: Vehicle) -> Document:
    document = {
        "id": vehicle.id,
        "profile": vehicle.profile,
        "description": vehicle.description,
        "start": _lon_lat(problem, vehicle.start),
        "end": _lon_lat(problem, vehicle.end),
        "capacity": list(vehicle.capacity),
        "costs": {"fixed": vehicle.fixed_cost} if vehicle.fixed_cost else {},
        "skills": sorted(vehicle.skills),
        "time_window": [] if vehicle.shift == ALWAYS else _windows((vehicle.shift,))[0],
        "breaks": [_break(rest) for rest in vehicle.breaks],
        "locked": [named(problem.job[number]) for number in vehicle.locked],
    }
    limits = {
        "start_index": vehicle.start,
        "end_index": vehicle.end,
        "max_tasks": vehicle.max_stops,
        "max_travel_time": vehicle.max_travel,
        "max_distance": vehicle.max_distance,
        "max_duration": vehicle.max_duration,
    }
    return _without_defaults(document, "id", "profile") | _given(limits)


def _break(rest: Break) -> Document:
    document = {
        "id": rest.id,
        "time_windows": _windows(rest.windows),
        "service": rest.service,
        "description": rest.description,
    }
    return _without_defaults(document, "id", "time_windows")


def _booth(booth: Booth) -> Document:
    return {"id": booth.id, "capacity": booth.capacity, "duration": booth.duration}


def _matrix(matrix: Matrix) -> Document:
    document = {"durations": _rows(matrix.durations), "distances": _rows(matrix.distances)}
    return document if matrix.costs is None else document | {"costs": _rows(matrix.costs)}


def _rows(grid: Grid) -> list[list[int | None]]:
    return [[None if n == UNREACHABLE else n for n in row] for row in grid.tolist()]


def _windows(windows: tuple[TimeWindow, ...]) -> list[list[int]]:
    return [[window.open, window.close] for window in windows]


def _lon_lat(problem: Problem, location: int | None) -> list[float] | None:
    if location is None or not problem.points:
        return None
    point = problem.points[location]
    return [point.lon, point.lat]


def _without_defaults(document: Document, *keep: str) -> Document:
    return {name: value for name, value in document.items() if value or name in keep}


def _given(document: Document) -> Document:
    """What is said at all: 0 and an empty list are not the same as nothing."""
    return {name: value for name, value in document.items() if value is not None}
