"""Rules on visits that belong together: ends of a shipment, groups, one after another."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from routing.plan import Plan, Step, Violation
from routing.problem import Problem, Shipment


class Stop(NamedTuple):
    """Where a visit stands in the plan."""

    vehicle: int
    number: int
    step: Step


def precedence(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Both ends of a shipment on one route, the pickup first; or both left out."""
    stops = _stops(plan)
    for shipment in problem.shipments:
        if _torn(shipment, stops):
            pickup, delivery = shipment.pickup.id, shipment.delivery.id
            yield Violation("precedence", {"pickup": pickup, "delivery": delivery})


def max_ride(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """From the end of service at the pickup to the beginning of service at the delivery."""
    stops = _stops(plan)
    for shipment in problem.shipments:
        pickup, delivery = stops.get(shipment.pickup.id), stops.get(shipment.delivery.id)
        if shipment.max_ride is None or pickup is None or delivery is None:
            continue
        over = delivery.step.begin - pickup.step.departure - shipment.max_ride
        if over > 0 and pickup.vehicle == delivery.vehicle:
            yield Violation("max_ride", {"job": shipment.pickup.id, "seconds": over})


def after(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """What a job comes after is earlier on the same route."""
    stops = _stops(plan)
    for job in problem.visits:
        if job.id in stops:
            for other in sorted(job.after):
                if not _follows(stops.get(other), stops[job.id]):
                    yield Violation("after", {"job": job.id, "other": other})


def group_split(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Whoever is served of a group is served by one vehicle."""
    vehicles = defaultdict(set)
    for visit, stop in _stops(plan).items():
        vehicles[problem.job[visit].group].add(stop.vehicle)
    for group, served_by in vehicles.items():
        if group is not None and len(served_by) > 1:
            yield Violation("group_split", {"group": group, "vehicles": len(served_by)})


def locked(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """The route begins with exactly what is locked, and exists if anything is."""
    orders = plan.orders
    for vehicle in problem.vehicles:
        first = orders.get(vehicle.id, [])[: len(vehicle.locked)]
        if first != list(vehicle.locked):
            yield Violation("locked", {"vehicle": vehicle.id})


def _stops(plan: Plan) -> dict[int, Stop]:
    return {
        step.id: Stop(route.vehicle, number, step)
        for route in plan.routes
        for number, step in enumerate(route.stops)
        if step.id is not None
    }


def _torn(shipment: Shipment, stops: dict[int, Stop]) -> bool:
    pickup, delivery = stops.get(shipment.pickup.id), stops.get(shipment.delivery.id)
    if delivery is None:
        return pickup is not None
    return not _follows(pickup, delivery)


def _follows(before: Stop | None, stop: Stop) -> bool:
    return before is not None and before.vehicle == stop.vehicle and before.number < stop.number
