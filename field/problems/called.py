"""A will-call return that is ready now: the rest of the day planned anew, promised times kept."""

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from field.domain.jemput.visit_ids import DROPOFF, KITS, PICKUP, TRIPS, trip_visit
from field.problems.rides import LATE_S
from field.problems.stored import PlannedPart
from routing import Budget, Job, Keep, News, Plan, Position, Problem, Shipment, TimeWindow, replan

KEPT = Keep(tolerance=15 * 60)
BUDGET = Budget(seconds=0.1)  # beside insertion; five answers may be tried in the two seconds
CALLER = 100  # the priority of who waits at the office
WAITS_S = (LATE_S, 2 * LATE_S)  # tried in turn, before the hour that was kept for him


@dataclass(frozen=True)
class SoFar:
    """The day until now; visits by number, moments in seconds since midnight.

    `told` are visits that somebody was promised, whether the last plan has them or not.
    """

    now: int
    done: Collection[int]
    last: Mapping[int, int]  # each car's latest done visit
    fetched: Mapping[int, int]  # when somebody got in
    told: Collection[int] = ()


def part_of(parts: Collection[PlannedPart], trip_id: int) -> PlannedPart | None:
    """Return the part in which a trip is planned, or left out."""
    number = trip_visit(trip_id, PICKUP)
    return next((part for part in parts if number in part.problem.job), None)


def called(part: PlannedPart, trip_id: int, so_far: SoFar) -> PlannedPart | None:
    """Plan the rest of the day with this return soon; others keep the times they know.

    Where somebody promised cannot come in time, for the road has made a car late already, hours
    give way; where the caller finds no place soon, one within twice the time is looked for, and in
    the end he has the car that was kept for him. Whom the morning left out is not tried again here:
    that takes seconds. He stays in the problem, to be planned on a day planned anew, or when he
    calls himself.

    Returns:
        None if there is no way home for him without taking somebody else's.
    """
    own = _both(trip_id)
    left = {one.job for one in part.plan.unassigned} - own - set(so_far.told)
    lean, afresh = _only(part.problem, lambda visit: visit not in left), _without(part.plan, own)
    wanted = own | {visit for ids in part.plan.orders.values() for visit in ids}
    found: list[PlannedPart] = []
    for problem, plan in _attempts(lean, trip_id, so_far.now, (afresh, part.plan)):
        found.append(_answer(problem, plan, so_far, own))
        if not (_missing(found[-1], wanted) or _moved(found[-1], part.plan, own)):
            break
    best = min(found, key=lambda one: (_missing(one, wanted), _moved(one, part.plan, own)))
    return None if _missing(best, wanted) else _with_left(best, part, left)


def _attempts(
    lean: Problem, trip_id: int, now: int, plans: tuple[Plan, Plan]
) -> Iterator[tuple[Problem, Plan]]:
    """What is tried in turn, until nobody is left out and every promise holds."""
    own, (afresh, before) = _both(trip_id), plans
    for wait in WAITS_S:
        soon = _ready(lean, trip_id, now, wait)
        yield soon, afresh
        yield _late(soon, own), afresh
    yield _ready(_late(lean, own), trip_id, now, None), before


def _missing(after: PlannedPart, wanted: Set[int]) -> int:
    here = {visit for ids in after.plan.orders.values() for visit in ids}
    return len((wanted & after.problem.job.keys()) - here)


def _moved(after: PlannedPart, before: Plan, own: Collection[int]) -> int:
    """How many of the others are served at another hour than they were told."""
    told = {step.id: step.begin for route in before.routes for step in route.stops}
    return sum(
        abs(step.begin - told.get(step.id, step.begin)) > KEPT.tolerance
        for route in after.plan.routes
        for step in route.stops
        if step.id not in own
    )


def _answer(problem: Problem, plan: Plan, so_far: SoFar, own: Collection[int]) -> PlannedPart:
    after = replan(problem, plan, _news(problem, plan, so_far, own), BUDGET)
    return PlannedPart(after.problem, after.plan)


def _news(problem: Problem, plan: Plan, so_far: SoFar, own: Collection[int]) -> News:
    return News(
        now=so_far.now,
        done=frozenset(so_far.done) & problem.job.keys(),
        positions=_positions(problem, plan, so_far),
        fetched={visit: at for visit, at in so_far.fetched.items() if visit in problem.job},
        # Who was aboard at an earlier call is a plain job of this problem.
        aboard=frozenset(job.id for job in problem.jobs if TRIPS <= job.id < KITS),
        promised={
            step.id: step.begin
            for route in plan.routes
            for step in route.stops
            if step.id is not None and step.id not in own
        },
        keep=KEPT,
    )


def _positions(problem: Problem, plan: Plan, so_far: SoFar) -> dict[int, Position]:
    """Where each car is. One that must be on its way by now to come in time is not called back."""
    orders, found = plan.orders, {}
    begins = {step.id: step.begin for route in plan.routes for step in route.stops}
    for vehicle in problem.vehicles:
        last = problem.job.get(so_far.last.get(vehicle.id, 0))
        place = last.location if last else vehicle.start
        rested = _rested(problem, vehicle.id, so_far)
        here = Position(location=place, free=so_far.now, rested=rested)
        ahead = [visit for visit in orders.get(vehicle.id, ()) if visit not in so_far.done]
        if ahead and place is not None:
            road = problem.matrix(vehicle).durations[place, problem.job[ahead[0]].location]
            left = max(0, begins[ahead[0]] - int(road))
            if left <= so_far.now:
                here = replace(here, free=left, heading=ahead[0])
        if last or here.heading is not None:
            found[vehicle.id] = here
    return found


def _with_left(after: PlannedPart, before: PlannedPart, left: Collection[int]) -> PlannedPart:
    """The same plan for the problem with those who were left out before, and their reasons."""
    whole, out = after.problem, _only(before.problem, lambda visit: visit in left)
    problem = replace(
        whole,
        jobs=(*whole.jobs, *out.jobs),
        shipments=(*whole.shipments, *out.shipments),
    )
    reasons = tuple(one for one in before.plan.unassigned if one.job in left)
    plan = replace(after.plan, unassigned=(*after.plan.unassigned, *reasons))
    return PlannedPart(problem, plan)


def _only(problem: Problem, these: Callable[[int], bool]) -> Problem:
    return replace(
        problem,
        jobs=tuple(job for job in problem.jobs if these(job.id)),
        shipments=tuple(each for each in problem.shipments if these(each.pickup.id)),
    )


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


def _ready(problem: Problem, trip_id: int, now: int, wait_s: int | None) -> Problem:
    """From now on, and within this wait; None: as late as was planned for him."""
    number = trip_visit(trip_id, PICKUP)

    def soon(pickup: Job) -> Job:
        kept = pickup.windows[-1].close if pickup.windows else now
        latest = kept if wait_s is None else now + wait_s
        window = TimeWindow(now, max(now, latest))
        return replace(pickup, windows=(window,), priority=CALLER)

    def own(each: Shipment) -> Shipment:
        if each.pickup.id != number:
            return each
        delivery = replace(each.delivery, priority=CALLER)
        return replace(each, pickup=soon(each.pickup), delivery=delivery)

    return replace(problem, shipments=tuple(map(own, problem.shipments)))


def _late(problem: Problem, own: Collection[int]) -> Problem:
    """Where the road has made a car late its people are driven all the same.

    A route that can keep what was promised still does (see `Keep`).
    """

    def later(visit: Job) -> Job:
        if not visit.windows or visit.id in own:
            return visit
        *others, last = visit.windows
        return replace(visit, windows=(*others, TimeWindow(last.open, last.close + LATE_S)))

    def longer(each: Shipment) -> Shipment:
        ride = None if each.max_ride is None else each.max_ride + LATE_S
        pickup, delivery = later(each.pickup), later(each.delivery)
        return replace(each, pickup=pickup, delivery=delivery, max_ride=ride)

    return replace(
        problem,
        jobs=tuple(map(later, problem.jobs)),
        shipments=tuple(map(longer, problem.shipments)),
    )


def _rested(problem: Problem, car: int, so_far: SoFar) -> frozenset[int]:
    """A break whose time has passed was taken."""
    rests = problem.vehicle[car].breaks
    return frozenset(rest.id for rest in rests if rest.windows[-1].close < so_far.now)
