"""The hands that mend an engine's orders: out with what cannot be kept, in with what still fits."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from routing.cost import penalty, route_cost
from routing.mending.beginning import beginning, bound
from routing.mending.insertion import Slot, looked_at, slots
from routing.plan import Orders
from routing.problem import Job, Kind, Problem, Vehicle
from routing.times.booked import Seen, booked, full
from routing.times.fit import over

Lists = dict[int, list[int]]


def kept(problem: Problem, orders: Orders, must: frozenset[int] = frozenset()) -> Lists:
    """The orders without the cheapest units to leave out, where they cannot be kept.

    Locked beginnings are put first, and stay with all that they carry along; so do visits that the
    only vehicle that may serve them `must` serve.
    """
    carried = {v for each in problem.vehicles for v in bound(problem, each, must)}
    routes = _whole(problem, _begun(problem, orders, must, carried), carried)
    for number in list(routes):
        vehicle = problem.vehicle[number]
        while not over(problem, vehicle, _jobs(problem, routes[number])).fits:
            droppable = [visit for visit in routes[number] if visit not in carried]
            if not droppable:
                routes[number] = list(beginning(problem, vehicle, must).visits)
                break
            routes = _without(problem, routes, {_cheapest(problem, vehicle, routes, droppable)})
    return _with_places(problem, routes, must, carried)


def filled(problem: Problem, orders: Orders) -> Lists:
    """The orders with every unit put in that still fits and is worth its detour."""
    routes = {vehicle: list(ids) for vehicle, ids in orders.items()}
    planned = {visit for ids in routes.values() for visit in ids}
    waiting = [unit for unit in problem.units if unit[0].id not in planned]
    waiting.sort(key=lambda unit: penalty(unit[0]), reverse=True)
    most, seen = looked_at(len(waiting)), Seen()
    while waiting:
        left = [unit for unit in waiting if not _put_in(problem, routes, unit, most, seen)]
        # Who came too early for a forerunner is asked again, as long as somebody got in.
        if len(left) == len(waiting) or not any(job.after for unit in left for job in unit):
            break
        waiting = left
    return routes


def placed(problem: Problem, routes: Orders, slot: Slot, seen: Seen | None = None) -> bool:
    """Does everybody find a place in the booths with this route in place of the old one?"""
    return not booked(problem, {**routes, slot.vehicle: slot.visits}, seen).without_place


def _put_in(problem: Problem, routes: Lists, unit: Sequence[Job], most: int, seen: Seen) -> bool:
    if full(problem, routes, unit, seen):
        return False
    for slot in slots(problem, routes, unit, most, penalty(unit[0])):
        worth = slot.cost <= penalty(unit[0])
        if worth and slot.over.fits and placed(problem, routes, slot, seen):
            routes[slot.vehicle] = list(slot.visits)
            return True
    return False


def _begun(problem: Problem, orders: Orders, must: frozenset[int], carried: set[int]) -> Lists:
    """Locked visits where they are locked, before all others, and what they carry along after."""
    routes = {n: [visit for visit in ids if visit not in carried] for n, ids in orders.items()}
    for vehicle in problem.vehicles:
        ours = bound(problem, vehicle, must)
        if ours:
            given = [v for v in orders.get(vehicle.id, ()) if v not in vehicle.locked]
            ids = [*vehicle.locked, *(v for v in given if v in ours or v not in carried)]
            if not ours <= {*ids} or _broken(problem, {vehicle.id: ids}) & ours:
                least = beginning(problem, vehicle, must).visits
                ids = [*least, *routes.get(vehicle.id, ())]
            routes[vehicle.id] = ids
    return routes


def _whole(problem: Problem, routes: Lists, carried: set[int]) -> Lists:
    """Without shipments torn apart, visits before their forerunners, and groups split up."""
    while broken := {*_broken(problem, routes), *_astray(problem, routes, carried)}:
        routes = _without(problem, routes, broken)
    return routes


def _broken(problem: Problem, routes: Orders) -> set[int]:
    return {*_torn(problem, routes), *_too_early(problem, routes)}


def _torn(problem: Problem, routes: Orders) -> Iterable[int]:
    for ids in routes.values():
        place = {visit: number for number, visit in enumerate(ids)}
        for visit in ids:
            shipment = problem.shipment.get(visit)
            if shipment is not None:
                pickup, delivery = place.get(shipment.pickup.id), place.get(shipment.delivery.id)
                if pickup is None or delivery is None or delivery < pickup:
                    yield visit


def _too_early(problem: Problem, routes: Orders) -> Iterable[int]:
    for ids in routes.values():
        seen: set[int] = set()
        for visit in ids:
            if not problem.job[visit].after <= seen:
                yield visit
            seen.add(visit)


def _astray(problem: Problem, routes: Orders, carried: set[int]) -> Iterable[int]:
    """The members of a group that are not where most of its worth is."""
    worth: dict[int, dict[int, int]] = {}
    for number, ids in routes.items():
        for job in _jobs(problem, ids):
            if job.group is not None:
                by_route = worth.setdefault(job.group, {})
                stays = (job.id in carried) * 10**15
                by_route[number] = by_route.get(number, 0) + 1 + penalty(job) + stays
    for number, ids in routes.items():
        for job in _jobs(problem, ids):
            if job.group is not None and number != max(
                worth[job.group], key=worth[job.group].__getitem__
            ):
                yield job.id


def _without(problem: Problem, routes: Lists, visits: Iterable[int]) -> Lists:
    """The routes without these visits, the other ends of shipments, and all that comes after."""
    gone = {end for visit in visits for end in _ends(problem, visit)}
    while later := {
        end
        for ids in routes.values()
        for visit in ids
        if visit not in gone and not problem.job[visit].after.isdisjoint(gone)
        for end in _ends(problem, visit)
    }:
        gone |= later
    return {number: [v for v in ids if v not in gone] for number, ids in routes.items()}


def _with_places(problem: Problem, routes: Lists, must: frozenset[int], carried: set[int]) -> Lists:
    """Without those who find no place in a booth, the cheapest of each route first.

    Where one who must be there finds none, somebody else at that booth makes room.
    """
    seen = Seen()
    while lost := booked(problem, routes, seen).without_place:
        droppable = {v for ids in routes.values() for v in ids} - carried
        crowded = {problem.job[visit].booth for visit in lost}
        if going := droppable & lost:
            routes = _without(problem, routes, _cheapest_of_each(problem, routes, going))
        elif others := {v for v in droppable if problem.job[v].booth in crowded}:
            routes = _without(problem, routes, {min(others, key=_worth(problem))})
        else:
            fleet = map(problem.vehicle.__getitem__, routes)
            return {each.id: list(beginning(problem, each, must).visits) for each in fleet}
    return routes


def _cheapest_of_each(problem: Problem, routes: Lists, going: set[int]) -> list[int]:
    """Who goes of each route; the others of it may be early enough then."""
    here = [going.intersection(ids) for ids in routes.values()]
    return [min(visits, key=_worth(problem)) for visits in here if visits]


def _worth(problem: Problem) -> Callable[[int], tuple[int, int]]:
    return lambda visit: (penalty(_first(problem, visit)), visit)


def _cheapest(
    problem: Problem, vehicle: Vehicle, routes: Mapping[int, list[int]], droppable: Sequence[int]
) -> int:
    """Who is worth least, and of equals who saves most."""

    def price(visit: int) -> tuple[int, int]:
        rest = [v for v in routes[vehicle.id] if v not in _ends(problem, visit)]
        return penalty(_first(problem, visit)), route_cost(problem, vehicle, _jobs(problem, rest))

    return min(droppable, key=price)


def _ends(problem: Problem, visit: int) -> tuple[int, ...]:
    shipment = problem.shipment.get(visit)
    return (visit,) if shipment is None else (shipment.pickup.id, shipment.delivery.id)


def _first(problem: Problem, visit: int) -> Job:
    """The visit where the price of leaving it out is paid."""
    job = problem.job[visit]
    return problem.shipment[visit].pickup if job.kind is Kind.DELIVERY else job


def _jobs(problem: Problem, ids: Iterable[int]) -> list[Job]:
    return [problem.job[visit] for visit in ids]
