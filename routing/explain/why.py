"""Why this vehicle: what a stop would cost on any other route, or what keeps it off there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from routing.cost import route_cost
from routing.fault import ProblemFault
from routing.mending.insertion import slots_on, vehicles_of_group
from routing.mending.mend import placed
from routing.plan import Plan
from routing.problem import Job, Problem, Vehicle
from routing.times.fit import Over
from routing.words import ELSEWHERE, WHYS, Language, Value

LOOKED_AT = 20
"""Places on each other route that are tried."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another vehicle: the seconds of cost more that the stop is there, or why it cannot be."""

    vehicle: int
    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    more: int | None = None

    def message(self, language: Language = "id") -> str:
        return ELSEWHERE[self.code].say(language, self.values)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a stop is with its vehicle; `others` are the vehicles on the road and one idle a kind."""

    visit: int
    vehicle: int
    code: str
    values: Mapping[str, Value]
    others: tuple[Elsewhere, ...] = ()

    def message(self, language: Language = "id") -> str:
        return WHYS[self.code].say(language, self.values)


def why(problem: Problem, plan: Plan, visit: int) -> Why:
    """Why this stop, with the other end if it is one of a shipment, is on this route.

    All other stops stay where they are; what balance would cost is not counted.

    Raises:
        ProblemFault: `unknown_id`, when there is no such visit; `not_on_route`, when it is left
            out (`explain` tells why).
    """
    if visit not in problem.job:
        raise ProblemFault("unknown_id", kind="visit", id=visit)
    orders = plan.orders
    number = next((number for number, ids in orders.items() if visit in ids), None)
    if number is None:
        raise ProblemFault("not_on_route", id=visit)
    asked = _Question(problem, orders, number, visit)
    others = [asked.on(each) for each in asked.others()]
    code, values = asked.answer(others)
    return Why(visit, number, code, {"vehicle": number, **values}, tuple(others))


def elsewhere(problem: Problem, plan: Plan, visit: int, vehicle: int) -> Elsewhere:
    """What this stop of the plan would cost more on the route of that other vehicle."""
    number = next(number for number, ids in plan.orders.items() if visit in ids)
    return _Question(problem, plan.orders, number, visit).on(problem.vehicle[vehicle])


class _Question:
    """The plan without the unit, and what the unit costs where it is."""

    def __init__(
        self, problem: Problem, orders: Mapping[int, Sequence[int]], number: int, visit: int
    ) -> None:
        shipment = problem.shipment.get(visit)
        ends = (visit,) if shipment is None else (shipment.pickup.id, shipment.delivery.id)
        self.problem = problem
        self.vehicle = problem.vehicle[number]
        self.unit = [problem.job[end] for end in ends]
        left = [each for each in orders[number] if each not in ends]
        self.rest = {**orders, number: left}
        self.cost = self._cost(orders[number]) - (self._cost(left) if left else 0)
        self.drivers = vehicles_of_group(problem, self.rest, self.unit)
        self.tied = any(end.after - {*ends} for end in self.unit) or any(
            not problem.job[each].after.isdisjoint(ends) for each in left
        )

    def others(self) -> Iterator[Vehicle]:
        """The other vehicles under way, and one that is idle of each kind."""
        for kind in self.problem.kinds:
            rest = [each for each in kind if each is not self.vehicle]
            yield from (each for each in rest if self.rest.get(each.id))
            yield from [each for each in rest if not self.rest.get(each.id)][:1]

    def on(self, vehicle: Vehicle) -> Elsewhere:
        kept_off = self._kept_off(vehicle)
        if kept_off:
            return Elsewhere(vehicle.id, kept_off)
        found = list(slots_on(self.problem, self.rest, vehicle, self.unit, LOOKED_AT))
        for slot in sorted((slot for slot in found if slot.over.fits), key=lambda s: s.cost):
            if placed(self.problem, self.rest, slot):
                more = slot.cost - self.cost
                code = "costs_less" if more < 0 else "costs_more"
                return Elsewhere(vehicle.id, code, {"minutes": _minutes(abs(more))}, more)
        if any(slot.over.fits for slot in found):
            return Elsewhere(vehicle.id, "booth")
        return Elsewhere(vehicle.id, *_limit(min(slot.over for slot in found)))

    def answer(self, others: Sequence[Elsewhere]) -> tuple[str, dict[str, Value]]:
        bound = self._bound(others)
        if bound:
            return bound, {}
        more, other = min((each.more, each.vehicle) for each in others if each.more is not None)
        values: dict[str, Value] = {"other": other, "minutes": _minutes(abs(more))}
        if more < 0:
            return ("evens_out" if self.problem.balance else "another_cheaper"), values
        if more == 0:
            return "as_good", {"other": other}
        first = self.unit[0]
        chosen = self.vehicle.id in first.preferred and other not in first.preferred
        return ("preferred" if chosen else "cheapest"), values

    def _bound(self, others: Sequence[Elsewhere]) -> str | None:
        """What leaves no choice."""
        if any(end.id in self.vehicle.locked for end in self.unit):
            return "locked"
        able = [each for each in self.problem.vehicles if all(map(each.able, self.unit))]
        if len(able) == 1:
            return "only_able"
        if self.drivers:
            return "group"
        if self.tied:
            return "tied"
        return None if any(each.more is not None for each in others) else "no_room_elsewhere"

    def _kept_off(self, vehicle: Vehicle) -> str | None:
        if not all(map(vehicle.allowed, self.unit)):
            return "not_allowed"
        if not all(map(vehicle.skilled, self.unit)):
            return "no_skill"
        if not self.drivers <= {vehicle.id}:
            return "group"
        return "tied" if self.tied else None

    def _cost(self, ids: Sequence[int]) -> int:
        visits: list[Job] = [self.problem.job[visit] for visit in ids]
        return route_cost(self.problem, self.vehicle, visits)


def _limit(excess: Over) -> tuple[str, dict[str, Value]]:
    """The first limit that is broken, with its figure in the unit people read."""
    code, much = next((name, value) for name, value in excess._asdict().items() if value)
    if code == "distance":
        return code, {"metres": much}
    if code in ("load", "stops"):
        return code, {"over": much}
    return code, {} if code == "unreachable" else {"minutes": _minutes(much)}


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)
