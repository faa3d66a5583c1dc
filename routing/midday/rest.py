"""The rest of the day as a problem of its own: a pure function of the day and its news."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from routing.midday.news import News
from routing.midday.so_far import SoFar, from_here, goods
from routing.plan import Plan
from routing.problem import Job, Kind, Problem, Shipment, TimeWindow


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left to do, the old orders of it, where people aboard must go, and who has `left`."""

    problem: Problem
    orders: Mapping[int, list[int]]
    aboard: frozenset[int]
    left: frozenset[int]


def cancelled(problem: Problem, plan: Plan, news: News) -> frozenset[int]:
    """All visits that are off: with one end of a shipment, the other; but nobody who is aboard."""
    planned = {visit for route in plan.routes for visit in route.jobs}
    off = {visit for visit in planned if visit not in problem.job} - news.done
    for visit in news.cancelled - news.done - news.aboard:
        shipment = problem.shipment.get(visit)
        if shipment is None:
            off.add(visit)
        elif shipment.pickup.id not in news.done:
            off |= {shipment.pickup.id, shipment.delivery.id}
    return frozenset(off)


def rest_of_day(problem: Problem, plan: Plan, news: News) -> Rest:
    """What is left of this day: vehicles start where they are, with what is left of their limits.

    Who is aboard is a job at the place where he is taken, for his vehicle only. What was loaded at
    the start of a route stays with its vehicle. What a done visit decided for others, it decides
    still: its followers and its group go with the vehicle that served it. A forerunner that is
    cancelled is waited for by nobody.
    """
    return _Day(problem, plan, news).rest()


class _Day:
    def __init__(self, problem: Problem, plan: Plan, news: News) -> None:
        self.problem = problem
        self.plan = plan
        self.news = news
        self.so_far = SoFar.of(problem, plan, news)
        closed = news.done | cancelled(problem, plan, news)
        self.known_done = news.done & problem.job.keys()
        self.open = {visit.id for visit in problem.visits} - closed
        self.fleet = [each for each in problem.vehicles if each.id not in self.so_far.gone]
        fleet = {each.id for each in self.fleet}
        self.headed = {
            where.heading: number
            for number, where in news.positions.items()
            if where.heading is not None and where.heading in self.open and number in fleet
        }
        self.late_starters = frozenset(v.id for v in self.fleet if not self.so_far.left(v.id))

    def rest(self) -> Rest:
        started = [each for each in self.problem.shipments if self._begun(each)]
        aboard = {each.delivery.id for each in started} | (self.news.aboard & self.open)
        jobs = [job for job in self.problem.jobs if job.id in self.open]
        shipments = [each for each in self.problem.shipments if each.pickup.id in self.open]
        waiting = self.open - self.headed.keys()
        heading = {number: visit for visit, number in self.headed.items()}
        fleet = (
            from_here(self.problem, self.so_far, each, heading.get(each.id), waiting)
            for each in self.fleet
        )
        problem = replace(
            self.problem,
            jobs=(*map(self._job, jobs), *map(self._aboard, started)),
            shipments=tuple(map(self._shipment, shipments)),
            vehicles=tuple(fleet),
        )
        left = frozenset(each.id for each in self.fleet if each.id not in self.late_starters)
        return Rest(problem, self._orders(), frozenset(aboard), left)

    def _begun(self, shipment: Shipment) -> bool:
        return shipment.pickup.id in self.news.done and shipment.delivery.id in self.open

    def _orders(self) -> dict[int, list[int]]:
        """What is left of the old orders; who is on the way somewhere goes there first."""
        fleet = {vehicle.id for vehicle in self.fleet}
        orders = {
            number: [v for v in ids if v in self.open and v not in self.headed]
            for number, ids in self.plan.orders.items()
            if number in fleet
        }
        for heading, number in self.headed.items():
            orders[number] = [heading, *orders.get(number, ())]
        return orders

    def _job(self, job: Job) -> Job:
        return self._visit(job, self._drivers((job,)))

    def _shipment(self, shipment: Shipment) -> Shipment:
        ends = (shipment.pickup, shipment.delivery)
        pickup, delivery = (self._visit(end, self._drivers(ends)) for end in ends)
        return replace(shipment, pickup=pickup, delivery=delivery)

    def _visit(self, visit: Job, drivers: frozenset[int] | None) -> Job:
        windows = tuple(self._free_places(visit))
        return replace(visit, vehicles=drivers, after=visit.after & self.open, windows=windows)

    def _drivers(self, unit: Sequence[Job]) -> frozenset[int] | None:
        """Who may serve this unit now: None is everybody. Who heads for it may, as a fact."""
        found: frozenset[int] | None = None
        for visit in unit:
            if visit.id in self.headed:
                return frozenset({self.headed[visit.id]})
            for some in (visit.vehicles, *self._decided(visit)):
                if some is not None:
                    found = some if found is None else found & some
        return found

    def _decided(self, visit: Job) -> Iterator[frozenset[int]]:
        """What is decided by those who are done, and by what is loaded where."""
        if doers := self.so_far.doers(visit.after):
            yield doers
        mates = (each.id for each in self.problem.visits if each.group == visit.group)
        if visit.group is not None and (doers := self.so_far.doers(mates)):
            yield doers
        if goods(visit):
            home = self.so_far.driver.get(visit.id)
            if home is not None and self.so_far.left(home):
                yield frozenset({home})
            elif len(self.late_starters) < len(self.fleet):
                yield self.late_starters

    def _aboard(self, shipment: Shipment) -> Job:
        """Somebody on the way to this delivery; his ride so far counts."""
        end, pickup = shipment.delivery, shipment.pickup.id
        amounts = zip_longest(shipment.amount, end.delivery, fillvalue=0)
        return replace(
            end,
            kind=Kind.JOB,
            windows=self._in_time(shipment),
            delivery=tuple(rider + load for rider, load in amounts),
            skills=frozenset(),
            priority=100,
            prize=None,
            vehicles=frozenset({self.so_far.driver[pickup]}),
            preferred=frozenset(),
            group=None,
            after=frozenset(),
            number=None,
        )

    def _in_time(self, shipment: Shipment) -> tuple[TimeWindow, ...]:
        """The windows until the ride has lasted long enough; at least a moment is left."""
        windows = tuple(self._free_places(shipment.delivery))
        if shipment.max_ride is None:
            return windows
        latest = self._fetched(shipment.pickup.id) + shipment.max_ride
        if not windows:
            return (TimeWindow(0, latest),)
        cut = [TimeWindow(w.open, min(w.close, latest)) for w in windows if w.open <= latest]
        return tuple(cut) or (TimeWindow(windows[0].open, windows[0].open),)

    def _fetched(self, pickup: int) -> int:
        told = self.news.fetched.get(pickup)
        route = self.so_far.routes[self.so_far.driver[pickup]]
        planned = next(step.departure for step in route.stops if step.id == pickup)
        return min(self.news.now, planned) if told is None else told

    def _free_places(self, visit: Job) -> Iterator[TimeWindow]:
        """The windows of a visit, from when those who are at its booth now have left a place."""
        opening = self._free_from(visit)
        if not opening:
            yield from visit.windows
            return
        windows = visit.windows or (TimeWindow(0, 10**12),)
        rest = [w for w in windows if w.close >= opening]
        yield from (TimeWindow(max(w.open, opening), w.close) for w in rest)
        if not rest:
            yield windows[-1]

    def _free_from(self, visit: Job) -> int:
        """When the booth has a place again; 0 if it has one now. Who is there came by now."""
        booth = None if visit.booth is None else self.problem.booth[visit.booth]
        if booth is None:
            return 0
        begins = [
            min(step.begin, self.news.now)
            for route in self.plan.routes
            for step in route.stops
            if step.id in self.known_done and self.problem.job[step.id].booth == booth.id
        ]
        leaving = sorted(b + booth.duration for b in begins if b + booth.duration > self.news.now)
        return leaving[-booth.capacity] if 0 < booth.capacity <= len(leaving) else 0
