"""What has to be done and who is there to do it: jobs, vehicles, and the matrices between them."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A visit.

    `windows` say when service may begin (none: at any time). `setup` is spent on arrival, before
    service, and only when the stop before was at another location: one parking, several doors.
    Without a `prize` the job is required: it is left out only when it cannot be served, low
    `priority` first. With one it is optional, and worth that many seconds of cost.
    `vehicles`, when given, are the only ones that may serve it (a territory, a pinned stop);
    a vehicle that is not `preferred`, when any is, serves it at `stray_cost`.
    """

    id: int
    location: int
    service: int = 0
    setup: int = 0
    windows: tuple[TimeWindow, ...] = ()
    delivery: tuple[int, ...] = ()
    skills: frozenset[int] = frozenset()
    priority: int = 0
    prize: int | None = None
    vehicles: frozenset[int] | None = None
    preferred: frozenset[int] = frozenset()
    stray_cost: int = 0
    description: str = ""

    def __post_init__(self) -> None:
        whole("job", self.id, self.location, self.service, self.setup, self.stray_cost)
        whole("delivery", *self.delivery)
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
class Vehicle:
    """Who drives or walks: where from and to (None: begins or ends at a stop), when, how much."""

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
    description: str = ""

    def __post_init__(self) -> None:
        given = (self.start, self.end, self.max_stops, self.max_duration)
        whole("vehicle", self.id, *(value for value in given if value is not None))
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
        return job.stray_cost if job.preferred and self.id not in job.preferred else 0


@dataclass(frozen=True)
class Problem:
    """Everything a solver needs. Locations are rows of the matrices, one matrix a profile.

    `balance` is the price, in seconds of cost, of each second that the busiest vehicle works beyond
    the mean of all (breaks are not work). `points`, when known, are the places of the locations.
    """

    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]
    matrices: Mapping[str, Matrix]
    points: tuple[Point, ...] = ()
    balance: int = 0

    def __post_init__(self) -> None:
        whole("balance", self.balance)

    @cached_property
    def job(self) -> Mapping[int, Job]:
        return {job.id: job for job in self.jobs}

    @cached_property
    def vehicle(self) -> Mapping[int, Vehicle]:
        return {vehicle.id: vehicle for vehicle in self.vehicles}

    def matrix(self, vehicle: Vehicle) -> Matrix:
        return self.matrices[vehicle.profile]


def _apart(windows: tuple[TimeWindow, ...]) -> None:
    for before, after in pairwise(windows):
        if before.close >= after.open:
            raise ProblemFault("windows_overlap")
