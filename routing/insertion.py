"""Where a job costs least: the hands that mend an engine's orders and explain what they lack."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from routing.cost import penalty
from routing.fit import Over, over
from routing.matrix import Matrix
from routing.plan import Orders
from routing.problem import Job, Problem, Vehicle
from routing.schedule import seconds

LOOKED_AT = 200
"""Only so many places are timed for a job: beyond them a detour is no bargain."""


class Slot(NamedTuple):
    """A place in a route: what it costs more, and what it breaks."""

    cost: int
    vehicle: int
    position: int
    over: Over


def slots(problem: Problem, orders: Orders, job: Job) -> Iterator[Slot]:
    """Places on routes of vehicles that may serve this job, cheapest first."""
    ways = [
        (_detour(problem, vehicle, jobs, position, job), vehicle.id, position)
        for vehicle in problem.vehicles
        if vehicle.able(job)
        for jobs in [_jobs(problem, orders, vehicle)]
        for position in range(len(jobs) + 1)
    ]
    for cost, number, position in sorted(ways)[:LOOKED_AT]:
        vehicle = problem.vehicle[number]
        jobs = _jobs(problem, orders, vehicle)
        yield Slot(
            cost,
            number,
            position,
            over(problem, vehicle, [*jobs[:position], job, *jobs[position:]]),
        )


def filled(problem: Problem, orders: Orders) -> dict[int, list[int]]:
    """The orders with every job put in that still fits and is worth its detour."""
    full = {vehicle: list(ids) for vehicle, ids in orders.items()}
    planned = {job for ids in full.values() for job in ids}
    waiting = [job for job in problem.jobs if job.id not in planned]
    for job in sorted(waiting, key=penalty, reverse=True):
        for slot in slots(problem, full, job):
            if slot.cost > penalty(job):
                break
            if slot.over.fits:
                full.setdefault(slot.vehicle, []).insert(slot.position, job.id)
                break
    return full


def kept(problem: Problem, orders: Orders) -> dict[int, list[int]]:
    """The orders without the cheapest jobs to leave out, where a route cannot be kept."""
    mended = {}
    for number, ids in orders.items():
        vehicle = problem.vehicle[number]
        jobs = [problem.job[job] for job in ids]
        while jobs and not over(problem, vehicle, jobs).fits:
            jobs.remove(min(jobs, key=penalty))
        mended[number] = [job.id for job in jobs]
    return mended


def _jobs(problem: Problem, orders: Orders, vehicle: Vehicle) -> list[Job]:
    return [problem.job[job] for job in orders.get(vehicle.id, ())]


def _detour(
    problem: Problem, vehicle: Vehicle, jobs: Sequence[Job], position: int, job: Job
) -> int:
    """The extra cost of this job between two others."""
    matrix = problem.matrix(vehicle)
    before = jobs[position - 1].location if position else vehicle.start
    after = jobs[position] if position < len(jobs) else None
    onward = vehicle.end if after is None else after.location
    direct = _way(matrix, before, onward, after) if jobs else 0
    around = _way(matrix, before, job.location, job) + _way(matrix, job.location, onward, after)
    return around - direct + vehicle.stray_cost(job)


def _way(matrix: Matrix, origin: int | None, target: int | None, job: Job | None) -> int:
    """Driving there, and setting up for the job there when it is another location."""
    setup = 0 if job is None or origin == target else job.setup
    return seconds(matrix, origin, target) + setup
