"""A Problem becomes a document that reads back as the same problem."""

from typing import Any

from routing.matrix import UNREACHABLE, Matrix
from routing.problem import ALWAYS, Break, Job, Problem, TimeWindow, Vehicle


def write_problem(problem: Problem) -> dict[str, Any]:
    document: dict[str, Any] = {
        "jobs": [_job_document(problem, job) for job in problem.jobs],
        "vehicles": [_vehicle_document(problem, vehicle) for vehicle in problem.vehicles],
        "matrices": {name: _matrix_document(matrix) for name, matrix in problem.matrices.items()},
        "points": [[point.lon, point.lat] for point in problem.points],
        "balance": problem.balance,
    }
    return _without_defaults(document, keep=("jobs", "vehicles", "matrices"))


def _job_document(problem: Problem, job: Job) -> dict[str, Any]:
    document = {
        "id": job.id,
        "description": job.description,
        "location_index": job.location,
        "location": _lon_lat(problem, job.location),
        "setup": job.setup,
        "service": job.service,
        "delivery": list(job.delivery),
        "skills": sorted(job.skills),
        "priority": job.priority,
        "time_windows": _window_documents(job.windows),
        "prize": job.prize,
        "vehicles": None if job.vehicles is None else sorted(job.vehicles),
        "preferred_vehicles": sorted(job.preferred),
        "stray_cost": job.stray_cost,
    }
    keep = (
        "id",
        "location_index",
        *(name for name in ("prize", "vehicles") if document[name] is not None),
    )
    return _without_defaults(document, keep)


def _vehicle_document(problem: Problem, vehicle: Vehicle) -> dict[str, Any]:
    limits = {
        "start_index": vehicle.start,
        "end_index": vehicle.end,
        "max_tasks": vehicle.max_stops,
        "max_duration": vehicle.max_duration,
    }
    document = {
        "id": vehicle.id,
        "profile": vehicle.profile,
        "description": vehicle.description,
        "start": _lon_lat(problem, vehicle.start),
        "end": _lon_lat(problem, vehicle.end),
        "time_window": None if vehicle.shift == ALWAYS else _window_documents((vehicle.shift,))[0],
        "breaks": [_break_document(rest) for rest in vehicle.breaks],
        "capacity": list(vehicle.capacity),
        "skills": sorted(vehicle.skills),
    }
    given = {name: value for name, value in limits.items() if value is not None}
    return _without_defaults(document, keep=("id", "profile")) | given


def _break_document(rest: Break) -> dict[str, Any]:
    document = {
        "id": rest.id,
        "time_windows": _window_documents(rest.windows),
        "service": rest.service,
        "description": rest.description,
    }
    return _without_defaults(document, keep=("id", "time_windows"))


def _matrix_document(matrix: Matrix) -> dict[str, Any]:
    grids = {"durations": matrix.durations, "distances": matrix.distances}
    return {
        name: [[None if n == UNREACHABLE else n for n in row] for row in grid.tolist()]
        for name, grid in grids.items()
    }


def _window_documents(windows: tuple[TimeWindow, ...]) -> list[list[int]]:
    return [[window.open, window.close] for window in windows]


def _lon_lat(problem: Problem, location: int | None) -> list[float] | None:
    if location is None or not problem.points:
        return None
    point = problem.points[location]
    return [point.lon, point.lat]


def _without_defaults(document: dict[str, Any], keep: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if value or name in keep}
