"""Would a vehicle manage these jobs in this order, and if not, what is over and by how much?"""

from collections.abc import Sequence
from typing import NamedTuple

from routing.matrix import UNREACHABLE
from routing.problem import Job, Problem, Vehicle
from routing.schedule import aboard, legs
from routing.timing import latest_start


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
    ways = legs(
        problem.matrix(vehicle), [vehicle.start, *(job.location for job in jobs), vehicle.end], jobs
    )
    closed = sum(leg.travel >= UNREACHABLE for leg in ways)
    if closed:
        return Over(unreachable=closed)
    breaks = sorted(vehicle.breaks, key=lambda rest: rest.windows)
    times = latest_start(ways, breaks, vehicle.shift)
    needed = aboard(jobs, len(vehicle.capacity))
    return Over(
        stops=0 if vehicle.max_stops is None else max(0, len(jobs) - vehicle.max_stops),
        load=max([0, *(need - room for need, room in zip(needed, vehicle.capacity, strict=True))]),
        late=times.late,
        duration=0
        if vehicle.max_duration is None
        else max(0, times.end - times.start - vehicle.max_duration),
    )
