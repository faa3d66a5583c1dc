"""Who is away from home while the shift nears its end: the office's alarm."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from field.domain.jemput.trip import Leg, RiderFold, TripState
from field.domain.jemput.whereabouts import WHERE_WORDS, PersonDay, alarms
from field.gateways.doors import Doors
from field.store import planning
from field.store.tables import Trip
from field.store.trips_of_day import trips_of_day


@dataclass(frozen=True)
class Away:
    """One person who must still be brought home."""

    name: str
    where: str  # in words
    ready: bool
    driver: str
    phone: str  # of the family
    shift_ends: datetime


def who_is_away(day: date, kecamatan: str | None, doors: Doors) -> list[Away]:
    """Return who is still out an hour before their driver's route ends, and as long as it lasts."""
    now = doors.clock.now()
    ends = {route.courier_id: route.ends_at for route in planning.open_manifests(day)}
    last = max(ends.values(), default=now)
    ways: dict[int, dict[Leg, Trip]] = defaultdict(dict)
    for trip in trips_of_day(day, kecamatan):
        ways[trip.request_id][Leg(trip.leg)] = trip
    found = []
    for legs in ways.values():
        if len(legs) < len(Leg):
            continue
        back = legs[Leg.RETURN]
        until = ends.get(back.courier_id or 0, last)
        days = _days(legs)
        for person in alarms(days, now, until):
            found.append(_away(back, person, days[person], until))
    return found


def _days(legs: dict[Leg, Trip]) -> dict[int, PersonDay]:
    folds = {
        leg: {r.person_id: RiderFold(TripState(r.state), r.ready) for r in trip.riders}
        for leg, trip in legs.items()
    }
    waiting = RiderFold(TripState.WAITING)
    return {
        person: PersonDay(fold, folds[Leg.RETURN].get(person, waiting))
        for person, fold in folds[Leg.OUTBOUND].items()
    }


def _away(back: Trip, person: int, day: PersonDay, until: datetime) -> Away:
    own = next(rider.person for rider in back.riders if rider.person_id == person)
    return Away(
        name=own.name,
        where=WHERE_WORDS[day.where],
        ready=day.ready,
        driver=back.courier.user.name if back.courier else "",
        phone=back.request.phone,
        shift_ends=until,
    )
