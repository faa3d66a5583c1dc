"""The list of what is different now, stop by stop."""

from collections.abc import Iterator, Mapping

from routing.explain.why import elsewhere
from routing.midday.change import Change
from routing.midday.news import News
from routing.plan import Plan
from routing.problem import Problem


def changes(
    problem: Problem, before: Plan, after: Plan, news: News, off: frozenset[int]
) -> Iterator[Change]:
    """What people have to be told: who comes instead, much later or earlier, or not at all.

    Args:
        problem: that of the rest of the day.
        before: the plan that they know.
        after: the plan of the rest.
        news: with what was promised, and how much a time may shift.
        off: the visits that are cancelled.
    """
    for visit in sorted(off):
        yield Change("cancelled", {"visit": visit})
    for visit in sorted((news.cancelled - off - news.done) & problem.job.keys()):
        yield Change("still_aboard", {"visit": visit})
    drivers = _drivers(before)
    for visit, vehicle in _drivers(after).items():
        driver = drivers.get(visit)
        if driver is None:
            yield Change("added", {"visit": visit, "vehicle": vehicle})
        elif driver != vehicle:
            yield _moved(problem, after, visit, driver, vehicle)
    yield from _shifted(after, promises(before, news), news.keep.tolerance)
    known = {left.job for left in before.unassigned}
    for left in after.unassigned:
        if left.job not in known:
            yield Change("left_out", {"visit": left.job}, left.reason, left.values)


def promises(plan: Plan, news: News) -> Mapping[int, int]:
    """When each stop was to be served."""
    if news.promised is not None:
        return news.promised
    stops = (step for route in plan.routes for step in route.stops)
    return {step.id: step.begin for step in stops if step.id is not None}


def _moved(problem: Problem, after: Plan, visit: int, driver: int, vehicle: int) -> Change:
    values = {"visit": visit, "before": driver, "vehicle": vehicle}
    if driver not in problem.vehicle:
        return Change("taken_over", values)
    there = elsewhere(problem, after, visit, driver)
    return Change("moved", values, there.code, there.values)


def _shifted(after: Plan, promised: Mapping[int, int], tolerance: int) -> Iterator[Change]:
    for step in (step for route in after.routes for step in route.stops):
        late = step.begin - promised.get(step.id or 0, step.begin)
        if abs(late) > tolerance and step.id is not None:
            code = "later" if late > 0 else "earlier"
            yield Change(code, {"visit": step.id, "minutes": abs(late) // 60})


def _drivers(plan: Plan) -> dict[int, int]:
    return {visit: route.vehicle for route in plan.routes for visit in route.jobs}
