"""The times of a route: home as early as possible, then away as late as that allows.

A limit on a ride, or on the whole route, asks for waiting before a pickup, or before the start. It
is met by the least delays there are: begin with none, delay what is too early by as much as it is,
and look again. Delays only grow, so that the first times that keep every limit are the earliest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from routing.problem import FOREVER, Break, TimeWindow
from routing.times.timing import Leg, Times, earliest


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
    """When only what is broken matters: leaving at once, unless the route is then too long.

    Then as early as its length allows, where that brings it home at the same time.
    """
    times = on_time(legs, limits)
    longest = limits.longest
    if longest is None or times.late or times.end - times.start <= longest:
        return times
    shorter = _kept(legs, limits, times.end - longest)
    if shorter.end == times.end and not shorter.late and not overstayed(shorter, limits.rides):
        return shorter
    return timed(legs, limits)


def overstayed(times: Times, rides: Iterable[Ride]) -> int:
    """The seconds that people ride too long, together."""
    return sum(max(0, _beyond(times, ride)) for ride in rides)


def _latest(legs: Sequence[Leg], limits: Limits, opening: int) -> Times:
    """The earliest end, then the latest start that still reaches it: nobody waits for nothing.

    Of two starts after which as many breaks are still to come, the later one never ends earlier.
    """
    best = _kept(legs, limits, opening)
    worst = _badness(best, limits)
    work = sum(leg.travel + leg.setup + leg.service for leg in legs)
    high = max(opening, min(limits.shift.close, best.end - work))
    for low in sorted(_rested(limits.breaks), reverse=True):
        if opening < low <= high:
            tried = _kept(legs, limits, low)
            if _badness(tried, limits) <= worst:
                return _last(legs, limits, (tried, low), high)
            high = low - 1
    return _last(legs, limits, (best, opening), high)


def _rested(breaks: Sequence[Break]) -> set[int]:
    """The starts from which on one more break may have been taken at home."""
    return set(accumulate((rest.windows[0].open + rest.service for rest in breaks), max))


def _last(legs: Sequence[Leg], limits: Limits, found: tuple[Times, int], high: int) -> Times:
    """The latest start up to `high` that is no worse than the one found."""
    best, low = found
    worst = _badness(best, limits)
    guess = start = min(high, low + _slack(legs, limits.breaks, best))
    while low < high:
        tried = _kept(legs, limits, start)
        if _badness(tried, limits) <= worst:
            best, low = tried, start
        else:
            high = start - 1
        # The guess is nearly always right: then one more look ends the search.
        start = min(low + 1, high) if start == guess else (low + high + 1) // 2
    return best


def _badness(times: Times, limits: Limits) -> tuple[int, int, int]:
    return times.late, times.end, overstayed(times, limits.rides)


def _slack(legs: Sequence[Leg], breaks: Sequence[Break], times: Times) -> int:
    """By how much the start may be later for the same end, if breaks stay where they are.

    What is waited along the way absorbs a delay; what is left of it must not pass a closing.
    (Savelsbergh 1992, The vehicle routing problem with time windows: minimizing route duration.)
    """
    waited, slack, taken = 0, FOREVER, times.skipped
    for leg, visit in zip(legs, times.visits, strict=True):
        for rest, what in zip(visit.rests, breaks[taken:], strict=False):
            waited += rest.begin - rest.arrival
            slack = min(slack, waited + _until_closing(what.windows, rest.begin))
        taken += len(visit.rests)
        waited += visit.begin - visit.arrival - leg.setup
        slack = min(slack, waited + _until_closing(leg.windows, visit.begin))
    return max(0, min(slack, waited))


def _until_closing(windows: Sequence[TimeWindow], begin: int) -> int:
    return next((w.close - begin for w in windows if w.open <= begin <= w.close), FOREVER)


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
