"""A will-call return that is ready now: the rest of the day planned anew, promised times kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from field.domain.jemput.visit_ids import DROPOFF, KITS, PICKUP, TRIPS, trip_visit
from field.problems.rides import LATE_S
from field.problems.stored import PlannedPart
from routing import Budget, Job, Keep, News, Plan, Position, Problem, Shipment, TimeWindow, replan

KEPT = Keep(tolerance=15 * 60)
BUDGET = Budget(seconds=1)


@dataclass(frozen=True)
class SoFar:
    """The day until now; visits by number, moments in seconds since midnight."""

    now: int
    done: Collection[int]
    last: Mapping[int, int]  # each car's latest done visit
    fetched: Mapping[int, int]  # when somebody got in


def part_of(parts: Collection[PlannedPart], trip_id: int) -> PlannedPart | None:
    """Return the part in which a trip is planned, or left out."""
    number = trip_visit(trip_id, PICKUP)
    return next((part for part in parts if number in part.problem.job), None)


def called(part: PlannedPart, trip_id: int, so_far: SoFar) -> PlannedPart:
    """Plan the rest of the day with this return from now on; others keep the times they know."""
    problem = _ready(part.problem, trip_id, so_far.now)
    places = {car: problem.job[visit].location for car, visit in so_far.last.items()}
    promised = {
        step.id: step.begin
        for route in part.plan.routes
        for step in route.stops
        if step.id is not None and step.id not in _both(trip_id)
    }
    news = News(
        now=so_far.now,
        done=frozenset(so_far.done) & problem.job.keys(),
        positions={
            car: Position(location=place, free=so_far.now, rested=_rested(problem, car, so_far))
            for car, place in places.items()
        },
        fetched={visit: at for visit, at in so_far.fetched.items() if visit in problem.job},
        # Who was aboard at an earlier call is a plain job of this problem.
        aboard=frozenset(job.id for job in problem.jobs if TRIPS <= job.id < KITS),
        promised=promised,
        keep=KEPT,
    )
    after = replan(problem, _without(part.plan, _both(trip_id)), news, BUDGET)
    return PlannedPart(after.problem, after.plan)


def _without(plan: Plan, visits: Collection[int]) -> Plan:
    """Who calls is put in anew: at his old place he would push out who was promised an hour."""
    return replace(
        plan,
        routes=tuple(
            replace(route, steps=tuple(step for step in route.steps if step.id not in visits))
            for route in plan.routes
        ),
    )


def _both(trip_id: int) -> set[int]:
    return {trip_visit(trip_id, PICKUP), trip_visit(trip_id, DROPOFF)}


def _ready(problem: Problem, trip_id: int, now: int) -> Problem:
    """From now on, and as soon as may be: at latest as late as a timed return."""
    number = trip_visit(trip_id, PICKUP)

    def soon(pickup: Job) -> Job:
        return replace(pickup, windows=(TimeWindow(now, now + LATE_S),), priority=100)

    def own(each: Shipment) -> Shipment:
        if each.pickup.id != number:
            return each
        delivery = replace(each.delivery, priority=100)
        return replace(each, pickup=soon(each.pickup), delivery=delivery)

    return replace(problem, shipments=tuple(map(own, problem.shipments)))


def _rested(problem: Problem, car: int, so_far: SoFar) -> frozenset[int]:
    """A break whose time has passed was taken."""
    rests = problem.vehicle[car].breaks
    return frozenset(rest.id for rest in rests if rest.windows[-1].close < so_far.now)
