"""Would a vehicle manage these visits in this order, and if not, what is over, by how much?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from routing.matrix import UNREACHABLE
from routing.problem import Job, Problem, Vehicle
from routing.times.loads import loads
from routing.times.schedule import legs, limits, metres, places_of
from routing.times.timed import overstayed, soonest
from routing.times.timing import Leg


class Over(NamedTuple):
    """By how much each limit is broken; all zero is a route that can be driven."""

    unreachable: int = 0
    stops: int = 0
    load: int = 0
    travel: int = 0
    distance: int = 0
    late: int = 0
    ride: int = 0
    duration: int = 0

    @property
    def fits(self) -> bool:
        return not any(self)


def over(problem: Problem, vehicle: Vehicle, visits: Sequence[Job]) -> Over:
    """What these visits in this order ask beyond this vehicle's limits.

    Whether it may serve them, and whether both ends of a shipment are there, is not asked; nor are
    the clock and the road where there is no room.
    """
    ways = legs(problem, vehicle, visits)
    closed = sum(leg.travel >= UNREACHABLE for leg in ways)
    if problem.matrix(vehicle).metres_missing:
        closed = max(closed, sum(way >= UNREACHABLE for way in _ways(problem, vehicle, visits)))
    if closed:
        return Over(unreachable=closed)
    stops = _beyond(len(visits), vehicle.max_stops)
    load = _load(problem, vehicle, visits)
    if stops or load:
        return Over(stops=stops, load=load)
    late, ride, duration = _times(problem, vehicle, visits, ways)
    return Over(
        travel=_beyond(sum(leg.travel for leg in ways), vehicle.max_travel),
        distance=_distance(problem, vehicle, visits),
        late=late,
        ride=ride,
        duration=duration,
    )


def _beyond(value: int, limit: int | None) -> int:
    return 0 if limit is None else max(0, value - limit)


def _distance(problem: Problem, vehicle: Vehicle, visits: Sequence[Job]) -> int:
    if vehicle.max_distance is None:
        return 0
    return _beyond(sum(_ways(problem, vehicle, visits)), vehicle.max_distance)


def _ways(problem: Problem, vehicle: Vehicle, visits: Sequence[Job]) -> Iterator[int]:
    """The metres of each way."""
    matrix = problem.matrix(vehicle)
    places = pairwise(places_of(vehicle, visits))
    return (metres(matrix, here, there) for here, there in places)


def _load(problem: Problem, vehicle: Vehicle, visits: Sequence[Job]) -> int:
    """The most that is too much on any step, in any dimension."""
    if not vehicle.capacity:
        return 0
    aboard = loads(problem, visits, len(vehicle.capacity))
    return max(
        max(0, load - room)
        for carried in aboard
        for load, room in zip(carried, vehicle.capacity, strict=True)
    )


def _times(
    problem: Problem, vehicle: Vehicle, visits: Sequence[Job], ways: Sequence[Leg]
) -> tuple[int, int, int]:
    """Seconds late, seconds ridden too long, and, if it is not late, seconds it lasts too long."""
    asked = limits(problem, vehicle, visits)
    times = soonest(ways, asked)
    lasts = 0 if times.late else times.end - times.start
    return times.late, overstayed(times, asked.rides), _beyond(lasts, asked.longest)
