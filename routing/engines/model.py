"""A Problem as an OR-Tools routing model: every constraint, in registered matrices."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from ortools.constraint_solver import pywrapcp

from routing.cost import penalty
from routing.engines.grid import Grid
from routing.problem import Job, Problem, TimeWindow

TIME = "time"


class Model:
    """The solver's model and the way back from its indices to our ids.

    Nodes are the jobs, then a start and an end for each vehicle. Times count from the opening of
    the first shift.
    """

    def __init__(self, problem: Problem, jobs: Sequence[Job]) -> None:
        self.problem = problem
        self.jobs = jobs
        self.grid = Grid(problem, jobs)
        count, fleet = len(jobs), range(len(problem.vehicles))
        starts = [count + 2 * number for number in fleet]
        self.manager = pywrapcp.RoutingIndexManager(
            count + 2 * len(fleet), len(fleet), starts, [start + 1 for start in starts]
        )
        self.routing = pywrapcp.RoutingModel(self.manager)
        self.solver = self.routing.solver()
        self._costs()
        self._times()
        self._loads()
        self._choices()

    def _costs(self) -> None:
        register = _once(self.routing.RegisterTransitMatrix)
        for number, vehicle in enumerate(self.problem.vehicles):
            costs = register(self.grid.cost(vehicle))
            self.routing.SetArcCostEvaluatorOfVehicle(costs, number)

    def _times(self) -> None:
        register = _once(self.routing.RegisterTransitMatrix)
        vehicles = self.problem.vehicles
        transits = [register(self.grid.time(vehicle)) for vehicle in vehicles]
        horizon = self.grid.horizon
        self.routing.AddDimensionWithVehicleTransits(transits, horizon, horizon, False, TIME)
        time = self.routing.GetDimensionOrDie(TIME)
        for node, job in enumerate(self.jobs):
            self._open(time.CumulVar(self.manager.NodeToIndex(node)), job.windows)
        for number, vehicle in enumerate(vehicles):
            for index in (self.routing.Start(number), self.routing.End(number)):
                self._open(time.CumulVar(index), (vehicle.shift,))
            if vehicle.max_duration is not None:
                time.SetSpanUpperBoundForVehicle(min(vehicle.max_duration, horizon), number)
        self._breaks(time)

    def _open(self, cumul: pywrapcp.IntVar, windows: Sequence[TimeWindow]) -> None:
        """Keep this time inside the windows, of which at least one is within the horizon."""
        if not windows:
            return
        inside = self.grid.inside(windows)
        cumul.SetRange(inside[0][0], inside[-1][1])
        for before, after in pairwise(inside):
            cumul.RemoveInterval(before[1] + 1, after[0] - 1)

    def _breaks(self, time: pywrapcp.RoutingDimension) -> None:
        visits = [0] * self.routing.Size()
        for node, job in enumerate(self.jobs):
            visits[self.manager.NodeToIndex(node)] = job.service
        for number, vehicle in enumerate(self.problem.vehicles):
            rests = []
            for rest in vehicle.breaks:
                inside = self.grid.inside(rest.windows)
                if not inside:
                    continue
                interval = self.solver.FixedDurationIntervalVar(
                    inside[0][0], inside[-1][1], rest.service, False, f"break {rest.id}"
                )
                self._open(interval.StartExpr().Var(), rest.windows)
                rests.append(interval)
            if rests:
                time.SetBreakIntervalsOfVehicle(rests, number, visits)

    def _loads(self) -> None:
        vehicles = self.problem.vehicles
        for axis in range(max((len(vehicle.capacity) for vehicle in vehicles), default=0)):
            needs = [job.delivery[axis] if axis < len(job.delivery) else 0 for job in self.jobs]
            room = [
                vehicle.capacity[axis] if axis < len(vehicle.capacity) else sum(needs)
                for vehicle in vehicles
            ]
            self._limit(f"load {axis}", needs, room)
        if any(vehicle.max_stops is not None for vehicle in vehicles):
            most = len(self.jobs)
            room = [most if v.max_stops is None else min(most, v.max_stops) for v in vehicles]
            self._limit("stops", [1] * most, room)

    def _limit(self, name: str, needs: list[int], room: list[int]) -> None:
        callback = self.routing.RegisterUnaryTransitVector(needs + [0] * (2 * len(room)))
        self.routing.AddDimensionWithVehicleCapacity(callback, 0, room, True, name)

    def _choices(self) -> None:
        """Each job may be left out at its price; some vehicles may not serve it."""
        for node, job in enumerate(self.jobs):
            index = self.manager.NodeToIndex(node)
            self.routing.AddDisjunction([index], penalty(job))
            fleet = self.problem.vehicles
            able = [number for number, vehicle in enumerate(fleet) if vehicle.able(job)]
            if len(able) < len(fleet):
                self.routing.VehicleVar(index).SetValues([-1, *able])


def _once(
    register: Callable[[list[list[int]]], int],
) -> Callable[[NDArray[np.int64]], int]:
    """Register equal matrices once: one that the grid hands out twice is the same object."""
    known: dict[int, int] = {}

    def registered(matrix: NDArray[np.int64]) -> int:
        if id(matrix) not in known:
            known[id(matrix)] = register(matrix.tolist())
        return known[id(matrix)]

    return registered
