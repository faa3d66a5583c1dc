"""A Problem in PyVRP's words, as far as it has them.

It has no breaks and one time window a client. So a shift is shortened by its breaks, and a visit
with several windows is open from the first to the last: its orders are a start for who knows
better. What else it lacks (see `pyvrp_states`) is left out.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pyvrp

from routing.cost import penalty
from routing.engines.grid import Grid, Numbers
from routing.engines.pyvrp_states import driven_is_paid
from routing.matrix import UNREACHABLE
from routing.problem import Job, Kind, Problem, Shipment, Vehicle

CLOSED = 10**9
"""The cost and the seconds of a way that nobody may take."""

ENDS = {Kind.PICKUP: pyvrp.ActivityType.PICKUP, Kind.DELIVERY: pyvrp.ActivityType.DELIVERY}


class Data:
    """Locations are the grid's nodes; vehicles of a kind are one vehicle type."""

    def __init__(self, problem: Problem, visits: Sequence[Job]) -> None:
        self.problem = problem
        self.visits = visits
        self.grid = Grid(problem, visits)
        self.kinds = problem.kinds
        self.axes = max((len(vehicle.capacity) for vehicle in problem.vehicles), default=0)
        self.node = {visit.id: node for node, visit in enumerate(visits)}
        self.jobs = [visit for visit in visits if visit.kind is Kind.JOB]
        self.shipments = [each for each in problem.shipments if each.pickup.id in self.node]
        self.visit = self._visits()
        self.activity = {
            visit: pyvrp.Activity(kind, number) for (kind, number), visit in self.visit.items()
        }
        profiles = _Profiles(visits, self.grid)
        types = [self._vehicle_type(kind, profiles.number(kind[0])) for kind in self.kinds]
        self.stated = pyvrp.ProblemData(
            [pyvrp.Location(0, 0) for _ in range(self.grid.size)],
            [self._client(job) for job in self.jobs],
            [pyvrp.Depot(node) for node in range(len(visits), self.grid.size)],
            types,
            profiles.distances,  # type: ignore[arg-type]  # PyVRP's stub misspells the array
            profiles.durations,  # type: ignore[arg-type]  # likewise
            shipments=[self._shipment(each) for each in self.shipments],
        )

    def _visits(self) -> dict[tuple[pyvrp.ActivityType, int], int]:
        """Our ids by PyVRP's."""
        found = {(pyvrp.ActivityType.CLIENT, n): job.id for n, job in enumerate(self.jobs)}
        for number, each in enumerate(self.shipments):
            for end in (each.pickup, each.delivery):
                found[ENDS[end.kind], number] = end.id
        return found

    def _client(self, job: Job) -> pyvrp.Client:
        opening, closing = self._window(job)
        return pyvrp.Client(
            self.node[job.id],
            delivery=[*_padded(job.delivery[: self.axes], self.axes, 0), 1],
            pickup=[*_padded(job.pickup[: self.axes], self.axes, 0), 0],
            service_duration=job.service,
            tw_early=opening,
            tw_late=closing,
            prize=penalty(job),
            required=False,
        )

    def _shipment(self, each: Shipment) -> pyvrp.Shipment:
        return pyvrp.Shipment(
            self.node[each.pickup.id],
            self.node[each.delivery.id],
            *self._window(each.pickup),
            each.pickup.service,
            *self._window(each.delivery),
            each.delivery.service,
            amount=[*_padded(each.amount[: self.axes], self.axes, 0), 0],
            prize=penalty(each.pickup),
            required=False,
        )

    def _window(self, visit: Job) -> tuple[int, int]:
        inside = self.grid.inside(visit.windows) or [(0, self.grid.horizon)]
        return inside[0][0], inside[-1][1]

    def _vehicle_type(self, kind: Sequence[Vehicle], profile: int) -> pyvrp.VehicleType:
        vehicle = kind[0]
        ((opening, closing),) = self.grid.inside((vehicle.shift,))
        rests = sum(_on_the_way(vehicle))
        longest = self.grid.horizon if vehicle.max_duration is None else vehicle.max_duration
        start, end = (node - len(self.visits) for node in self.grid.ends(vehicle))
        return pyvrp.VehicleType(
            len(kind),
            capacity=[*_padded(vehicle.capacity, self.axes, CLOSED), self._stops(vehicle)],
            start_depot=start,
            end_depot=end,
            fixed_cost=vehicle.fixed_cost,
            tw_early=opening,
            tw_late=max(opening, closing - rests),
            shift_duration=max(0, longest - rests),
            max_distance=self._farthest(vehicle),
            profile=profile,
        )

    def _stops(self, vehicle: Vehicle) -> int:
        """Jobs are counted as something to deliver: with shipments that says too much."""
        return CLOSED if vehicle.max_stops is None else vehicle.max_stops

    def _farthest(self, vehicle: Vehicle) -> int:
        """PyVRP's only limit on ways is on what they cost: ours where that is the same."""
        paid = driven_is_paid(self.problem, vehicle)
        limits = [limit for limit, stated in paid if stated and limit is not None]
        return min([*limits, CLOSED * len(self.visits)])


class _Profiles:
    """Matrices by vehicle: alike when the vehicle's pace and the visits it may serve are alike."""

    def __init__(self, visits: Sequence[Job], grid: Grid) -> None:
        self.visits = visits
        self.grid = grid
        self.distances: list[Numbers] = []
        self.durations: list[Numbers] = []
        self._known: dict[tuple[int, bytes], int] = {}

    def number(self, vehicle: Vehicle) -> int:
        unable = np.array([not vehicle.able(visit) for visit in self.visits])
        cost = self.grid.cost(vehicle)
        key = id(cost), unable.tobytes()
        if key not in self._known:
            self._known[key] = len(self.distances)
            closed = self.grid.drive(vehicle.profile) >= UNREACHABLE
            closed[:, : len(self.visits)] |= unable[None, :]
            np.fill_diagonal(closed, val=False)
            for matrices, open_ways in (
                (self.distances, cost),
                (self.durations, self.grid.moved(vehicle.profile)),
            ):
                ways = np.where(closed, CLOSED, open_ways)
                np.fill_diagonal(ways, 0)
                matrices.append(ways)
        return self._known[key]


def _on_the_way(vehicle: Vehicle) -> Iterator[int]:
    """How long the breaks are that a full shift cannot avoid."""
    for rest in vehicle.breaks:
        before = rest.windows[0].open + rest.service <= vehicle.shift.open
        if not before and rest.windows[-1].close < vehicle.shift.close:
            yield rest.service


def _padded(amounts: Sequence[int], axes: int, filler: int) -> list[int]:
    return [*amounts, *[filler] * (axes - len(amounts))]
