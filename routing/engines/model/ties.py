"""Who goes together: shipments, groups, forerunners, and beginnings that are settled."""

from itertools import pairwise

from routing.engines.model.frame import STOPS, Frame


def add(frame: Frame) -> None:
    _shipments(frame)
    _groups(frame)
    _after(frame)
    _locked(frame)


def _shipments(frame: Frame) -> None:
    """Both ends on one vehicle, the pickup first, or both left out."""
    for shipment in frame.problem.shipments:
        pickup, delivery = shipment.pickup.id, shipment.delivery.id
        if pickup not in frame.index:
            continue
        frame.routing.AddPickupAndDelivery(frame.index[pickup], frame.index[delivery])
        frame.solver.Add(frame.vehicle(pickup) == frame.vehicle(delivery))


def _groups(frame: Frame) -> None:
    groups: dict[int, list[int]] = {}
    for visit in frame.visits:
        if visit.group is not None:
            groups.setdefault(visit.group, []).append(visit.id)
    for group, members in groups.items():
        chosen = frame.solver.IntVar(0, len(frame.problem.vehicles) - 1, f"group {group}")
        for member in members:
            elsewhere = frame.vehicle(member) - chosen
            frame.solver.Add(elsewhere * frame.active(member) == 0)


def _after(frame: Frame) -> None:
    """The later one is left out or on the vehicle of the earlier (-1: on none), and after it."""
    for visit in frame.visits:
        for earlier in visit.after:
            same = frame.vehicle(visit.id) - frame.vehicle(earlier)
            frame.solver.Add(same * frame.active(visit.id) == 0)
            frame.routing.GetDimensionOrDie(STOPS).AddNodePrecedence(
                frame.index[earlier], frame.index[visit.id], 1
            )


def _locked(frame: Frame) -> None:
    """The ways along a settled beginning are given, so that every search keeps them."""
    for number, vehicle in enumerate(frame.problem.vehicles):
        chain = [frame.routing.Start(number), *(frame.index[visit] for visit in vehicle.locked)]
        for here, there in pairwise(chain):
            frame.routing.NextVar(here).SetValue(there)
