"""A change to a problem that lets a visit in: named by a code and figures, and made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from routing.problem import Job, Problem, Shipment, TimeWindow, Vehicle
from routing.words import REMEDIES, Language, Value


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would let a visit in; `minutes` is its price (see `routing.explain.remedy.PRICES`).

    `values` say all that `changed` needs in order to make it.
    """

    code: str
    minutes: int
    values: Mapping[str, Value] = field(default_factory=dict)

    def message(self, language: Language = "id") -> str:
        return REMEDIES[self.code].say(language, self.values)


def changed(problem: Problem, remedy: Remedy) -> Problem:
    """The problem with this change made, and no other."""
    numbers = {name: int(value) for name, value in remedy.values.items()}
    return CHANGES[remedy.code](problem, numbers)


Numbers = Mapping[str, int]


def _as_it_is(problem: Problem, _: Numbers) -> Problem:
    return problem


def _later_end(problem: Problem, by: Numbers) -> Problem:
    shift = problem.vehicle[by["vehicle"]].shift
    longer = TimeWindow(shift.open, shift.close + by["minutes"] * 60)
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, shift=longer))


def _earlier_start(problem: Problem, by: Numbers) -> Problem:
    shift = problem.vehicle[by["vehicle"]].shift
    longer = TimeWindow(max(0, shift.open - by["minutes"] * 60), shift.close)
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, shift=longer))


def _more_room(problem: Problem, by: Numbers) -> Problem:
    """In each dimension: which one is too small is not told apart."""
    capacity = tuple(room + by["over"] for room in problem.vehicle[by["vehicle"]].capacity)
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, capacity=capacity))


def _more_stops(problem: Problem, by: Numbers) -> Problem:
    most = (problem.vehicle[by["vehicle"]].max_stops or 0) + by["over"]
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, max_stops=most))


def _longer_route(problem: Problem, by: Numbers) -> Problem:
    longest = (problem.vehicle[by["vehicle"]].max_duration or 0) + by["minutes"] * 60
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, max_duration=longest))


def _longer_drive(problem: Problem, by: Numbers) -> Problem:
    longest = (problem.vehicle[by["vehicle"]].max_travel or 0) + by["minutes"] * 60
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, max_travel=longest))


def _further(problem: Problem, by: Numbers) -> Problem:
    furthest = (problem.vehicle[by["vehicle"]].max_distance or 0) + by["metres"]
    return _vehicle(problem, by, lambda vehicle: replace(vehicle, max_distance=furthest))


def _skill(problem: Problem, by: Numbers) -> Problem:
    """The vehicle gets every skill that this visit asks for."""
    asked = _unit_skills(problem, by["visit"])
    return _vehicle(problem, by, lambda each: replace(each, skills=each.skills | asked))


def _allow(problem: Problem, by: Numbers) -> Problem:
    number = by["vehicle"]
    return _unit(problem, by["visit"], lambda visit: replace(visit, vehicles=_with(visit, number)))


def _leave_group(problem: Problem, by: Numbers) -> Problem:
    return _unit(problem, by["visit"], lambda visit: replace(visit, group=None))


def _not_after(problem: Problem, by: Numbers) -> Problem:
    return _unit(problem, by["visit"], lambda visit: replace(visit, after=frozenset()))


def _more_worth(problem: Problem, by: Numbers) -> Problem:
    prize = (problem.job[by["visit"]].prize or 0) + by["minutes"] * 60
    return _unit(problem, by["visit"], lambda visit: replace(visit, prize=prize))


def _window_later(problem: Problem, by: Numbers) -> Problem:
    return _windows(problem, by, earlier=0, later=by["minutes"] * 60)


def _window_earlier(problem: Problem, by: Numbers) -> Problem:
    return _windows(problem, by, earlier=by["minutes"] * 60, later=0)


def _longer_ride(problem: Problem, by: Numbers) -> Problem:
    def longer(each: Shipment) -> Shipment:
        ours = each.pickup.id == by["visit"]
        return replace(each, max_ride=(each.max_ride or 0) + by["minutes"] * 60) if ours else each

    return replace(problem, shipments=tuple(map(longer, problem.shipments)))


def _booth_place(problem: Problem, by: Numbers) -> Problem:
    booths = (
        replace(each, capacity=each.capacity + by["over"]) if each.id == by["booth"] else each
        for each in problem.booths
    )
    return replace(problem, booths=tuple(booths))


def _one_more_vehicle(problem: Problem, by: Numbers) -> Problem:
    """A copy with nothing to do yet; who may be served by the vehicle may be by its copy."""
    copy = by["new"]

    def also(visit: Job) -> Job:
        allowed, preferred = visit.vehicles, visit.preferred
        return replace(
            visit,
            vehicles=_with(visit, copy) if allowed and by["vehicle"] in allowed else allowed,
            preferred=preferred | {copy} if by["vehicle"] in preferred else preferred,
        )

    fresh = replace(problem.vehicle[by["vehicle"]], id=copy, locked=())
    return replace(_visits(problem, also), vehicles=(*problem.vehicles, fresh))


CHANGES: Mapping[str, Callable[[Problem, Numbers], Problem]] = {
    "plan_longer": _as_it_is,
    "later_end": _later_end,
    "earlier_start": _earlier_start,
    "one_more_vehicle": _one_more_vehicle,
    "window_later": _window_later,
    "window_earlier": _window_earlier,
    "more_room": _more_room,
    "more_stops": _more_stops,
    "longer_route": _longer_route,
    "longer_drive": _longer_drive,
    "further": _further,
    "longer_ride": _longer_ride,
    "skill": _skill,
    "allow": _allow,
    "leave_group": _leave_group,
    "not_after": _not_after,
    "more_worth": _more_worth,
    "booth_place": _booth_place,
}


def _vehicle(problem: Problem, by: Numbers, change: Callable[[Vehicle], Vehicle]) -> Problem:
    fleet = (change(each) if each.id == by["vehicle"] else each for each in problem.vehicles)
    return replace(problem, vehicles=tuple(fleet))


def _visits(problem: Problem, change: Callable[[Job], Job]) -> Problem:
    shipments = (
        replace(each, pickup=change(each.pickup), delivery=change(each.delivery))
        for each in problem.shipments
    )
    return replace(problem, jobs=tuple(map(change, problem.jobs)), shipments=tuple(shipments))


def _unit(problem: Problem, visit: int, change: Callable[[Job], Job]) -> Problem:
    """What is said of a shipment stands on both its ends."""
    shipment = problem.shipment.get(visit)
    ours = {visit} if shipment is None else {shipment.pickup.id, shipment.delivery.id}
    return _visits(problem, lambda each: change(each) if each.id in ours else each)


def _unit_skills(problem: Problem, visit: int) -> frozenset[int]:
    return problem.job[visit].skills


def _with(visit: Job, vehicle: int) -> frozenset[int] | None:
    return None if visit.vehicles is None else visit.vehicles | {vehicle}


def _windows(problem: Problem, by: Numbers, *, earlier: int, later: int) -> Problem:
    """All windows of one visit grow; those that come to touch become one."""
    windows: list[TimeWindow] = []
    for window in problem.job[by["visit"]].windows:
        opening, close = max(0, window.open - earlier), window.close + later
        if windows and opening <= windows[-1].close:
            windows[-1] = TimeWindow(windows[-1].open, close)
        else:
            windows.append(TimeWindow(opening, close))

    def wider(visit: Job) -> Job:
        return replace(visit, windows=tuple(windows)) if visit.id == by["visit"] else visit

    return _visits(problem, wider)
