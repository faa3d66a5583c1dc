"""What cannot be true on any day, however badly it goes."""

from collections.abc import Iterator

from routing.fault import ProblemFault
from routing.midday.news import News
from routing.plan import Plan
from routing.problem import Problem


def faults(problem: Problem, plan: Plan, news: News) -> Iterator[ProblemFault]:
    """What cannot be true of this plan on any day."""
    yield from _unknown(problem, plan, news)
    for each in problem.shipments:
        if each.delivery.id in news.done and each.pickup.id not in news.done:
            yield ProblemFault("delivered_unfetched", id=each.delivery.id)
    drivers = {visit: route.vehicle for route in plan.routes for visit in route.jobs}
    gone = news.gone | ({route.vehicle for route in plan.routes} - problem.vehicle.keys())
    for visit, delivery in _aboard(problem, news).items():
        if visit not in drivers:
            yield ProblemFault("aboard_nowhere", id=visit)
        elif drivers[visit] in gone:
            yield ProblemFault("gone_aboard", vehicle=drivers[visit], id=delivery)
    for visit, when in news.fetched.items():
        if when > news.now:
            yield ProblemFault("fetched_later", id=visit, time=when, now=news.now)


def _aboard(problem: Problem, news: News) -> dict[int, int]:
    """Where people aboard got in, or else get out, with where they get out."""
    aboard = {visit: visit for visit in news.aboard - news.done}
    for each in problem.shipments:
        if each.pickup.id in news.done and each.delivery.id not in news.done:
            aboard[each.pickup.id] = each.delivery.id
    return aboard


def _unknown(problem: Problem, plan: Plan, news: News) -> Iterator[ProblemFault]:
    visits = problem.job.keys() | {visit for route in plan.routes for visit in route.jobs}
    vehicles = problem.vehicle.keys() | {route.vehicle for route in plan.routes}
    headed = [where.heading for where in news.positions.values() if where.heading is not None]
    named = {*news.done, *news.cancelled, *news.fetched, *news.aboard, *headed}
    named |= (news.promised or {}).keys()
    for visit in sorted(named - visits):
        yield ProblemFault("unknown_id", kind="visit", id=visit)
    for vehicle in sorted((news.gone | news.positions.keys()) - vehicles):
        yield ProblemFault("unknown_id", kind="vehicle", id=vehicle)
    for visit in sorted({visit for visit in headed if headed.count(visit) > 1}):
        yield ProblemFault("heading_twice", id=visit)
    size = min((matrix.size for matrix in problem.matrices.values()), default=0)
    for number, where in news.positions.items():
        if where.location is not None and where.location >= size:
            yield ProblemFault(
                "location_outside", kind="vehicle", id=number, location=where.location, size=size
            )
