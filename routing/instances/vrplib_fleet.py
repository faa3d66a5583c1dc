"""The vehicles of a VRPLIB file, and a matrix for each price of a unit of distance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from routing.instances.instance import PROFILE
from routing.instances.lines import Misread, whole_figure
from routing.instances.rounding import Rounding, flat
from routing.instances.vrplib_file import NAME, VrplibFile
from routing.instances.vrplib_stops import windows_of
from routing.matrix import Matrix
from routing.problem import ALWAYS, Job, Vehicle

SCALAR = ("CAPACITY", "VEHICLES_FIXED_COST", "VEHICLES_UNIT_DISTANCE_COST")


@dataclass(frozen=True)
class Fleet:
    """What the size of an instance and its units say of its vehicles."""

    size: int
    depots: Sequence[int]
    rounding: Rounding
    cents: int


@dataclass(frozen=True)
class Found:
    vehicles: tuple[Vehicle, ...]
    matrices: dict[str, Matrix]
    clients: dict[int, frozenset[int]]
    """The nodes that a vehicle may serve, for those vehicles that may not serve all."""

    def allowed(self, jobs: tuple[Job, ...]) -> tuple[Job, ...]:
        if not self.clients:
            return jobs
        return tuple(replace(job, vehicles=self._who(job.id)) for job in jobs)

    def _who(self, node: int) -> frozenset[int]:
        ids = (vehicle.id for vehicle in self.vehicles)
        return frozenset(n for n in ids if node in self.clients.get(n, frozenset({node})))


def fleet_of(
    file: VrplibFile, fleet: Fleet, distances: NDArray[np.float64], jobs: Sequence[Job]
) -> Found:
    count = file.count("VEHICLES", fleet.size - len(fleet.depots))
    prices = file.column("VEHICLES_UNIT_DISTANCE_COST", count, 1)
    vehicles = _vehicles(file, fleet, count, prices)
    matrices = {
        _profile(price): _priced(distances, price, fleet) for price in sorted(set(prices or [1]))
    }
    clients = {
        number: frozenset(whole_figure(NAME, value) for value in row)
        for number, row in enumerate(file.sections.get("VEHICLES_ALLOWED_CLIENTS_SECTION", ()), 1)
    }
    if not clients:
        vehicles = _useful(file, vehicles, jobs)
    return Found(tuple(vehicles), matrices, clients)


def _vehicles(file: VrplibFile, fleet: Fleet, count: int, prices: Sequence[float]) -> list[Vehicle]:
    windows = windows_of(file, fleet.size, fleet.rounding)
    capacity = file.column("CAPACITY", count, 0)
    fixed = file.column("VEHICLES_FIXED_COST", count, 0)
    longest = file.column("VEHICLES_MAX_DURATION", count, -1)
    farthest = file.column("VEHICLES_MAX_DISTANCE", count, -1)
    homes = file.column("VEHICLES_DEPOT", count, fleet.depots[0] + 1)
    if any(home - 1 not in fleet.depots for home in homes):
        raise Misread(NAME, "VEHICLES_DEPOT_SECTION")
    return [
        Vehicle(
            id=number + 1,
            profile=_profile(prices[number]),
            start=int(homes[number]) - 1,
            end=int(homes[number]) - 1,
            shift=next(iter(windows[int(homes[number]) - 1]), ALWAYS),
            capacity=(whole_figure(NAME, capacity[number]),) if file.has("CAPACITY") else (),
            max_duration=_limit(longest[number], fleet.rounding),
            max_distance=_limit(farthest[number], fleet.rounding),
            # Already in hundredths where the prices of distance are.
            fixed_cost=fleet.rounding.time(fixed[number]),
        )
        for number in range(count)
    ]


def _limit(value: float, rounding: Rounding) -> int | None:
    return None if value < 0 else rounding.time(value)


def _profile(price: float) -> str:
    return PROFILE if price == 1 else f"{PROFILE}-{price:g}"


def _priced(distances: NDArray[np.float64], price: float, fleet: Fleet) -> Matrix:
    matrix = flat(distances, fleet.rounding)
    if price == 1:
        return matrix
    if fleet.cents > 1 and fleet.rounding.name == "real":
        costs = fleet.rounding.whole(distances * price)
    else:
        costs = np.floor(matrix.distances * price + 0.5).astype(np.int64)
    return Matrix.of(matrix.durations, matrix.distances, costs)


def _useful(file: VrplibFile, vehicles: list[Vehicle], jobs: Sequence[Job]) -> list[Vehicle]:
    """Without clocks, two routes of equal vehicles are one when a vehicle holds both.

    So a kind of vehicle is never needed more often than twice the load over its capacity.
    """
    clocks = ("TIME_WINDOW", "VEHICLES_MAX_DURATION", "VEHICLES_MAX_DISTANCE")
    if any(map(file.has, clocks)) or not jobs or not file.has("CAPACITY"):
        return vehicles
    load = sum(job.delivery[0] for job in jobs)
    kept: list[Vehicle] = []
    alike = sorted(vehicles, key=_kind)
    for _, group in groupby(alike, key=_kind):
        same = list(group)
        capacity = max(1, same[0].capacity[0])
        kept += same[: min(len(jobs), 2 * load // capacity + 1)]
    return sorted(kept, key=lambda vehicle: vehicle.id)


def _kind(vehicle: Vehicle) -> tuple[str, int, tuple[int, ...], int]:
    return vehicle.profile, vehicle.fixed_cost, vehicle.capacity, vehicle.start or 0
