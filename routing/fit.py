"""Would a vehicle manage these jobs in this order, and if not, what is over and by how much?"""

from collections.abc import Sequence
from typing import NamedTuple

from routing.matrix import UNREACHABLE
from routing.problem import Job, Problem, Vehicle
from routing.schedule import aboard, legs
from routing.timing import Leg, earliest, latest_start


class Over(NamedTuple):
    """By how much each limit is broken; all zero is a route that can be driven."""

    unreachable: int = 0
    stops: int = 0
    load: int = 0
    late: int = 0
    duration: int = 0

    @property
    def fits(self) -> bool:
        return not any(self)


def over(problem: Problem, vehicle: Vehicle, jobs: Sequence[Job]) -> Over:
    """What these jobs in this order ask beyond this vehicle's limits (may serve: not asked)."""
    places = [vehicle.start, *(job.location for job in jobs), vehicle.end]
    ways = legs(problem.matrix(vehicle), places, jobs)
    closed = sum(leg.travel >= UNREACHABLE for leg in ways)
    if closed:
        return Over(unreachable=closed)
    late, duration = _time(vehicle, ways)
    return Over(
        stops=_stops(vehicle, jobs), load=_load(vehicle, jobs), late=late, duration=duration
    )


def _stops(vehicle: Vehicle, jobs: Sequence[Job]) -> int:
    return 0 if vehicle.max_stops is None else max(0, len(jobs) - vehicle.max_stops)


def _load(vehicle: Vehicle, jobs: Sequence[Job]) -> int:
    needed = aboard(jobs, len(vehicle.capacity))
    return max([0, *(need - room for need, room in zip(needed, vehicle.capacity, strict=True))])


def _time(vehicle: Vehicle, ways: Sequence[Leg]) -> tuple[int, int]:
    """Seconds late and seconds too long; nobody is less late than who leaves at once."""
    if vehicle.max_duration is None:
        return earliest(ways, vehicle.rests, vehicle.shift.open, vehicle.shift.close).late, 0
    times = latest_start(ways, vehicle.rests, vehicle.shift)
    return times.late, max(0, times.end - times.start - vehicle.max_duration)
