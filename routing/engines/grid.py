"""The numbers of a model: matrices over its nodes, and times counted from the first shift."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from routing.matrix import UNREACHABLE
from routing.problem import FOREVER, Job, Problem, TimeWindow, Vehicle

Numbers = NDArray[np.int64]


class Grid:
    """Matrices over the nodes of a model: jobs, then a start and an end for each vehicle."""

    def __init__(self, problem: Problem, jobs: Sequence[Job]) -> None:
        self.problem = problem
        self.jobs = jobs
        ends = [place for vehicle in problem.vehicles for place in (vehicle.start, vehicle.end)]
        places = [*(job.location for job in jobs), *ends]
        self.nowhere = np.array([place is None for place in places])
        self.places = np.array([0 if place is None else place for place in places], dtype=np.intp)
        self._ends = [0] * len(ends)
        self.origin = min(vehicle.shift.open for vehicle in problem.vehicles)
        self._drives: dict[str, Numbers] = {}
        self._costs: dict[tuple[str, tuple[int, ...]], Numbers] = {}
        self._times: dict[str, Numbers] = {}
        self.horizon = self._horizon()

    def inside(self, windows: Sequence[TimeWindow]) -> list[tuple[int, int]]:
        """The windows in the model's time, cut to the horizon."""
        cut = [
            (max(0, window.open - self.origin), min(self.horizon, window.close - self.origin))
            for window in windows
        ]
        return [(low, high) for low, high in cut if low <= high]

    def time(self, vehicle: Vehicle) -> Numbers:
        """Seconds from the beginning of one service to that of the next, waits left aside."""
        if vehicle.profile not in self._times:
            service = np.array([*(job.service for job in self.jobs), *self._ends])
            times = self.moved(vehicle.profile) + service[:, None]
            times[self.drive(vehicle.profile) >= UNREACHABLE] = self.horizon + 1
            self._times[vehicle.profile] = times
        return self._times[vehicle.profile]

    def cost(self, vehicle: Vehicle) -> Numbers:
        """Driving and setup, and the price of a job that prefers another vehicle."""
        strays = tuple(vehicle.stray_cost(job) for job in self.jobs)
        key = vehicle.profile, strays
        if key not in self._costs:
            prices = np.array([*strays, *self._ends])
            self._costs[key] = self.moved(vehicle.profile) + prices[None, :]
        return self._costs[key]

    def moved(self, profile: str) -> Numbers:
        """Driving, and setup where it leads to another location."""
        setup = np.array([*(job.setup for job in self.jobs), *self._ends])
        elsewhere = np.not_equal.outer(self.places, self.places) | self.nowhere[:, None]
        moved: Numbers = self.drive(profile) + setup[None, :] * elsewhere
        return moved

    def drive(self, profile: str) -> Numbers:
        if profile not in self._drives:
            durations = self.problem.matrices[profile].durations
            drive = durations[np.ix_(self.places, self.places)].astype(np.int64)
            drive[self.nowhere, :] = 0
            drive[:, self.nowhere] = 0
            self._drives[profile] = drive
        return self._drives[profile]

    def _horizon(self) -> int:
        """When the last shift and break are over or, without a shift, even the slowest day."""
        rests = [rest for vehicle in self.problem.vehicles for rest in vehicle.breaks]
        latest = max((rest.windows[-1].close + rest.service for rest in rests), default=0)
        closing = max(vehicle.shift.close for vehicle in self.problem.vehicles)
        if closing < FOREVER:
            return max(closing, latest) - self.origin
        opening = max((job.windows[-1].open for job in self.jobs if job.windows), default=0)
        work = sum(job.service for job in self.jobs) + sum(rest.service for rest in rests)
        return max(opening, latest, self.origin) - self.origin + work + self._longest()

    def _longest(self) -> int:
        """No route drives and parks longer than this."""
        drives = map(self.drive, {vehicle.profile for vehicle in self.problem.vehicles})
        longest = (
            int(np.where(drive >= UNREACHABLE, 0, drive).max(axis=1, initial=0).sum())
            for drive in drives
        )
        return max(longest) + sum(job.setup for job in self.jobs)
