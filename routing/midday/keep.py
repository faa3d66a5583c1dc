"""Little disturbance, said in the problem itself, so that every engine minds it.

A stop prefers the vehicle that people were told, at a price; and its windows shrink to what people
were told about the hour, as far as the old orders still keep it.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace

from routing.midday.news import Keep
from routing.plan import Orders, Plan, Route
from routing.problem import FOREVER, Job, Problem, TimeWindow
from routing.times.fit import over
from routing.times.schedule import legs, limits
from routing.times.timed import on_time as earliest


def priced(problem: Problem, drivers: Mapping[int, int], keep: Keep) -> Problem:
    """Each stop that goes to another vehicle than its old one costs more."""

    def told(visit: Job) -> Job:
        driver = drivers.get(_first(problem, visit))
        if driver is None or driver not in problem.vehicle:
            return visit
        liked = not visit.preferred or driver in visit.preferred
        price = keep.moved + (visit.stray_cost if visit.preferred and liked else 0)
        return replace(visit, preferred=frozenset({driver}), stray_cost=price)

    return _each(problem, told)


def dearer(problem: Problem, times: int) -> Problem:
    return _each(problem, lambda visit: replace(visit, stray_cost=visit.stray_cost * times))


def promised(problem: Problem, start: Plan, times: Mapping[int, int], keep: Keep) -> Problem:
    """Each stop is served about when it was promised, or as late as the start plan has it.

    Late are only the stops of a route that cannot keep all it promised: one that could, but is
    timed otherwise (its break before a stop instead of after it), is timed anew.
    """
    begins = {step.id: step.begin for route in start.routes for step in route.stops}
    near = {visit.id: _near(visit, times.get(visit.id), keep) for visit in problem.visits}
    kept = {visit for route in start.routes if _keeps(problem, route, near) for visit in route.jobs}

    def told(visit: Job) -> Job:
        begin, promise = begins.get(visit.id), times.get(visit.id)
        if begin is None or promise is None:
            return visit
        if visit.id in kept:
            return near[visit.id] or visit
        low = max(0, min(begin, promise - keep.tolerance))
        high = max(begin, promise + keep.tolerance)
        return replace(visit, windows=_within(visit.windows, low, high))

    return _each(problem, told)


def _near(visit: Job, promise: int | None, keep: Keep) -> Job | None:
    """The visit about when it was promised; None when its own windows forbid that."""
    if promise is None:
        return visit
    low, high = max(0, promise - keep.tolerance), promise + keep.tolerance
    windows = _within(visit.windows, low, high)
    return replace(visit, windows=windows) if windows else None


def _keeps(problem: Problem, route: Route, near: Mapping[int, Job | None]) -> bool:
    """Can these visits in this order be served about when each was promised?"""
    visits = [found for visit in route.jobs if (found := near[visit])]
    vehicle = problem.vehicle[route.vehicle]
    return len(visits) == len(route.jobs) and over(problem, vehicle, visits).fits


def at_once(problem: Problem, orders: Orders, left: Set[int]) -> Problem:
    """Vehicles that have `left` do not stand still before their next stop, for no gain at all.

    A route is timed with the latest start that still ends as early; on the road that would be late
    for whoever comes first. So that visit begins at the earliest moment it can.
    """
    first: dict[int, Job] = {}
    for number in left & orders.keys():
        visits = [problem.job[visit] for visit in orders[number]]
        if visits:
            vehicle = problem.vehicle[number]
            asked = limits(problem, vehicle, visits)
            begin = earliest(legs(problem, vehicle, visits), asked).visits[0].begin
            pinned = replace(visits[0], windows=(TimeWindow(begin, begin),))
            if over(problem, vehicle, [pinned, *visits[1:]]).fits:
                first[pinned.id] = pinned
    return _each(problem, lambda visit: first.get(visit.id, visit))


def _within(windows: tuple[TimeWindow, ...], low: int, high: int) -> tuple[TimeWindow, ...]:
    cut = (
        (max(low, window.open), min(high, window.close))
        for window in windows or (TimeWindow(0, FOREVER),)
    )
    return tuple(TimeWindow(opening, close) for opening, close in cut if opening <= close)


def _first(problem: Problem, visit: Job) -> int:
    """Both ends of a shipment have one driver: that of its pickup."""
    shipment = problem.shipment.get(visit.id)
    return visit.id if shipment is None else shipment.pickup.id


def _each(problem: Problem, change: Callable[[Job], Job]) -> Problem:
    shipments = (
        replace(each, pickup=change(each.pickup), delivery=change(each.delivery))
        for each in problem.shipments
    )
    return replace(problem, jobs=tuple(map(change, problem.jobs)), shipments=tuple(shipments))
