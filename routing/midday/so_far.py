"""What each vehicle has done of its plan by now: where it is, and what it has used up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from routing.midday.news import News, Position
from routing.plan import Plan, Route, Step
from routing.problem import Break, Job, Problem, TimeWindow, Vehicle
from routing.times.loads import amount_at


@dataclass(frozen=True, slots=True)
class SoFar:
    """The day until now. `driver` is the vehicle of each visit of the plan."""

    news: News
    driver: Mapping[int, int]
    routes: Mapping[int, Route]
    gone: frozenset[int]

    @classmethod
    def of(cls, problem: Problem, plan: Plan, news: News) -> "SoFar":
        driver = {visit: route.vehicle for route in plan.routes for visit in route.jobs}
        routes = {route.vehicle: route for route in plan.routes}
        return cls(news, driver, routes, news.gone | (routes.keys() - problem.vehicle.keys()))

    def left(self, vehicle: int) -> bool:
        """Is it on the road already?"""
        return vehicle in self.news.positions or bool(self.done_by(vehicle))

    def done_by(self, vehicle: int) -> list[Step]:
        route = self.routes.get(vehicle)
        return [s for s in route.stops if s.id in self.news.done] if route else []

    def doers(self, visits: Iterable[int]) -> frozenset[int]:
        """Who did these, as far as they are done, and is still there."""
        doers = {self.driver.get(visit) for visit in visits if visit in self.news.done}
        return frozenset(doer for doer in doers if doer is not None and doer not in self.gone)

    def position(self, vehicle: Vehicle) -> Position:
        """As told; else at its last stop, ready to go; else at home."""
        told = self.news.positions.get(vehicle.id)
        if told is not None:
            return told
        done = self.done_by(vehicle.id)
        if done:
            return Position(location=done[-1].location, free=self.news.now)
        return Position(location=vehicle.start, free=max(self.news.now, vehicle.shift.open))


def from_here(
    problem: Problem, day: SoFar, vehicle: Vehicle, heading: int | None, waiting: set[int]
) -> Vehicle:
    """The vehicle as it is now: its place, its hours, and what is left of its limits.

    `waiting` are the visits that are open and that nobody is heading for.
    """
    where, left = day.position(vehicle), day.left(vehicle.id)
    start = _leaving(problem, day, vehicle, where, heading)
    close = _closing(day, vehicle)
    locked = [visit for visit in vehicle.locked if visit in waiting]
    done = day.done_by(vehicle.id)
    last = done[-1] if done else None
    return replace(
        vehicle,
        start=where.location,
        shift=TimeWindow(start, max(start, close)),
        breaks=tuple(_breaks(vehicle, where, start)),
        capacity=_room(problem, day, vehicle),
        max_stops=_less(vehicle.max_stops, len(done)),
        max_duration=vehicle.max_duration if not left else None,
        max_travel=_less(vehicle.max_travel, last.travel if last else 0),
        max_distance=_less(vehicle.max_distance, last.distance if last else 0),
        fixed_cost=0 if left else vehicle.fixed_cost,
        locked=tuple(locked if heading is None else [heading, *locked]),
    )


def _leaving(
    problem: Problem, day: SoFar, vehicle: Vehicle, where: Position, heading: int | None
) -> int:
    """When it left or can leave; who should have arrived by now arrives now."""
    if heading is None:
        return max(day.news.now, where.free)
    if where.location is None:
        return max(day.news.now, where.free)
    target = problem.job[heading].location
    travel = int(problem.matrix(vehicle).durations[where.location, target])
    return max(where.free, day.news.now - travel, 0)


def _closing(day: SoFar, vehicle: Vehicle) -> int:
    """A limit on the whole route, once it has begun, is an hour by which it must end."""
    route = day.routes.get(vehicle.id)
    if vehicle.max_duration is None or route is None or not day.left(vehicle.id):
        return vehicle.shift.close
    return min(vehicle.shift.close, route.steps[0].arrival + vehicle.max_duration)


def _breaks(vehicle: Vehicle, where: Position, start: int) -> list[Break]:
    """Breaks not had yet; one whose time passed meanwhile may be taken at once."""
    breaks = []
    for rest in vehicle.breaks:
        if rest.id not in where.rested:
            *others, last = rest.windows
            if last.close < start:
                last = TimeWindow(last.open, start)
            breaks.append(replace(rest, windows=(*others, last)))
    return breaks


def _room(problem: Problem, day: SoFar, vehicle: Vehicle) -> tuple[int, ...]:
    """The capacity without what stays aboard to the end: fetched, or brought in vain."""
    if not day.left(vehicle.id):
        return vehicle.capacity
    visits = [
        problem.job[v] for v, by in day.driver.items() if by == vehicle.id and v in problem.job
    ]
    stays = [job.pickup for job in visits if job.id in day.news.done]
    stays += [job.delivery for job in visits if job.id in day.news.cancelled - day.news.done]
    return tuple(
        max(0, room - sum(amount_at(amount, axis) for amount in stays))
        for axis, room in enumerate(vehicle.capacity)
    )


def _less(limit: int | None, used: int) -> int | None:
    return None if limit is None else max(0, limit - used)


def goods(visit: Job) -> bool:
    """Does it get something that was loaded at the start?"""
    return any(visit.delivery)
