"""A day of jemput made ready for routing: turns at the booths first, then rides around them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from field.domain.duty import Duty
from field.domain.jemput.asked import Asked, JemputAsked, KitAsked, Place, TripAsked
from field.domain.jemput.booth import Span
from field.domain.jemput.needs import load_s, recording_s, spaces_of
from field.domain.jemput.trip import Leg
from field.domain.jemput.turns import Wanting, give_turns
from field.domain.jemput.visit_ids import PICKUP, kit_visit, trip_visit
from field.domain.place import Point, metres_between
from field.domain.roads import WALK_MS, Stand
from field.problems.rides import BUMPED, PRIORITY, BedVisit, Ride
from routing import TimeWindow

CAR = "mobil"  # the class of roads that a driver's car may use
NO_TURN = "no_turn"  # reasons of ours beside those of routing
NO_TURN_WORDS = {
    "id": "Tidak ada giliran perekaman yang kosong pada jam itu: tawarkan waktu lain.",
    "en": "No booth is free in those hours: propose another time.",
}
NOT_BOTH_WAYS_WORDS = {
    "id": "Hanya satu arah yang muat: tidak ada yang dijemput tanpa kepastian pulang.",
    "en": "Only one way fits: nobody is fetched without a way home.",
}


FIRST_ROUND = timedelta(minutes=45)  # from the depot by a first door to the office


@dataclass(frozen=True)
class PersonTurn:
    """One person's turn, to be stored when the plan is published."""

    trip_id: int
    person_id: int
    office: str
    starts: datetime
    duration_s: int
    bumped: bool


@dataclass(frozen=True)
class Outing:
    """What routing gets, and what it cannot get, with the household of every visit's number."""

    rides: tuple[Ride, ...] = ()
    beds: tuple[BedVisit, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()  # both ways of a household
    turns: tuple[PersonTurn, ...] = ()
    no_point: tuple[int, ...] = ()  # numbers of visits
    no_turn: tuple[int, ...] = ()
    homes: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """Where cars stand and offices are, and when the day begins."""

    midnight: datetime
    stands: Mapping[Place, Stand | None]
    office: Callable[[str], Place]
    opens: datetime  # when the first car leaves
    closes: datetime  # when the last car leaves an office
    rests: tuple[Span, ...] = ()  # of the offices: nobody is recorded

    @classmethod
    def over(
        cls,
        midnight: datetime,
        shifts: Sequence[Duty],
        stands: Mapping[Place, Stand | None],
        office: Callable[[str], Place],
        rests: tuple[Span, ...] = (),
    ) -> "Ground":
        """Return the ground of the drivers with these shifts."""
        opens = min((shift.starts for shift in shifts), default=midnight)
        closes = max((shift.ends for shift in shifts), default=midnight)
        return cls(midnight, stands, office, opens, closes, rests)

    def seconds(self, moment: datetime) -> int:
        return max(0, round((moment - self.midnight).total_seconds()))

    def home(self, asked: Asked) -> tuple[Place, int]:
        """Return where the car stands, and the seconds on foot to the door."""
        wanted = asked.stands_at
        if wanted is None or asked.door is None:
            raise ValueError("Who has no door is not planned.")
        stand = self.stands.get(wanted) or Stand(*wanted, walk_m=0.0)
        far = metres_between(Point(*wanted), Point(*asked.door)) if asked.meet else 0.0
        return (stand.lat, stand.lon), round((stand.walk_m + far) / WALK_MS)


def outing(asked: JemputAsked, ground: Ground) -> Outing:
    """Give turns, and make rides and kit visits of all that have a place."""
    placed = [trip for trip in asked.trips if trip.door is not None]
    turns, without = _turns(asked, placed, ground)
    planned = [trip for trip in placed if trip.request_id not in without]
    outbound = [trip for trip in placed if trip.leg is Leg.OUTBOUND]
    kits = [kit for kit in asked.kits if kit.door is not None]
    return Outing(
        rides=tuple(_ride(trip, turns.get(trip.request_id), ground) for trip in planned),
        beds=tuple(_bed(kit, ground) for kit in kits),
        pairs=tuple(_pairs(asked.trips)),
        turns=tuple(_person_turns(planned, turns)),
        no_point=tuple(_number(one) for one in (*asked.trips, *asked.kits) if one.door is None),
        no_turn=tuple(_number(trip) for trip in outbound if trip.request_id in without),
        homes=_homes(asked),
    )


@dataclass(frozen=True)
class _Turn:
    start: datetime
    length: timedelta
    bumped: bool


def _turns(
    asked: JemputAsked, trips: list[TripAsked], ground: Ground
) -> tuple[dict[int, _Turn], set[int]]:
    """Return each request's turn, and the requests for which none is free."""
    rooms: dict[tuple[str, int | None], list[TripAsked]] = defaultdict(list)
    found: dict[int, _Turn] = {}
    without: set[int] = set()
    for trip in trips:
        if trip.leg is Leg.OUTBOUND:
            rooms[trip.office, trip.evening_id].append(trip)
        elif trip.turn_at:  # his turn is over or near: only the way home is planned
            length = timedelta(seconds=trip.turn_s)
            found[trip.request_id] = _Turn(trip.turn_at, length, bumped=False)
    for (_, evening), group in rooms.items():
        booths = asked.booths_for(group[0])
        if evening is None:
            booths = tuple(one.on(ground.midnight, ground.rests) for one in booths)
        given = give_turns(booths, [_wanting(trip, ground) for trip in group])
        for trip in group:
            if turn := given.given.get(trip.id):
                bumped = trip.bumped or trip.id in given.bumped
                found[trip.request_id] = _Turn(turn.start, turn.duration, bumped)
            else:
                without.add(trip.request_id)
    return found, without


def _wanting(trip: TripAsked, ground: Ground) -> Wanting:
    """Nobody can be at the office before a car has fetched him."""
    if trip.opens is None or trip.closes is None:
        raise ValueError("An accepted trip has its hours.")
    opens = min(max(trip.opens, ground.opens + FIRST_ROUND), max(trip.opens, trip.closes))
    length = timedelta(seconds=sum(recording_s(rider.aid) for _, rider in trip.riders))
    return Wanting(
        trip.id, opens, max(opens, trip.closes), length, trip.asked_at, trip.kelurahan,
        bumped=trip.priority or trip.bumped, kept=trip.turn_at,
    )  # fmt: skip


def _person_turns(trips: list[TripAsked], turns: dict[int, _Turn]) -> list[PersonTurn]:
    """Give the people of a household one turn after the other at the same device."""
    made = []
    for trip in trips:
        if trip.leg is not Leg.OUTBOUND:
            continue
        turn = turns[trip.request_id]
        start = turn.start
        for person, rider in trip.riders:
            length = recording_s(rider.aid)
            made.append(PersonTurn(trip.id, person, trip.office, start, length, turn.bumped))
            start += timedelta(seconds=length)
    return made


def _ride(trip: TripAsked, turn: _Turn | None, ground: Ground) -> Ride:
    """A return without any turn (who came by himself) may begin when it was asked for."""
    home, walk = ground.home(trip)
    riders = [rider for _, rider in trip.riders]
    start = turn.start if turn else trip.opens or ground.midnight
    end = start + turn.length if turn else start
    return Ride(
        trip_id=trip.id,
        leg=trip.leg,
        home=home,
        office=ground.office(trip.office),
        spaces=spaces_of(riders),
        load_s=load_s(riders),
        home_s=load_s(riders, walk),
        turn=TimeWindow(ground.seconds(start), ground.seconds(end)),
        will_call=trip.will_call,
        quiet=_quiet(trip),
        priority=BUMPED if trip.priority or (turn and turn.bumped) else PRIORITY,
        closes=24 * 3600 if trip.evening_id else ground.seconds(ground.closes),
    )


def _bed(kit: KitAsked, ground: Ground) -> BedVisit:
    home, walk = ground.home(kit)
    opens = ground.seconds(kit.opens or ground.midnight)
    closes = ground.seconds(kit.closes or ground.closes)
    window = TimeWindow(opens, max(opens, closes))
    service = kit.service_s + 2 * walk
    priority = BUMPED if kit.priority else PRIORITY
    return BedVisit(kit.id, home, service, window, _quiet(kit), priority)


def _quiet(asked: Asked) -> tuple[int, ...]:
    hours = (hour.split(":") for hour in asked.medicine_hours)
    return tuple(int(hour) * 3600 + int(minute) * 60 for hour, minute in hours)


def _pairs(trips: Sequence[TripAsked]) -> list[tuple[int, int]]:
    ways: dict[int, dict[Leg, int]] = defaultdict(dict)
    for trip in trips:
        ways[trip.request_id][trip.leg] = trip.id
    return [(way[Leg.OUTBOUND], way[Leg.RETURN]) for way in ways.values() if len(way) == len(Leg)]


def _number(one: Asked) -> int:
    return trip_visit(one.id, PICKUP) if isinstance(one, TripAsked) else kit_visit(one.id)


def _homes(asked: JemputAsked) -> dict[int, int]:
    homes = {kit_visit(kit.id): kit.household_id for kit in asked.kits}
    for trip in asked.trips:
        for number in (trip_visit(trip.id, PICKUP), trip_visit(trip.id, PICKUP) + 1):
            homes[number] = trip.household_id
    return homes
