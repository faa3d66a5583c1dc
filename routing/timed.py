"""The times of a route: home as early as possible, then away as late as that allows.

A limit on a ride, or on the whole route, asks for waiting before a pickup, or before the start. It
is met by the least delays there are: begin with none, delay what is too early by as much as it is,
and look again. Delays only grow, so that the first times that keep every limit are the earliest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from routing.problem import Break, TimeWindow
from routing.timing import Leg, Times, earliest


class Ride(NamedTuple):
    """Somebody aboard between two visits of a route, given by their numbers, and for how long."""

    pickup: int
    delivery: int
    longest: int


class Limits(NamedTuple):
    """What a route must keep besides the windows of its visits."""

    breaks: Sequence[Break]
    shift: TimeWindow
    rides: Sequence[Ride] = ()
    longest: int | None = None


def timed(legs: Sequence[Leg], limits: Limits) -> Times:
    """The times of this route; where limits cannot be kept, those that are least late.

    Args:
        legs: at least one; the last leads to the end of the route.
        limits: the shift's opening is when the route may start.
    """
    times = _latest(legs, limits, limits.shift.open)
    longest = limits.longest
    if longest is None or times.late or times.end - times.start <= longest:
        return times
    tried = times
    for _ in range(_leaps(legs, limits.breaks)):
        # Only a window that is missed for a later one, or a break taken elsewhere, saves time.
        tried = _latest(legs, limits, tried.end - longest)
        if tried.late:
            break
        if tried.end - tried.start <= longest:
            return tried
    return times


def on_time(legs: Sequence[Leg], limits: Limits) -> Times:
    """The same when only rides and lateness matter: nobody is less late than who leaves at once."""
    return _kept(legs, limits, limits.shift.open)


def soonest(legs: Sequence[Leg], limits: Limits) -> Times:
    """When only what is broken matters: leaving at once, unless the route is then too long."""
    times = on_time(legs, limits)
    longest = limits.longest
    if longest is None or times.late or times.end - times.start <= longest:
        return times
    return timed(legs, limits)


def overstayed(times: Times, rides: Iterable[Ride]) -> int:
    """The seconds that people ride too long, together."""
    return sum(max(0, _beyond(times, ride)) for ride in rides)


def _latest(legs: Sequence[Leg], limits: Limits, opening: int) -> Times:
    """The earliest end, then the latest start that still reaches it: nobody waits for nothing."""
    best = _kept(legs, limits, opening)
    worst = best.late, best.end, overstayed(best, limits.rides)
    work = sum(leg.travel + leg.setup + leg.service for leg in legs)
    low, high = opening, max(opening, min(limits.shift.close, best.end - work))
    while low < high:
        middle = (low + high + 1) // 2
        tried = _kept(legs, limits, middle)
        if (tried.late, tried.end, overstayed(tried, limits.rides)) <= worst:
            best, low = tried, middle
        else:
            high = middle - 1
    return best


def _kept(legs: Sequence[Leg], limits: Limits, start: int) -> Times:
    """The earliest times with no ride too long, or without regard to rides if there are none."""
    closing = limits.shift.close
    first = earliest(legs, limits.breaks, start, closing)
    times, delayed = first, list(legs)
    for _ in range((len(limits.rides) + 1) * (1 + _leaps(legs, limits.breaks))):
        hurried = [ride for ride in limits.rides if _beyond(times, ride) > 0]
        if not hurried:
            return times
        for ride in hurried:
            pickup = delayed[ride.pickup]
            ready = times.visits[ride.delivery].begin - ride.longest - pickup.service
            delayed[ride.pickup] = replace(pickup, ready=max(pickup.ready, ready))
        times = earliest(delayed, limits.breaks, start, closing)
        if times.late > first.late:
            break
    return first


def _beyond(times: Times, ride: Ride) -> int:
    aboard = times.visits[ride.delivery].begin - times.visits[ride.pickup].departure
    return aboard - ride.longest


def _leaps(legs: Sequence[Leg], breaks: Sequence[Break]) -> int:
    """How often a delay can change more than the clock: at each window and break passed over."""
    windows = sum(max(0, len(leg.windows) - 1) for leg in legs)
    return windows + sum(len(rest.windows) for rest in breaks)
