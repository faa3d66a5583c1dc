"""Trips of a day as shipments, kit visits as jobs with a skill. Times: seconds since midnight.

The turn at the booth is given before (field.domain.jemput.turns); around it lie the hours in which
a car may bring and fetch, so that the way home may be another car's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from field.domain.jemput.needs import Spaces
from field.domain.jemput.trip import Leg
from field.domain.jemput.visit_ids import DROPOFF, PICKUP, kit_visit, trip_visit
from routing import Job, Plan, Problem, Shipment, TimeWindow, price

Place = tuple[float, float]
KIT_SKILL = 1
MAX_RIDE_S = 45 * 60  # nobody sits in a car for longer
EARLY_S = 30 * 60  # nobody is brought to the office earlier than this before the turn
LATE_S = 45 * 60  # nor waits for the car longer than this afterwards
QUIET_S = 15 * 60  # around a medicine hour nobody is made to get in or out
PRIORITY = 60  # above cards, which wait better than people
BUMPED = 90


@dataclass(frozen=True)
class Ride:
    """One way of a household."""

    trip_id: int
    leg: Leg
    home: Place  # where the car stands: the door, or the meeting point
    office: Place
    spaces: Spaces
    load_s: int  # in or out of the car at the office
    home_s: int  # at home, with the walk between door and car
    turn: TimeWindow  # being recorded
    will_call: bool = False
    quiet: tuple[int, ...] = ()  # medicine hours
    priority: int = PRIORITY
    closes: int = 24 * 3600  # when the last car leaves the office
    max_ride_s: int = MAX_RIDE_S


@dataclass(frozen=True)
class BedVisit:
    """A visit with the kit at somebody's bed."""

    kit_id: int
    home: Place
    service_s: int
    window: TimeWindow
    quiet: tuple[int, ...] = ()
    priority: int = PRIORITY


def shipment_of(ride: Ride, home: int, office: int, cars: frozenset[int]) -> Shipment:
    """Turn one way into a shipment between two locations, for these cars."""
    outbound = ride.leg is Leg.OUTBOUND
    at_home = TimeWindow(0, 24 * 3600)
    door = (home, at_home, ride.home_s)
    ends = {
        PICKUP: door if outbound else (office, _fetching(ride), ride.load_s),
        DROPOFF: (office, _bringing(ride), ride.load_s) if outbound else door,
    }
    pickup, dropoff = (
        Job(
            id=trip_visit(ride.trip_id, end),
            location=location,
            service=service,
            windows=_without_quiet(window, ride.quiet, service),
            priority=ride.priority,
            vehicles=cars,
        )
        for end, (location, window, service) in ends.items()
    )
    amount = (ride.spaces.ambulatory, ride.spaces.wheelchair)
    return Shipment(pickup=pickup, delivery=dropoff, amount=amount, max_ride=ride.max_ride_s)


def job_of(visit: BedVisit, location: int, teams: frozenset[int]) -> Job:
    return Job(
        id=kit_visit(visit.kit_id),
        location=location,
        service=visit.service_s,
        windows=_without_quiet(visit.window, visit.quiet, 0),
        skills=frozenset({KIT_SKILL}),
        priority=visit.priority,
        vehicles=teams,
    )


def _bringing(ride: Ride) -> TimeWindow:
    """Out of the car when the turn begins, and not long before."""
    latest = max(0, ride.turn.open - ride.load_s)
    return TimeWindow(max(0, latest - EARLY_S), latest)


def _fetching(ride: Ride) -> TimeWindow:
    """Into the car once recorded. A will-call has no hour yet: a car is kept for it all the same.

    Else somebody might be ready when no car has a space left that day.
    """
    latest = ride.closes if ride.will_call else min(ride.closes, ride.turn.close + LATE_S)
    return TimeWindow(ride.turn.close, max(ride.turn.close, latest))


def _without_quiet(
    window: TimeWindow, hours: Iterable[int], service_s: int
) -> tuple[TimeWindow, ...]:
    """Cut out each hour at which service would still last, and the minutes after it.

    Where nothing would be left the hour gives way: he takes his medicine at the office.
    """
    left = [window]
    for hour in hours:
        cut = [part for one in left for part in _cut(one, hour - service_s, hour + QUIET_S)]
        left = cut or left
    return tuple(left)


def _cut(window: TimeWindow, start: int, end: int) -> Iterator[TimeWindow]:
    if end < window.open or start > window.close:
        yield window
        return
    if window.open < start:
        yield TimeWindow(window.open, start - 1)
    if end < window.close:
        yield TimeWindow(end + 1, window.close)


def left_behind(planned: Sequence[int], pairs: Iterable[tuple[int, int]]) -> set[int]:
    """Return the visits that must go: of who would be brought and not fetched, or the reverse.

    Args:
        planned: all visits of a plan.
        pairs: outbound and return trip of each household whose both ways are planned here.
    """
    here = set(planned)
    found: set[int] = set()
    for pair in pairs:
        ways = [{trip_visit(trip, PICKUP), trip_visit(trip, DROPOFF)} for trip in pair]
        if not all(way <= here for way in ways):
            found |= here & (ways[0] | ways[1])
    return found


def with_both_ways(problem: Problem, plan: Plan, pairs: Iterable[tuple[int, int]]) -> Plan:
    """Return the plan without those who would be left at the office, or fetched from nowhere."""
    gone = left_behind([visit for route in plan.routes for visit in route.jobs], pairs)
    if not gone:
        return plan
    orders = {by: [one for one in ids if one not in gone] for by, ids in plan.orders.items()}
    priced = price(problem, orders)
    reasons = {left.job: left for left in plan.unassigned}
    left = tuple(reasons.get(one.job, one) for one in priced.unassigned)
    return replace(priced, unassigned=left)
