"""A day too large for one search is halved, again and again: near doors with near couriers.

Unlike parts these halves could have helped each other, so some of the best plan is given up for
searches, and matrices, of a size that can be managed.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from routing.parts import Part, part_of
from routing.problem import Job, Problem, Vehicle

LARGE = 600
"""More jobs than this are not searched at once."""


def halves(problem: Problem) -> list[Problem]:
    """Two problems with half the vehicles each, or none when this one is small enough.

    What is tied together would be torn apart, so that only a day of plain jobs is halved.
    """
    if len(problem.jobs) <= LARGE or len(problem.vehicles) < 2 or _tied(problem):
        return []
    side = _sides(problem)
    fleet = sorted(problem.vehicles, key=lambda vehicle: _side(side, vehicle))
    jobs = sorted(problem.jobs, key=lambda job: side[job.location])
    few = len(fleet) // 2
    cut = len(jobs) * few // len(fleet)
    here, there = _exchanged(jobs[:cut], jobs[cut:], fleet[:few], fleet[few:])
    found = [Part(tuple(here), tuple(fleet[:few])), Part(tuple(there), tuple(fleet[few:]))]
    return [part_of(problem, part) for part in found]


def _tied(problem: Problem) -> bool:
    locked = any(vehicle.locked for vehicle in problem.vehicles)
    tied = any(job.after or (job.group, job.booth) != (None, None) for job in problem.jobs)
    return bool(problem.shipments) or locked or tied


def _sides(problem: Problem) -> NDArray[np.int64]:
    """For each location how much nearer it is to one far end of the day than to the other."""
    durations = problem.matrix(problem.vehicles[0]).durations.astype(np.int64)
    places = np.array([job.location for job in problem.jobs])
    one = places[durations[places[0], places].argmax()]
    other = places[durations[one, places].argmax()]
    sides: NDArray[np.int64] = durations[one] - durations[other]
    return sides


def _side(side: NDArray[np.int64], vehicle: Vehicle) -> int:
    home = vehicle.end if vehicle.start is None else vehicle.start
    return 0 if home is None else int(side[home])


def _exchanged(
    here: Sequence[Job], there: Sequence[Job], ours: Sequence[Vehicle], theirs: Sequence[Vehicle]
) -> tuple[list[Job], list[Job]]:
    """Each job on the side where somebody may serve it, else on its own."""
    going = {job.id for job in here if not _able(ours, job) and _able(theirs, job)}
    coming = {job.id for job in there if not _able(theirs, job) and _able(ours, job)}
    moved = [*here, *there]
    near = {job.id for job in here} - going | coming
    return [j for j in moved if j.id in near], [j for j in moved if j.id not in near]


def _able(fleet: Sequence[Vehicle], job: Job) -> bool:
    return any(vehicle.able(job) for vehicle in fleet)
