"""Why a job is left out, in a code with its figures: asked of the problem, not of the solver."""

from routing.cost import penalty
from routing.fit import Over, over
from routing.insertion import Slot, slots
from routing.plan import Orders, Plan, Unassigned
from routing.problem import Job, Problem, Vehicle
from routing.words import Value

Reason = tuple[str, dict[str, Value]]


def explain(problem: Problem, plan: Plan) -> list[Unassigned]:
    """The reason of each job that this plan does not serve."""
    return explained(problem, plan.orders)


def explained(problem: Problem, orders: Orders) -> list[Unassigned]:
    planned = {job for ids in orders.values() for job in ids}
    return [
        Unassigned(job.id, *_reason(problem, orders, job))
        for job in problem.jobs
        if job.id not in planned
    ]


def _reason(problem: Problem, orders: Orders, job: Job) -> Reason:
    return _nobody(problem, job) or _never(problem, job) or _no_room(problem, orders, job)


def _nobody(problem: Problem, job: Job) -> Reason | None:
    """No vehicle may serve this job at all."""
    if not problem.vehicles:
        return "no_vehicle", {}
    allowed = [vehicle for vehicle in problem.vehicles if vehicle.allowed(job)]
    if not allowed:
        return "not_allowed", {}
    if not any(vehicle.skilled(job) for vehicle in allowed):
        return "no_skill", {}
    return None


def _never(problem: Problem, job: Job) -> Reason | None:
    """No vehicle that may serve this job could, even with nothing else to do."""
    alone = [over(problem, vehicle, [job]) for vehicle in _able(problem, job)]
    if any(excess.fits for excess in alone):
        return None
    return _limit(min(alone), alone=True)


def _no_room(problem: Problem, orders: Orders, job: Job) -> Reason:
    """The nearest miss among all places on the routes as they are."""
    cheapest: Slot | None = None
    nearest: Slot | None = None
    for slot in slots(problem, orders, job):
        if slot.over.fits:
            cheapest = cheapest or slot
        elif nearest is None or slot.over < nearest.over:
            nearest = slot
    if cheapest is not None:
        if cheapest.cost > penalty(job):
            return "not_worth", {"minutes": _minutes(cheapest.cost)}
        return "stopped_early", {}
    if nearest is None:
        return "no_vehicle", {}
    return _outranked(problem, orders, job, nearest) or _limit(nearest.over)


def _outranked(problem: Problem, orders: Orders, job: Job, slot: Slot) -> Reason | None:
    """It would fit if a stop worth more were left out in its place."""
    late = slot.over.late + slot.over.duration
    others = [problem.job[other] for other in orders.get(slot.vehicle, ())]
    if late and any(penalty(other) > penalty(job) for other in others):
        return "lower_priority", {"minutes": _minutes(late)}
    return None


def _limit(excess: Over, *, alone: bool = False) -> Reason:
    """The limit that is broken, named for a job alone or for a route that is full already."""
    if excess.unreachable:
        return "unreachable", {}
    if excess.load:
        return "too_big" if alone else "vehicle_full", {"over": excess.load}
    if excess.stops:
        return "stops_full", {}
    if excess.late:
        return "window_closed" if alone else "shift_full", {"minutes": _minutes(excess.late)}
    return "duration_full", {"minutes": _minutes(excess.duration)}


def _able(problem: Problem, job: Job) -> list[Vehicle]:
    return [vehicle for vehicle in problem.vehicles if vehicle.able(job)]


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)
