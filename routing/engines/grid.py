"""The numbers of a model: matrices over its nodes, and times counted from the first shift."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from routing.matrix import UNREACHABLE
from routing.problem import FOREVER, Job, Problem, TimeWindow, Vehicle

Numbers = NDArray[np.int64]


class Grid:
    """Matrices over the nodes of a model: visits, then each place where a route begins or ends.

    Equal asks get the same object, so that who registers it knows it again.
    """

    def __init__(self, problem: Problem, visits: Sequence[Job]) -> None:
        self.problem = problem
        self.visits = visits
        ends = (place for vehicle in problem.vehicles for place in (vehicle.start, vehicle.end))
        depots = list(dict.fromkeys(ends))
        self._node = {place: len(visits) + number for number, place in enumerate(depots)}
        places = [*(visit.location for visit in visits), *depots]
        self.size = len(places)
        self.nowhere = np.array([place is None for place in places])
        self.places = np.array([0 if place is None else place for place in places], dtype=np.intp)
        self.origin = min(vehicle.shift.open for vehicle in problem.vehicles)
        self._strays = [visit for visit in visits if visit.preferred and visit.stray_cost]
        self.drive = cache(self._drive)
        self.metres = cache(self._metres)
        self.moved = cache(self._moved)
        self._times = cache(self._time)
        self._costs = cache(self._cost)
        self.horizon = self._horizon()

    def ends(self, vehicle: Vehicle) -> tuple[int, int]:
        """The nodes where its route begins and ends."""
        return self._node[vehicle.start], self._node[vehicle.end]

    def inside(self, windows: Sequence[TimeWindow]) -> list[tuple[int, int]]:
        """The windows in the model's time, cut to the horizon."""
        cut = [
            (max(0, window.open - self.origin), min(self.horizon, window.close - self.origin))
            for window in windows
        ]
        return [(low, high) for low, high in cut if low <= high]

    def time(self, vehicle: Vehicle) -> Numbers:
        """Seconds from the beginning of one service to that of the next, waits left aside."""
        return self._times(vehicle.profile)

    def cost(self, vehicle: Vehicle) -> Numbers:
        """Driving and setup, and the price of a visit that prefers another vehicle."""
        strays = tuple(vehicle.stray_cost(visit) for visit in self._strays)
        return self._costs(vehicle.profile, strays)

    def spread(self, of: Callable[[Job], int]) -> list[int]:
        """This number of each visit, and 0 where routes begin and end."""
        return [*map(of, self.visits), *[0] * (self.size - len(self.visits))]

    def _time(self, profile: str) -> Numbers:
        times: Numbers = (
            self.moved(profile) + np.array(self.spread(lambda visit: visit.service))[:, None]
        )
        times[self.drive(profile) >= UNREACHABLE] = self.horizon + 1
        return times

    def _cost(self, profile: str, strays: tuple[int, ...]) -> Numbers:
        prices = dict(zip((visit.id for visit in self._strays), strays, strict=True))
        stray = np.array(self.spread(lambda visit: prices.get(visit.id, 0)))
        costs = self._on_nodes(self.problem.matrices[profile].cost)
        dear: Numbers = costs + self._setup + stray[None, :]
        return dear

    def _moved(self, profile: str) -> Numbers:
        """Driving, and setup where it leads to another location."""
        moved: Numbers = self.drive(profile) + self._setup
        return moved

    @cached_property
    def _setup(self) -> Numbers:
        elsewhere = np.not_equal.outer(self.places, self.places) | self.nowhere[:, None]
        setup: Numbers = np.array(self.spread(lambda visit: visit.setup))[None, :] * elsewhere
        return setup

    def _drive(self, profile: str) -> Numbers:
        return self._on_nodes(self.problem.matrices[profile].durations)

    def _metres(self, profile: str) -> Numbers:
        return self._on_nodes(self.problem.matrices[profile].distances)

    def _on_nodes(self, matrix: NDArray[np.int32]) -> Numbers:
        """These numbers between nodes: none to and from nowhere, none on a route without visits."""
        numbers: Numbers = matrix[np.ix_(self.places, self.places)].astype(np.int64)
        numbers[self.nowhere, :] = 0
        numbers[:, self.nowhere] = 0
        numbers[len(self.visits) :, len(self.visits) :] = 0
        return numbers

    def _horizon(self) -> int:
        """When the last shift and break are over or, without a shift, even the slowest day."""
        rests = [rest for vehicle in self.problem.vehicles for rest in vehicle.breaks]
        latest = max((rest.windows[-1].close + rest.service for rest in rests), default=0)
        closing = max(vehicle.shift.close for vehicle in self.problem.vehicles)
        if closing < FOREVER:
            return max(closing, latest) - self.origin
        opening = max((visit.windows[-1].open for visit in self.visits if visit.windows), default=0)
        named = (visit.booth for visit in self.visits if visit.booth is not None)
        work = sum(visit.service for visit in self.visits) + sum(rest.service for rest in rests)
        queues = sum(booth.duration for booth in map(self.problem.booth.get, named) if booth)
        return max(opening, latest, self.origin) - self.origin + work + queues + self._longest()

    def _longest(self) -> int:
        """No route drives and parks longer than this."""
        drives = map(self.drive, {vehicle.profile for vehicle in self.problem.vehicles})
        longest = (
            int(np.where(drive >= UNREACHABLE, 0, drive).max(axis=1, initial=0).sum())
            for drive in drives
        )
        return max(longest) + sum(visit.setup for visit in self.visits)
