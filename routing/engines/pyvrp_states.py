"""Which problems PyVRP can state exactly: for those its plans need no second engine."""

import numpy as np

from routing.problem import Job, Problem, Vehicle


def states(problem: Problem) -> bool:
    """Is every constraint and every price of this problem one of PyVRP's own?"""
    plain = not (problem.balance or problem.compact or problem.booths)
    rides = any(shipment.max_ride is not None for shipment in problem.shipments)
    return (
        plain
        and not rides
        and all(map(_states_visit, problem.visits))
        and all(_states_vehicle(problem, vehicle) for vehicle in problem.vehicles)
    )


def _states_visit(visit: Job) -> bool:
    return len(visit.windows) <= 1 and visit.group is None and not visit.after


def _states_vehicle(problem: Problem, vehicle: Vehicle) -> bool:
    stops = vehicle.max_stops is None or not problem.shipments
    ways = all(stated for limit, stated in driven_is_paid(problem, vehicle) if limit is not None)
    return stops and ways and not (vehicle.breaks or vehicle.locked)


def driven_is_paid(problem: Problem, vehicle: Vehicle) -> list[tuple[int | None, bool]]:
    """The limits on seconds and metres driven, each with whether they are all that is paid for."""
    matrix = problem.matrix(vehicle)
    extra = any(visit.setup or vehicle.stray_cost(visit) for visit in problem.visits)
    return [
        (limit, limit is not None and not extra and bool(np.array_equal(matrix.cost, driven)))
        for limit, driven in (
            (vehicle.max_travel, matrix.durations),
            (vehicle.max_distance, matrix.distances),
        )
    ]
