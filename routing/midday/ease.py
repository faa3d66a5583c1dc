"""What must be done, and can no longer be done in time, is done late: limits give way, and say so.

A vehicle reaches the stop it drives to, keeps what is locked, and takes everybody aboard where he
goes. Where its hours or limits, or the visits' windows, forbid that, they become as wide as that
route alone needs.
"""

from collections.abc import Collection
from dataclasses import replace

from routing.mending.beginning import Beginning, beginning, bound
from routing.midday.change import Change
from routing.midday.rest import Rest
from routing.problem import Job, Problem, Shipment, TimeWindow, Vehicle
from routing.times.booked import booked
from routing.times.fit import Over
from routing.times.schedule import legs, limits
from routing.times.timed import timed
from routing.times.timing import Times
from routing.validate import validate

IMPOSSIBLE = ("locked_unable", "locked_order", "locked_apart", "locked_twice", "locked_elsewhere")

ROUNDS = 8
"""One limit that gives way may show the next; past so many the beginning is not locked any more."""


def eased(rest: Rest) -> tuple[Rest, list[Change]]:
    """The same with limits wide enough for all that is begun, and what was widened."""
    ease = _Ease(rest.problem, rest.aboard)
    ease.unlock_all_that(IMPOSSIBLE)
    for vehicle in ease.problem.vehicles:
        ease.vehicle(vehicle.id)
    ease.booths()
    ease.unlock_all_that((*IMPOSSIBLE, "locked_late", "locked_over", "locked_booth"))
    return replace(rest, problem=ease.problem, aboard=ease.aboard), ease.said


class _Ease:
    def __init__(self, problem: Problem, aboard: frozenset[int]) -> None:
        self.problem = problem
        self.aboard = aboard
        self.said: list[Change] = []

    def unlock_all_that(self, codes: Collection[str]) -> None:
        """Who is locked where he cannot be, however late, is locked no more."""
        while broken := [fault for fault in validate(self.problem) if fault.code in codes]:
            named = broken[0].values.get("vehicle")
            fleet = self.problem.vehicle if named is None else (int(named),)
            for number in fleet:
                self._unlock(number)

    def vehicle(self, number: int) -> None:
        """Widen what this vehicle's beginning does not keep, until it does."""
        for _ in range(ROUNDS):
            vehicle = self.problem.vehicle[number]
            if not bound(self.problem, vehicle, self.aboard):
                return
            found = beginning(self.problem, vehicle, self.aboard)
            if found.over.fits:
                return
            if found.over.unreachable:
                break
            self._give_way(vehicle, found)
        self._unlock(number)

    def booths(self) -> None:
        """Where all that must come cannot have a place, one of them comes all the same."""
        while lost := booked(self.problem, self._beginnings()).without_place:
            visit = self.problem.job[min(lost)]
            self._tell("booth_crowded", visit=visit.id, booth=visit.booth or 0)
            self._change_visit(replace(visit, booth=None))

    def _beginnings(self) -> dict[int, tuple[int, ...]]:
        fleet = [v for v in self.problem.vehicles if bound(self.problem, v, self.aboard)]
        return {v.id: beginning(self.problem, v, self.aboard).visits for v in fleet}

    def _give_way(self, vehicle: Vehicle, found: Beginning) -> None:
        if found.over.late:
            self._late(vehicle, found)
        elif found.over.ride:
            self._rides(vehicle, found)
        else:
            self._tell("limit_lifted", vehicle=vehicle.id)
            self._change_vehicle(_lifted(vehicle, found.over))

    def _late(self, vehicle: Vehicle, found: Beginning) -> None:
        """First the windows, then the shift, and if it is neither, the breaks."""
        visits, times = self._timed(vehicle, found)
        late = [(visit, time.begin) for visit, time in zip(visits, times.visits, strict=False)]
        late = [(v, begin) for v, begin in late if v.windows and begin > v.windows[-1].close]
        for visit, begin in late:
            *others, last = visit.windows
            self._tell("past_limit", visit=visit.id, minutes=_minutes(begin - last.close))
            windows = (*others, TimeWindow(last.open, begin))
            self._change_visit(replace(visit, windows=windows))
        if late:
            return
        close = vehicle.shift.close
        if times.end > close:
            self._tell("overtime", vehicle=vehicle.id, minutes=_minutes(times.end - close))
            shift = TimeWindow(vehicle.shift.open, times.end)
            self._change_vehicle(replace(vehicle, shift=shift))
        else:
            self._tell("no_break", vehicle=vehicle.id)
            self._change_vehicle(replace(vehicle, breaks=()))

    def _rides(self, vehicle: Vehicle, found: Beginning) -> None:
        visits, times = self._timed(vehicle, found)
        for ride in limits(self.problem, vehicle, visits).rides:
            lasts = times.visits[ride.delivery].begin - times.visits[ride.pickup].departure
            if lasts > ride.longest:
                pickup = visits[ride.pickup].id
                self._tell("ride_longer", visit=pickup, minutes=_minutes(lasts - ride.longest))
                self._change_shipment(replace(self.problem.shipment[pickup], max_ride=lasts))

    def _timed(self, vehicle: Vehicle, found: Beginning) -> tuple[list[Job], Times]:
        visits = [self.problem.job[visit] for visit in found.visits]
        problem = self.problem
        times = timed(legs(problem, vehicle, visits), limits(problem, vehicle, visits))
        return visits, times

    def _unlock(self, number: int) -> None:
        vehicle = self.problem.vehicle[number]
        for visit in vehicle.locked:
            self._tell("unlocked", visit=visit, vehicle=number)
        if vehicle.locked:
            self._change_vehicle(replace(vehicle, locked=()))
        else:
            self.aboard = self.aboard - bound(self.problem, vehicle, self.aboard)

    def _tell(self, code: str, **values: int) -> None:
        self.said.append(Change(code, values))

    def _change_vehicle(self, new: Vehicle) -> None:
        fleet = (new if each.id == new.id else each for each in self.problem.vehicles)
        self.problem = replace(self.problem, vehicles=tuple(fleet))

    def _change_visit(self, new: Job) -> None:
        shipment = self.problem.shipment.get(new.id)
        if shipment is None:
            jobs = tuple(new if each.id == new.id else each for each in self.problem.jobs)
            self.problem = replace(self.problem, jobs=jobs)
        elif shipment.pickup.id == new.id:
            self._change_shipment(replace(shipment, pickup=new))
        else:
            self._change_shipment(replace(shipment, delivery=new))

    def _change_shipment(self, new: Shipment) -> None:
        shipments = (
            new if each.pickup.id == new.pickup.id else each for each in self.problem.shipments
        )
        self.problem = replace(self.problem, shipments=tuple(shipments))


def _lifted(vehicle: Vehicle, over: Over) -> Vehicle:
    def more(limit: int | None, by: int) -> int | None:
        return None if limit is None else limit + by

    return replace(
        vehicle,
        capacity=tuple(room + over.load for room in vehicle.capacity),
        max_stops=more(vehicle.max_stops, over.stops),
        max_travel=more(vehicle.max_travel, over.travel),
        max_distance=more(vehicle.max_distance, over.distance),
        max_duration=more(vehicle.max_duration, over.duration),
    )


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)
