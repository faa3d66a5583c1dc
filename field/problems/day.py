"""A day of deliveries as a routing problem: doors become jobs, couriers on duty become vehicles.

Job ids are household ids, vehicle ids courier ids, times seconds since midnight in the city.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from field.domain.duty import Duty, Pause
from field.domain.urgency import priority
from routing import Break, Job, TimeWindow, Vehicle
from routing.point import Point

PARK_S = 45  # from the saddle to the gate, once for neighbours
BALANCE = 1  # a minute more for the busiest weighs as much as a minute more of travel

Place = tuple[float, float]


@dataclass(frozen=True)
class Visit:
    """One door with the cards that wait for it."""

    household_id: int
    place: Place | None  # lat, lon
    kelurahan: str
    cards: tuple[int, ...]
    waiting_days: int
    urgent: bool
    pinned: int | None = None  # the courier who shall go there

    @property
    def priority(self) -> int:
        return priority(self.waiting_days, urgent=self.urgent, handpicked=self.pinned is not None)


@dataclass(frozen=True)
class Member:
    """A courier on duty."""

    courier_id: int
    profile: str  # motor, mobil, foot
    start: Place
    end: Place
    duty: Duty
    territory: frozenset[str]
    max_stops: int | None = None
    only_handpicked: bool = False

    def serves(self, visit: Visit) -> bool:
        if visit.pinned is not None:
            return visit.pinned == self.courier_id
        return not self.only_handpicked and visit.kelurahan in self.territory


@dataclass(frozen=True)
class Day:
    """The parts of a routing problem, with one location for each different place."""

    points: tuple[Point, ...]
    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]


def day_of(
    visits: Iterable[Visit],
    crew: Sequence[Member],
    midnight: datetime,
    service_s: Callable[[int], int],
) -> Day:
    """Turn a day into its problem; visits without a place cannot be part of it."""
    places: dict[Place, int] = {}

    def location(place: Place) -> int:
        return places.setdefault(place, len(places))

    vehicles = tuple(
        _vehicle(member, location(member.start), location(member.end), midnight) for member in crew
    )
    jobs = tuple(
        Job(
            id=visit.household_id,
            location=location(visit.place),
            service=service_s(len(visit.cards)),
            setup=PARK_S,
            priority=visit.priority,
            vehicles=frozenset(m.courier_id for m in crew if m.serves(visit)),
        )
        for visit in visits
        if visit.place
    )
    return Day(tuple(Point(lat, lon) for lat, lon in places), jobs, vehicles)


def _vehicle(member: Member, start: int, end: int, midnight: datetime) -> Vehicle:
    def seconds(moment: datetime) -> int:
        return round((moment - midnight).total_seconds())

    def rest(number: int, pause: Pause) -> Break:
        window = TimeWindow(seconds(pause.earliest), seconds(pause.latest))
        length = round(pause.length.total_seconds())
        return Break(id=number, windows=(window,), service=length, description=pause.name)

    duty = member.duty
    return Vehicle(
        id=member.courier_id,
        profile=member.profile,
        start=start,
        end=end,
        shift=TimeWindow(seconds(duty.starts), seconds(duty.ends)),
        breaks=tuple(rest(number, pause) for number, pause in enumerate(duty.pauses, start=1)),
        max_stops=member.max_stops,
    )
