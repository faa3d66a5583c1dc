"""A day falls into parts that never meet: each kelurahan with its couriers is a problem of its own.

Two visits belong together when one vehicle may serve both, or when they are tied: as ends of a
shipment, as a group, one after another, in one booth. Nothing is lost by solving such parts apart,
and no matrix need ever span two of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from routing.matrix import Matrix, MatrixSource
from routing.point import Point
from routing.problem import Booth, Job, Problem, Shipment, Vehicle


@dataclass(frozen=True, slots=True)
class Outline:
    """A problem whose matrices nobody has asked for yet; locations are rows of `points`."""

    points: tuple[Point, ...]
    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]
    shipments: tuple[Shipment, ...] = ()
    booths: tuple[Booth, ...] = ()
    balance: int = 0
    compact: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]
    shipments: tuple[Shipment, ...] = ()

    @property
    def visits(self) -> list[Job]:
        ends = [end for each in self.shipments for end in (each.pickup, each.delivery)]
        return [*self.jobs, *ends]

    @property
    def locations(self) -> list[int]:
        """The locations used here, in order, each once."""
        ends = (place for vehicle in self.vehicles for place in (vehicle.start, vehicle.end))
        used = {visit.location for visit in self.visits}
        return sorted(used | {place for place in ends if place is not None})

    def renumbered(self) -> "Part":
        """The same with its own locations counted from 0, as its own matrix has them."""
        new: dict[int | None, int] = {place: n for n, place in enumerate(self.locations)}

        def moved(visit: Job) -> Job:
            return replace(visit, location=new[visit.location])

        return Part(
            tuple(map(moved, self.jobs)),
            tuple(
                replace(each, start=new.get(each.start), end=new.get(each.end))
                for each in self.vehicles
            ),
            tuple(
                replace(each, pickup=moved(each.pickup), delivery=moved(each.delivery))
                for each in self.shipments
            ),
        )


@dataclass(slots=True)
class _Together:
    """Units in the making of one part."""

    jobs: list[Job] = field(default_factory=list)
    shipments: list[Shipment] = field(default_factory=list)


def parts(
    jobs: Sequence[Job], vehicles: Sequence[Vehicle], shipments: Sequence[Shipment] = ()
) -> list[Part]:
    """The parts, largest first. Visits that nobody may serve are the last one, with everybody."""
    whole = Part(tuple(jobs), tuple(vehicles), tuple(shipments))
    able = _taken_along(whole, _able(whole))
    root = _joined(len(vehicles), [*able.values(), *_tied(whole, able)])
    grouped: dict[int, _Together] = {}
    for job in jobs:
        key = root[able[job.id][0]] if able[job.id] else -1
        grouped.setdefault(key, _Together()).jobs.append(job)
    for each in shipments:
        both = [root[able[end.id][0]] for end in (each.pickup, each.delivery) if able[end.id]]
        grouped.setdefault(min(both, default=-1), _Together()).shipments.append(each)
    orphans = grouped.pop(-1, None)
    found = [
        Part(tuple(us.jobs), _fleet(vehicles, root, key), tuple(us.shipments))
        for key, us in grouped.items()
    ]
    found.sort(key=lambda part: len(part.visits), reverse=True)
    if orphans is not None:
        everybody = tuple(replace(vehicle, locked=()) for vehicle in vehicles)
        found.append(Part(tuple(orphans.jobs), everybody, tuple(orphans.shipments)))
    return found


def split(problem: Problem) -> list[Problem]:
    """The separate problems within this one, each with its share of the matrices."""
    found = parts(problem.jobs, problem.vehicles, problem.shipments)
    return [problem] if len(found) == 1 else [part_of(problem, part) for part in found]


def part_of(problem: Problem, part: Part) -> Problem:
    locations = part.locations
    points = tuple(problem.points[location] for location in locations) if problem.points else ()
    matrices = {name: matrix.cut(locations) for name, matrix in problem.matrices.items()}
    own = part.renumbered()
    return replace(
        problem,
        jobs=own.jobs,
        vehicles=own.vehicles,
        matrices=matrices,
        points=points,
        shipments=own.shipments,
    )


def problems(day: Outline, source: MatrixSource) -> Iterator[Problem]:
    """The separate problems of a day, matrices asked for part by part.

    Ids stay as they are; locations are renumbered, and each problem's own points say where.
    """
    for part in parts(day.jobs, day.vehicles, day.shipments):
        here = tuple(day.points[location] for location in part.locations)
        own = part.renumbered()
        profiles = sorted({vehicle.profile for vehicle in own.vehicles})
        matrices: dict[str, Matrix] = {each: source.matrix(here, each) for each in profiles}
        yield Problem(
            own.jobs,
            own.vehicles,
            matrices,
            here,
            day.balance,
            own.shipments,
            day.booths,
            day.compact,
        )


def _able(whole: Part) -> dict[int, list[int]]:
    """Who may serve each visit, or is locked to it; visits that ask the same share the answer."""
    locked = {visit for vehicle in whole.vehicles for visit in vehicle.locked}
    asked: dict[object, list[int]] = {}
    able = {}
    for visit in whole.visits:
        key = (visit.vehicles, visit.skills, visit.id if visit.id in locked else None)
        if key not in asked:
            asked[key] = [
                n
                for n, each in enumerate(whole.vehicles)
                if each.able(visit) or visit.id in each.locked
            ]
        able[visit.id] = asked[key]
    return able


def _taken_along(whole: Part, able: dict[int, list[int]]) -> dict[int, list[int]]:
    """Who may be served by nobody goes with those whose forerunner or follower he is."""
    pairs = [(visit.id, other) for visit in whole.visits for other in visit.after if other in able]
    pairs += [(each.pickup.id, each.delivery.id) for each in whole.shipments]
    homes = dict(able)
    while lonely := [
        (one, other)
        for pair in pairs
        for one, other in (pair, pair[::-1])
        if homes[other] and not homes[one]
    ]:
        for one, other in lonely:
            homes[one] = homes[other][:1]
    return homes


def _fleet(vehicles: Sequence[Vehicle], root: Sequence[int], key: int) -> tuple[Vehicle, ...]:
    return tuple(vehicle for n, vehicle in enumerate(vehicles) if root[n] == key)


def _tied(whole: Part, able: dict[int, list[int]]) -> Iterator[list[int]]:
    """The vehicles of visits that are tied, each tie a list."""
    ties: dict[object, list[int]] = {}
    for each in whole.shipments:
        yield [*able[each.pickup.id], *able[each.delivery.id]]
    for visit in whole.visits:
        for tie in (("group", visit.group), ("booth", visit.booth)):
            if tie[1] is not None:
                ties.setdefault(tie, []).extend(able[visit.id][:1])
        for earlier in visit.after:
            yield [*able[visit.id], *able.get(earlier, ())]
    yield from ties.values()


def _joined(count: int, together: Iterable[Sequence[int]]) -> list[int]:
    """For each vehicle the first one that it is together with, directly or by way of others."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for numbers in {tuple(numbers) for numbers in together}:
        for number in numbers[1:]:
            low, high = sorted((root(numbers[0]), root(number)))
            parent[high] = low
    return [root(number) for number in range(count)]
