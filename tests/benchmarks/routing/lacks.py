"""What a solver has no words for: constraints and prices by name, each with whether it is used."""

from collections.abc import Callable
from typing import Any

from routing.problem import Problem

Used = Callable[[Problem], Any]


def several_windows(problem: Problem) -> bool:
    return any(len(visit.windows) > 1 for visit in problem.visits)


def ride_limits(problem: Problem) -> bool:
    return any(each.max_ride is not None for each in problem.shipments)


def groups(problem: Problem) -> bool:
    return any(visit.group is not None for visit in problem.visits)


def precedence(problem: Problem) -> bool:
    return any(visit.after for visit in problem.visits)


def prizes(problem: Problem) -> bool:
    return any(not visit.required for visit in problem.visits)


def strays(problem: Problem) -> bool:
    return any(visit.stray_cost for visit in problem.visits)


def breaks(problem: Problem) -> bool:
    return any(vehicle.breaks for vehicle in problem.vehicles)


def locked(problem: Problem) -> bool:
    return any(vehicle.locked for vehicle in problem.vehicles)


def longest_route(problem: Problem) -> bool:
    return any(vehicle.max_duration is not None for vehicle in problem.vehicles)


def setup(problem: Problem) -> bool:
    return any(visit.setup for visit in problem.visits)


def most_stops_of_shipments(problem: Problem) -> bool:
    counted = any(vehicle.max_stops is not None for vehicle in problem.vehicles)
    return counted and bool(problem.shipments)


BOTH_LACK: dict[str, Used] = {
    "ride limits": ride_limits,
    "groups": groups,
    "precedence": precedence,
    "booths": lambda problem: problem.booths,
    "balance": lambda problem: problem.balance,
    "compact routes": lambda problem: problem.compact,
}
PYVRP_LACKS = BOTH_LACK | {
    "several windows": several_windows,
    "breaks": breaks,
    "locked beginnings": locked,
    "stops of shipments counted": most_stops_of_shipments,
}
VROOM_LACKS = BOTH_LACK | {
    "prizes": prizes,
    "preferred vehicles": strays,
    "longest route": longest_route,
    "setup as a cost": setup,
    "locked beginnings": locked,
}
