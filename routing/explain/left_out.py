"""Why a visit is left out, in a code with its figures: asked of the problem, not of the solver."""

from collections.abc import Sequence

from routing.cost import penalty
from routing.mending.insertion import Slot, looked_at, slots
from routing.mending.mend import placed
from routing.plan import Orders, Plan, Unassigned
from routing.problem import Job, Problem, Vehicle
from routing.times.booked import Seen, full
from routing.times.fit import Over, over
from routing.times.reach import Reach
from routing.words import Value

Reason = tuple[str, dict[str, Value]]
Unit = Sequence[Job]


def explain(problem: Problem, plan: Plan) -> list[Unassigned]:
    """The reason of each visit that this plan does not serve."""
    return explained(problem, plan.orders)


def explained(problem: Problem, orders: Orders, *, hurried: bool = False) -> list[Unassigned]:
    """The reason of each visit that these orders do not serve.

    In a hurry only those that nobody may serve are told from those that were not tried.
    """
    planned = {visit for ids in orders.values() for visit in ids}
    waiting = [unit for unit in problem.units if any(visit.id not in planned for visit in unit)]
    most, seen = 0 if hurried else looked_at(len(waiting)), Seen()
    reach = Reach(problem)
    reasons = {
        visit.id: reason
        for unit in waiting
        for reason in [_reason(problem, orders, unit, most, (seen, reach))]
        for visit in unit
    }
    left_out = (visit.id for visit in problem.visits if visit.id not in planned)
    return [Unassigned(visit, *reasons[visit]) for visit in left_out]


def _reason(
    problem: Problem, orders: Orders, unit: Unit, most: int, known: tuple[Seen, Reach]
) -> Reason:
    """Looking at so many places."""
    seen, reach = known
    nobody = _nobody(problem, unit)
    if nobody or not most:
        return nobody or ("stopped_early", {})
    return _never(problem, unit, reach) or _no_room(problem, orders, unit, most, seen)


def _nobody(problem: Problem, unit: Unit) -> Reason | None:
    """No vehicle may serve this unit at all."""
    if not problem.vehicles:
        return "no_vehicle", {}
    allowed = [vehicle for vehicle in problem.vehicles if all(map(vehicle.allowed, unit))]
    if not allowed:
        return "not_allowed", {}
    if not any(all(map(vehicle.skilled, unit)) for vehicle in allowed):
        return "no_skill", {}
    return None


def _never(problem: Problem, unit: Unit, reach: Reach) -> Reason | None:
    """No vehicle that may serve this unit could, even with nothing else to do."""
    able = _able(problem, unit)
    alone = [over(problem, vehicle, unit) for vehicle in able]
    chances = (
        excess.fits or (excess.unreachable and reach.holds(vehicle, unit))
        for vehicle, excess in zip(able, alone, strict=True)
    )
    return None if any(chances) else _limit(min(alone), alone=True)


def _no_room(problem: Problem, orders: Orders, unit: Unit, most: int, seen: Seen) -> Reason:
    """The nearest miss among all places on the routes as they are."""
    worth = penalty(unit[0])
    found = list(slots(problem, orders, unit, most, worth))
    if not found:
        cheapest = next(slots(problem, orders, unit, 1), None)
        return _not_worth(cheapest) if cheapest else _bound(orders, unit)
    fitting = [slot for slot in found if slot.over.fits]
    if not fitting:
        nearest = min(found, key=lambda slot: slot.over)
        return _outranked(problem, orders, unit, nearest) or _limit(nearest.over)
    cheapest = min(fitting, key=lambda slot: slot.cost)
    if cheapest.cost > worth:
        return _not_worth(cheapest)
    if full(problem, orders, unit, seen) or not any(
        placed(problem, orders, slot, seen) for slot in fitting
    ):
        return "booth_full", {}
    return "stopped_early", {}


def _not_worth(slot: Slot) -> Reason:
    return "not_worth", {"minutes": _minutes(slot.cost)}


def _bound(orders: Orders, unit: Unit) -> Reason:
    """No place to ask about: those it is tied to are elsewhere, or left out themselves."""
    served = {visit for ids in orders.values() for visit in ids}
    lost = any(not visit.after <= served.union(each.id for each in unit) for visit in unit)
    return ("forerunner" if lost or unit[0].group is None else "group_elsewhere"), {}


def _outranked(problem: Problem, orders: Orders, unit: Unit, slot: Slot) -> Reason | None:
    """It would fit if a stop worth more were left out in its place."""
    late = slot.over.late + slot.over.duration
    others = [problem.job[other] for other in orders.get(slot.vehicle, ())]
    if late and any(penalty(other) > penalty(unit[0]) for other in others):
        return "lower_priority", {"minutes": _minutes(late)}
    return None


def _limit(excess: Over, *, alone: bool = False) -> Reason:
    """The limit that is broken, named for a unit alone or for a route that is full already."""
    if excess.unreachable:
        return "unreachable", {}
    if excess.load:
        return "too_big" if alone else "vehicle_full", {"over": excess.load}
    if excess.stops:
        return "stops_full", {}
    if excess.late:
        return "window_closed" if alone else "shift_full", {"minutes": _minutes(excess.late)}
    if excess.ride:
        return "ride_too_long", {"minutes": _minutes(excess.ride)}
    if excess.duration or excess.travel:
        return "duration_full", {"minutes": _minutes(excess.duration or excess.travel)}
    return "distance_full", {"metres": excess.distance}


def _able(problem: Problem, unit: Unit) -> list[Vehicle]:
    """One of each kind is enough: alike vehicles are able alike."""
    return [kind[0] for kind in problem.kinds if all(map(kind[0].able, unit))]


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)
