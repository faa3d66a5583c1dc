"""The cheapest change that would let in a visit that is left out, proved by making it.

Changes are compared in minutes. What takes somebody's time (a later end, an earlier start, a wider
window, a longer route or ride) counts as the minutes it takes, and more worth as its minutes; what
does not, by `PRICES`. Only one change at a time is looked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from routing.cost import penalty, route_cost
from routing.explain.change import Remedy, changed
from routing.fault import ProblemFault
from routing.mending.insertion import Slot, slots_on, tried, vehicles_of_group
from routing.mending.mend import placed
from routing.plan import Orders, Plan
from routing.problem import Job, Kind, Problem, Shipment, Vehicle
from routing.times.fit import over
from routing.times.schedule import legs, limits
from routing.times.timed import timed
from routing.times.timing import Times
from routing.words import Value

PRICES = {
    "one_more_vehicle": 60,
    "more_room": 30,
    "more_stops": 10,
    "further": 2,
    "skill": 120,
    "allow": 15,
    "leave_group": 15,
    "not_after": 15,
    "booth_place": 60,
}
"""Minutes that a change counts as: for each unit of load, stop, kilometre, skill or booth place
more; a vehicle more counts the minutes of its route besides."""

LOOKED_AT = 30
"""Places on each route that are looked at; what is over there is mended if one change can."""


def remedy(problem: Problem, plan: Plan, visit: int) -> Remedy | None:
    """The cheapest change that lets this visit in, with all that is planned left as it is.

    With `routing.remedied` the change can be made. None when the visit is served already, or when
    no single change is enough.

    Raises:
        ProblemFault: `unknown_id`, when there is no such visit.
    """
    if visit not in problem.job:
        raise ProblemFault("unknown_id", kind="visit", id=visit)
    orders = plan.orders
    if any(visit in ids for ids in orders.values()):
        return None
    shipment = problem.shipment.get(visit)
    unit = (problem.job[visit],) if shipment is None else (shipment.pickup, shipment.delivery)
    search = _Search(problem, orders, unit)
    for vehicle in tried(problem, orders):
        search.on_route_of(vehicle)
    for kind in problem.kinds:
        search.with_one_more(kind[0])
    return search.best


class _Search:
    """The best change so far; only what is cheaper is proved."""

    def __init__(self, problem: Problem, orders: Orders, unit: Sequence[Job]) -> None:
        self.problem = problem
        self.orders = orders
        self.unit = unit
        self.drivers = vehicles_of_group(problem, orders, unit)
        self.best: Remedy | None = None

    def on_route_of(self, vehicle: Vehicle) -> None:
        if not self.cheaper(0):
            return
        ids = self.orders.get(vehicle.id, ())
        small = _cut(self.problem, vehicle, ids, self.unit)
        for slot in slots_on(small, {vehicle.id: ids}, vehicle, self._unbound(ids), LOOKED_AT):
            place = _Place(self, small, vehicle, slot)
            broken = place.broken()
            if not broken:
                place.let_in()
            elif len(broken) == 1:
                place.mend(broken[0])

    def with_one_more(self, vehicle: Vehicle) -> None:
        copy = max(self.problem.vehicle) + 1
        small = _cut(self.problem, vehicle, (), self.unit)
        values = {"vehicle": vehicle.id, "new": copy}
        fresh = replace(vehicle, id=copy, locked=())
        slot = Slot(
            route_cost(small, fresh, self.unit),
            copy,
            tuple(visit.id for visit in self.unit),
            over(small, fresh, self.unit),
        )
        if slot.over.fits:
            times = _times(small, fresh, self.unit)
            price = PRICES["one_more_vehicle"] + minutes(times.end - times.start)
            _Place(self, small, vehicle, slot).offer("one_more_vehicle", price, **values)

    def cheaper(self, price: int) -> bool:
        return self.best is None or price < self.best.minutes

    def _unbound(self, ids: Sequence[int]) -> list[Job]:
        """The unit without forerunners that are not on this route."""
        here = {*ids, *(visit.id for visit in self.unit)}
        return [
            visit if visit.after <= here else replace(visit, after=frozenset())
            for visit in self.unit
        ]


class _Place:
    """One place on one route, and what would make the unit fit there.

    `small` is the problem of this route and this unit alone, where a change is quickly made.
    """

    def __init__(self, search: _Search, small: Problem, vehicle: Vehicle, slot: Slot) -> None:
        self.search = search
        self.small = small
        self.vehicle = vehicle
        self.slot = slot
        self.first = search.unit[0]

    def broken(self) -> list[str]:
        """The names of all that does not hold here."""
        unit, seen = self.search.unit, self.slot.over._asdict()
        held = {
            "allow": all(map(self.vehicle.allowed, unit)),
            "skill": all(map(self.vehicle.skilled, unit)),
            "leave_group": self.search.drivers <= {self.vehicle.id},
            "not_after": _in_turn(self.small, self.slot.visits),
        }
        return [name for name, holds in held.items() if not holds] + [
            name for name, excess in seen.items() if excess
        ]

    def let_in(self) -> None:
        """Nothing is over: it is not worth the detour, or the booth is full, or not tried."""
        short = minutes(self.slot.cost - penalty(self.first))
        if short > 0:
            self.offer("more_worth", short, visit=self.first.id, minutes=short)
            return
        self.offer("plan_longer", 0)
        for booth in {visit.booth for visit in self.search.unit if visit.booth is not None}:
            self.offer("booth_place", PRICES["booth_place"], booth=booth, over=1)

    def mend(self, what: str) -> None:
        number, seen = self.vehicle.id, self.slot.over
        if what in ("leave_group", "not_after"):
            self.offer(what, PRICES[what], visit=self.first.id)
        elif what == "allow":
            self.offer(what, PRICES[what], vehicle=number, visit=self.first.id)
        elif what == "skill":
            self._skill()
        elif what == "late":
            self._late(seen.late)
        elif what == "ride":
            self._ride()
        elif what != "unreachable":
            self._limit(what)

    def offer(self, code: str, price: int, **values: Value) -> bool:
        """Take this change if it is the cheapest so far, and lets the unit in."""
        tried = Remedy(code, price, values)
        found = self.search.cheaper(price) and self._proved(tried)
        if found:
            self.search.best = tried
        return found

    def _skill(self) -> None:
        asked = frozenset().union(*(visit.skills for visit in self.search.unit))
        price = PRICES["skill"] * len(asked - self.vehicle.skills)
        visit = max(self.search.unit, key=lambda each: len(each.skills)).id
        self.offer("skill", price, vehicle=self.vehicle.id, visit=visit)

    def _limit(self, what: str) -> None:
        number, seen = self.vehicle.id, self.slot.over
        if what == "load":
            self.offer("more_room", PRICES["more_room"] * seen.load, vehicle=number, over=seen.load)
        elif what == "stops":
            price = PRICES["more_stops"] * seen.stops
            self.offer("more_stops", price, vehicle=number, over=seen.stops)
        elif what == "distance":
            price = -(-PRICES["further"] * seen.distance // 1000)
            self.offer("further", price, vehicle=number, metres=seen.distance)
        elif what == "duration":
            self._for_minutes("longer_route", seen.duration, vehicle=number)
        else:
            self._for_minutes("longer_drive", seen.travel, vehicle=number)

    def _late(self, seconds: int) -> None:
        visits = self._visits()
        times = _times(self.small, self.vehicle, visits)
        late = [visit for visit, time in zip(visits, times.visits, strict=False) if time.late]
        if not late:
            self._for_minutes("later_end", seconds, vehicle=self.vehicle.id)
        elif len(late) == 1:
            self._for_minutes("window_later", seconds, visit=late[0].id)
        self._fewest("earlier_start", self.vehicle.shift.open, vehicle=self.vehicle.id)
        for visit in self.search.unit:
            if visit.windows:
                self._fewest("window_earlier", visit.windows[-1].open, visit=visit.id)
            if len(visit.windows) > 1:
                gap = visit.windows[-1].open - visit.windows[0].close
                self._fewest("window_later", gap, visit=visit.id)

    def _ride(self) -> None:
        visits = self._visits()
        times = _times(self.small, self.vehicle, visits)
        for ride in limits(self.small, self.vehicle, visits).rides:
            aboard = times.visits[ride.delivery].begin - times.visits[ride.pickup].departure
            if aboard > ride.longest:
                self._fewest("longer_ride", aboard - ride.longest, visit=visits[ride.pickup].id)

    def _visits(self) -> list[Job]:
        return [self.small.job[visit] for visit in self.slot.visits]

    def _for_minutes(self, code: str, seconds: int, **values: Value) -> None:
        needed = minutes(seconds)
        self.offer(code, needed, minutes=needed, **values)

    def _fewest(self, code: str, most: int, **values: Value) -> None:
        """The fewest minutes that are enough, if fewer than the best change counts."""
        best = self.search.best
        high = minutes(most) if best is None else min(minutes(most), best.minutes - 1)
        low = 0
        if high < 1 or not self.offer(code, high, minutes=high, **values):
            return
        while high - low > 1:
            middle = (low + high) // 2
            if self.offer(code, middle, minutes=middle, **values):
                high = middle
            else:
                low = middle

    def _proved(self, tried: Remedy) -> bool:
        """With the change made, may the vehicle serve the unit here, can it, and is it worth it?"""
        small = changed(self.small, tried)
        vehicle = small.vehicle[self.slot.vehicle]
        visits = [small.job[visit] for visit in self.slot.visits]
        unit = [small.job[visit.id] for visit in self.search.unit]
        together = unit[0].group is None or self.search.drivers <= {vehicle.id}
        return (
            together
            and all(map(vehicle.able, unit))
            and self.slot.cost <= penalty(unit[0])
            and _in_turn(small, self.slot.visits)
            and over(small, vehicle, visits).fits
            and self._booked(tried)
        )

    def _booked(self, tried: Remedy) -> bool:
        search = self.search
        if not search.problem.booths:
            return True
        return placed(changed(search.problem, tried), search.orders, self.slot)


def minutes(seconds: int) -> int:
    return -(-seconds // 60)


def _times(problem: Problem, vehicle: Vehicle, visits: Sequence[Job]) -> Times:
    return timed(legs(problem, vehicle, visits), limits(problem, vehicle, visits))


def _in_turn(problem: Problem, ids: Sequence[int]) -> bool:
    """Is everything that a visit comes after before it?"""
    return all(problem.job[visit].after <= {*ids[:n]} for n, visit in enumerate(ids))


def _cut(problem: Problem, vehicle: Vehicle, ids: Sequence[int], unit: Sequence[Job]) -> Problem:
    visits = [*(problem.job[visit] for visit in ids), *unit]
    return replace(
        problem,
        jobs=tuple(visit for visit in visits if visit.kind is Kind.JOB),
        vehicles=(vehicle,),
        shipments=tuple(_shipments(problem, visits)),
    )


def _shipments(problem: Problem, visits: Sequence[Job]) -> Iterator[Shipment]:
    return (problem.shipment[visit.id] for visit in visits if visit.kind is Kind.PICKUP)
