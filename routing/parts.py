"""A day falls into parts that never meet: each kelurahan with its couriers is a problem of its own.

Two jobs belong together when one vehicle may serve both. Nothing is lost by solving such parts
apart, and no matrix need ever span two of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from routing.matrix import MatrixSource
from routing.point import Point
from routing.problem import Job, Problem, Vehicle


@dataclass(frozen=True, slots=True)
class Part:
    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]

    @property
    def locations(self) -> list[int]:
        """The locations used here, in order, each once."""
        ends = (place for vehicle in self.vehicles for place in (vehicle.start, vehicle.end))
        used = {job.location for job in self.jobs}
        return sorted(used | {place for place in ends if place is not None})

    def renumbered(self) -> "Part":
        """The same with its own locations counted from 0, as its own matrix has them."""
        new = {location: number for number, location in enumerate(self.locations)}
        return Part(
            tuple(replace(job, location=new[job.location]) for job in self.jobs),
            tuple(
                replace(
                    vehicle,
                    start=None if vehicle.start is None else new[vehicle.start],
                    end=None if vehicle.end is None else new[vehicle.end],
                )
                for vehicle in self.vehicles
            ),
        )


def parts(jobs: Sequence[Job], vehicles: Sequence[Vehicle]) -> list[Part]:
    """The parts, largest first. Jobs that nobody may serve are the last one, with everybody."""
    able = [[n for n, vehicle in enumerate(vehicles) if vehicle.able(job)] for job in jobs]
    root = _joined(len(vehicles), able)
    grouped: dict[int, list[Job]] = {}
    orphans: list[Job] = []
    for job, numbers in zip(jobs, able, strict=True):
        (grouped.setdefault(root[numbers[0]], []) if numbers else orphans).append(job)
    fleets = {group: [v for n, v in enumerate(vehicles) if root[n] == group] for group in grouped}
    found = [Part(tuple(group), tuple(fleets[key])) for key, group in grouped.items()]
    found.sort(key=lambda part: len(part.jobs), reverse=True)
    return [*found, Part(tuple(orphans), tuple(vehicles))] if orphans else found


def split(problem: Problem) -> list[Problem]:
    """The separate problems within this one, each with its share of the matrices."""
    return [part_of(problem, part) for part in parts(problem.jobs, problem.vehicles)]


def part_of(problem: Problem, part: Part) -> Problem:
    locations = part.locations
    own = part.renumbered()
    return Problem(
        own.jobs,
        own.vehicles,
        {name: matrix.cut(locations) for name, matrix in problem.matrices.items()},
        tuple(problem.points[location] for location in locations) if problem.points else (),
        problem.balance,
    )


def problems(
    points: Sequence[Point],
    jobs: Iterable[Job],
    vehicles: Iterable[Vehicle],
    source: MatrixSource,
    balance: int = 0,
) -> Iterator[Problem]:
    """The separate problems of a day whose locations are `points`, matrices asked for part by part.

    Ids stay as they are; locations are renumbered, and each problem's own points say where.
    """
    for part in parts(tuple(jobs), tuple(vehicles)):
        here = [points[location] for location in part.locations]
        own = part.renumbered()
        profiles = sorted({vehicle.profile for vehicle in own.vehicles})
        matrices = {profile: source.matrix(here, profile) for profile in profiles}
        yield Problem(own.jobs, own.vehicles, matrices, tuple(here), balance)


def _joined(count: int, able: Iterable[Sequence[int]]) -> list[int]:
    """For each vehicle the first one that it shares jobs with, directly or by way of others."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for numbers in able:
        for number in numbers[1:]:
            low, high = sorted((root(numbers[0]), root(number)))
            parent[high] = low
    return [root(number) for number in range(count)]
