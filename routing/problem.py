"""What has to be done and who is there to do it: jobs, vehicles, and the matrices between them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from routing.fault import ProblemFault, whole
from routing.matrix import Matrix
from routing.point import Point

FOREVER = 10**12


@dataclass(frozen=True, slots=True, order=True)
class TimeWindow:
    """From `open` to `close`, both included."""

    open: int
    close: int

    def __post_init__(self) -> None:
        whole("time_window", self.open, self.close)
        if self.open > self.close:
            raise ProblemFault("window_reversed", open=self.open, close=self.close)


ALWAYS = TimeWindow(0, FOREVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A rest of `service` seconds that begins in one of its windows.

    It interrupts driving but never a service. A route that is over before the break must begin,
    or begins after the break could be over, needs none: it is taken at home.
    """

    id: int
    windows: tuple[TimeWindow, ...]
    service: int = 0
    description: str = ""

    def __post_init__(self) -> None:
        whole("break", self.id, self.service)
        if not self.windows:
            raise ProblemFault("break_without_window", id=self.id)
        _apart(self.windows)


class Kind(StrEnum):
    """What a visit is: a job of its own, or one end of a shipment."""

    JOB = "job"
    PICKUP = "pickup"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A visit.

    `windows` say when service may begin (none: at any time). `setup` is spent on arrival, before
    service, and only when the stop before was at another location: one parking, several doors.
    `delivery` is aboard from the start until here, `pickup` from here to the end.
    Without a `prize` the job is required: it is left out only when it cannot be served, low
    `priority` first. With one it is optional, and worth that many seconds of cost.
    `vehicles`, when given, are the only ones that may serve it (a territory, a pinned stop);
    a vehicle that is not `preferred`, when any is, serves it at `stray_cost`.
    All served jobs of a `group` are on one route. Jobs named in `after` are on the same route,
    earlier, or this one is left out. Where a `booth` is named, one of its places is taken up from
    the moment service begins.
    `number` is the id that a document gives it, where jobs, pickups and deliveries count apart.
    """

    id: int
    location: int
    kind: Kind = Kind.JOB
    service: int = 0
    setup: int = 0
    windows: tuple[TimeWindow, ...] = ()
    delivery: tuple[int, ...] = ()
    pickup: tuple[int, ...] = ()
    skills: frozenset[int] = frozenset()
    priority: int = 0
    prize: int | None = None
    vehicles: frozenset[int] | None = None
    preferred: frozenset[int] = frozenset()
    stray_cost: int = 0
    group: int | None = None
    after: frozenset[int] = frozenset()
    booth: int | None = None
    number: int | None = None
    description: str = ""

    def __post_init__(self) -> None:
        given = (self.group, self.booth, self.number)
        whole("job", self.id, self.location, self.service, self.setup, self.stray_cost)
        whole("job", *self.after, *(value for value in given if value is not None))
        whole("delivery", *self.delivery)
        whole("pickup", *self.pickup)
        whole("skills", *self.skills)
        whole("priority", self.priority)
        if self.priority > 100:
            raise ProblemFault("priority_range", value=self.priority)
        if self.prize is not None:
            whole("prize", self.prize)
        _apart(self.windows)

    @property
    def required(self) -> bool:
        return self.prize is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """Somebody or something fetched at one stop and taken to another, by one vehicle.

    `amount` is aboard in between, for `max_ride` seconds at most: from the end of service at the
    pickup to the beginning of service at the delivery. Both ends are served, or neither. What is
    said of the whole (skills, priority, prize, vehicles, group) stands on both ends alike; the
    price of leaving it out, and that of a stray, counts once.
    """

    pickup: Job
    delivery: Job
    amount: tuple[int, ...] = ()
    max_ride: int | None = None

    def __post_init__(self) -> None:
        whole("amount", *self.amount)
        if self.max_ride is not None:
            whole("max_ride", self.max_ride)
        if _of_the_whole(self.pickup) != _of_the_whole(self.delivery):
            raise ProblemFault("shipment_differs", id=self.pickup.id)
        object.__setattr__(self, "pickup", replace(self.pickup, kind=Kind.PICKUP))
        object.__setattr__(self, "delivery", replace(self.delivery, kind=Kind.DELIVERY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Booth:
    """Where people are recorded: `capacity` at a time, each for `duration` seconds.

    A job that names it takes one place from the beginning of its service, whoever brings it.
    """

    id: int
    capacity: int
    duration: int

    def __post_init__(self) -> None:
        whole("booth", self.id, self.capacity, self.duration)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """Who drives or walks: where from and to (None: begins or ends at a stop), when, how much.

    `fixed_cost` is paid when it leaves at all. `max_travel` (seconds) and `max_distance` (metres)
    limit what it drives. `locked` visits come first on its route, in that order.
    """

    id: int
    profile: str = "motor"
    start: int | None = None
    end: int | None = None
    shift: TimeWindow = ALWAYS
    breaks: tuple[Break, ...] = ()
    capacity: tuple[int, ...] = ()
    skills: frozenset[int] = frozenset()
    max_stops: int | None = None
    max_duration: int | None = None
    max_travel: int | None = None
    max_distance: int | None = None
    fixed_cost: int = 0
    locked: tuple[int, ...] = ()
    description: str = ""

    def __post_init__(self) -> None:
        limits = (self.max_stops, self.max_duration, self.max_travel, self.max_distance)
        given = (self.start, self.end, *limits)
        whole("vehicle", self.id, self.fixed_cost, *self.locked)
        whole("vehicle", *(value for value in given if value is not None))
        whole("capacity", *self.capacity)
        whole("skills", *self.skills)

    @property
    def rests(self) -> list[Break]:
        """The breaks in the order in which they are taken."""
        return sorted(self.breaks, key=lambda rest: rest.windows)

    def allowed(self, job: Job) -> bool:
        return job.vehicles is None or self.id in job.vehicles

    def skilled(self, job: Job) -> bool:
        return job.skills <= self.skills

    def able(self, job: Job) -> bool:
        """May this vehicle serve this job at all?"""
        return self.allowed(job) and self.skilled(job)

    def stray_cost(self, job: Job) -> int:
        """The price of a job that prefers another vehicle; a shipment's is paid at its pickup."""
        stray = job.preferred and self.id not in job.preferred and job.kind is not Kind.DELIVERY
        return job.stray_cost if stray else 0


@dataclass(frozen=True)
class Problem:
    """Everything a solver needs. Locations are rows of the matrices, one matrix a profile.

    `visits` are the jobs and both ends of each shipment; their ids are unique together.
    `balance` is the price, in seconds of cost, of each second that the busiest vehicle works beyond
    the mean of all (breaks are not work). `compact` is the price, in hundredths, of each second
    between the stops of a route and the one in their middle: routes that keep to a neighbourhood
    of their own. `points`, when known, are the places of the locations.
    """

    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]
    matrices: Mapping[str, Matrix]
    points: tuple[Point, ...] = ()
    balance: int = 0
    shipments: tuple[Shipment, ...] = ()
    booths: tuple[Booth, ...] = ()
    compact: int = 0

    def __post_init__(self) -> None:
        whole("balance", self.balance)
        whole("compact", self.compact)

    @cached_property
    def visits(self) -> tuple[Job, ...]:
        ends = (end for each in self.shipments for end in (each.pickup, each.delivery))
        return (*self.jobs, *ends)

    @cached_property
    def job(self) -> Mapping[int, Job]:
        """Each visit by its id."""
        return {job.id: job for job in self.visits}

    @cached_property
    def shipment(self) -> Mapping[int, Shipment]:
        """The shipment of each visit that is one end of it."""
        return {end.id: each for each in self.shipments for end in (each.pickup, each.delivery)}

    @cached_property
    def booth(self) -> Mapping[int, Booth]:
        return {booth.id: booth for booth in self.booths}

    @cached_property
    def vehicle(self) -> Mapping[int, Vehicle]:
        return {vehicle.id: vehicle for vehicle in self.vehicles}

    @cached_property
    def units(self) -> tuple[tuple[Job, ...], ...]:
        """What is served together or not at all: each job, and both ends of each shipment."""
        ends = ((each.pickup, each.delivery) for each in self.shipments)
        return (*((job,) for job in self.jobs), *ends)

    @cached_property
    def kinds(self) -> tuple[tuple[Vehicle, ...], ...]:
        """The vehicles by kind: of the same kind are those that may change places in any plan."""
        named: dict[int, list[tuple[int, bool]]] = defaultdict(list)
        for visit in self.visits:
            for numbers, allowed in ((visit.vehicles or (), True), (visit.preferred, False)):
                for number in numbers:
                    named[number].append((visit.id, allowed))
        kinds: dict[object, list[Vehicle]] = defaultdict(list)
        for vehicle in self.vehicles:
            alike = replace(vehicle, id=0, description=""), tuple(named[vehicle.id])
            kinds[alike].append(vehicle)
        return tuple(map(tuple, kinds.values()))

    def matrix(self, vehicle: Vehicle) -> Matrix:
        return self.matrices[vehicle.profile]


def _of_the_whole(end: Job) -> tuple[object, ...]:
    return (end.skills, end.priority, end.prize, end.vehicles, end.preferred, end.group)


def _apart(windows: tuple[TimeWindow, ...]) -> None:
    for before, after in pairwise(windows):
        if before.close >= after.open:
            raise ProblemFault("windows_overlap")
