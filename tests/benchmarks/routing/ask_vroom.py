"""VROOM at its highest exploration level, with our matrices; territories become skills."""

from collections.abc import Sequence
from datetime import timedelta

import vroom

from routing.plan import Orders
from routing.problem import ALWAYS, Break, Job, Problem, Shipment, TimeWindow, Vehicle

LEVEL = 5
ROOM = 10**6
"""The capacity of a vehicle that has none given."""


def ask(problem: Problem, seconds: float, seed: int, threads: int) -> Orders:  # noqa: ARG001 - VROOM draws no lots
    stated = Stated(problem).input
    found = stated.solve(LEVEL, threads, timeout=timedelta(seconds=seconds))
    orders: dict[int, list[int]] = {}
    for step in found.routes.itertuples():
        if step.type in ("job", "pickup", "delivery"):
            orders.setdefault(int(step.vehicle_id), []).append(int(step.id))
    return orders


class Stated:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.axes = max((len(vehicle.capacity) for vehicle in problem.vehicles), default=0)
        skills = [visit.skills for visit in problem.visits]
        self.bound = {visit.vehicles for visit in problem.visits if visit.vehicles is not None}
        above = 1 + max((skill for each in skills for skill in each), default=0)
        self.territory = {
            fleet: above + n for n, fleet in enumerate(sorted(self.bound, key=sorted))
        }
        self.input = vroom.Input()
        self._matrices()
        self.input.add_vehicle([self._vehicle(vehicle) for vehicle in problem.vehicles])
        self.input.add_job([self._job(job) for job in problem.jobs])
        self.input.add_job([self._shipment(each) for each in problem.shipments])

    def _matrices(self) -> None:
        for profile in {vehicle.profile for vehicle in self.problem.vehicles}:
            matrix = self.problem.matrices[profile]
            self.input.set_durations_matrix(profile, matrix.durations)
            self.input.set_distances_matrix(profile, matrix.distances)
            if matrix.costs is not None:
                self.input.set_costs_matrix(profile, matrix.costs)

    def _vehicle(self, vehicle: Vehicle) -> vroom.Vehicle:
        limits = {
            "max_tasks": vehicle.max_stops,
            "max_travel_time": vehicle.max_travel,
            "max_distance": vehicle.max_distance,
        }
        lands = {self.territory[fleet] for fleet in self.bound if vehicle.id in fleet}
        return vroom.Vehicle(
            vehicle.id,
            start=vehicle.start,
            end=vehicle.end,
            profile=vehicle.profile,
            capacity=list(vehicle.capacity or [ROOM] * self.axes),
            skills=set(vehicle.skills) | lands,
            time_window=None if vehicle.shift == ALWAYS else _window(vehicle.shift),
            breaks=[_break(rest) for rest in vehicle.breaks],
            costs=vroom.VehicleCosts(fixed=vehicle.fixed_cost),
            **{name: limit for name, limit in limits.items() if limit is not None},
        )

    def _job(self, job: Job) -> vroom.Job:
        return vroom.Job(
            job.id,
            job.location,
            default_setup=job.setup,
            default_service=job.service,
            delivery=self._load(job.delivery),
            pickup=self._load(job.pickup),
            skills=self._skills(job),
            priority=job.priority,
            time_windows=_windows(job),
        )

    def _shipment(self, each: Shipment) -> vroom.Shipment:
        return vroom.Shipment(
            _end(each.pickup),
            _end(each.delivery),
            amount=self._load(each.amount),
            skills=self._skills(each.pickup),
            priority=each.pickup.priority,
        )

    def _skills(self, job: Job) -> set[int]:
        return set(job.skills) | (
            {self.territory[job.vehicles]} if job.vehicles is not None else set()
        )

    def _load(self, amounts: Sequence[int]) -> list[int]:
        return [*amounts, *[0] * (self.axes - len(amounts))]


def _end(end: Job) -> vroom.ShipmentStep:
    return vroom.ShipmentStep(
        end.id,
        end.location,
        default_setup=end.setup,
        default_service=end.service,
        time_windows=_windows(end),
    )


def _break(rest: Break) -> vroom.Break:
    return vroom.Break(rest.id, [_window(window) for window in rest.windows], rest.service)


def _windows(visit: Job) -> list[vroom.TimeWindow]:
    """VROOM's window is for the beginning of the setup, ours for what comes after it."""
    early = visit.setup
    return [
        vroom.TimeWindow(max(0, window.open - early), max(0, window.close - early))
        for window in visit.windows
    ]


def _window(window: TimeWindow) -> vroom.TimeWindow:
    return vroom.TimeWindow(window.open, window.close)
