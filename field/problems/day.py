"""A day as a routing problem: doors become jobs, trips shipments, couriers on duty vehicles.

Visits' ids are those of `visit_ids`, vehicles' those of couriers, times seconds since midnight in
the city.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from field.domain.duty import Duty, Pause
from field.domain.jemput.needs import Spaces
from field.domain.roads import Stand
from field.domain.urgency import priority
from field.problems.jemput_day import Outing
from field.problems.rides import KIT_SKILL, job_of, shipment_of
from routing import Break, Job, Shipment, TimeWindow, Vehicle
from routing.point import Point

PARK_S = 45  # from the saddle to the gate, once for neighbours
BALANCE = 1  # a minute more for the busiest weighs as much as a minute more of travel

NOBODY = Outing()

Place = tuple[float, float]
Stands = Mapping[str, Mapping[Place, Stand | None]]  # by profile, then by door


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
    along: bool = False  # a jemput car is at that door anyway

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
    spaces: Spaces | None = None  # of his car, when he drives one of the service's
    has_kit: bool = False

    def serves(self, visit: Visit) -> bool:
        if visit.pinned is not None:
            return visit.pinned == self.courier_id
        if visit.along:
            return self.spaces is not None
        return not self.only_handpicked and visit.kelurahan in self.territory


@dataclass(frozen=True)
class Day:
    """The parts of a routing problem, with one location for each different place."""

    points: tuple[Point, ...]
    jobs: tuple[Job, ...]
    vehicles: tuple[Vehicle, ...]
    shipments: tuple[Shipment, ...] = ()


def day_of(
    visits: Iterable[Visit],
    crew: Sequence[Member],
    midnight: datetime,
    service_s: Callable[[int], int],
    stands: Stands,
    fetched: Outing = NOBODY,
) -> Day:
    """Turn a day into its problem; visits without a place cannot be part of it.

    A job is where its vehicle stands: doors with one stand are one location, so that parking
    counts once. The walk to the door and back is part of the service.
    """
    places: dict[Place, int] = {}

    def location(place: Place) -> int:
        return places.setdefault(place, len(places))

    vehicles = tuple(
        _vehicle(member, location(member.start), location(member.end), midnight) for member in crew
    )

    def job(visit: Visit, door: Place) -> Job:
        able = [member for member in crew if member.serves(visit)]
        stand = _stand(door, {member.profile for member in able}, stands)
        return Job(
            id=visit.household_id,
            location=location((stand.lat, stand.lon)),
            service=service_s(len(visit.cards)) + stand.walk_s,
            setup=PARK_S,
            priority=visit.priority,
            vehicles=frozenset(member.courier_id for member in able),
        )

    cars = frozenset(member.courier_id for member in crew if member.spaces)
    teams = frozenset(member.courier_id for member in crew if member.has_kit)
    jobs = tuple(job(visit, visit.place) for visit in visits if visit.place)
    jobs += tuple(job_of(bed, location(bed.home), teams) for bed in fetched.beds)
    shipments = tuple(
        shipment_of(ride, location(ride.home), location(ride.office), cars)
        for ride in fetched.rides
    )
    return Day(tuple(Point(lat, lon) for lat, lon in places), jobs, vehicles, shipments)


def _stand(door: Place, profiles: Iterable[str], stands: Stands) -> Stand:
    """Return the nearest stand of who may come; the others walk the rest of their way to it.

    Where none gets, the door itself is the location, and no matrix will lead there.
    """
    found = [stands[profile].get(door) for profile in profiles]
    near = min((stand for stand in found if stand), key=lambda each: each.walk_m, default=None)
    return near or Stand(*door, walk_m=0.0)


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
        capacity=(member.spaces.ambulatory, member.spaces.wheelchair) if member.spaces else (),
        skills=frozenset({KIT_SKILL}) if member.has_kit else frozenset(),
        max_stops=member.max_stops,
    )
