"""Whom the numbers of jemput's visits stand for, as a plan shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.jemput.trip import Leg
from field.domain.jemput.visit_ids import PICKUP, visit_of
from field.store.rides import kits_by_id, trips_by_id


@dataclass(frozen=True)
class Fetched:
    """One visit of jemput."""

    name: str
    what: str  # pickup, dropoff, kit
    homeward: bool
    people: int
    at_office: str = ""  # the office's code, where it is not at home
    will_call: bool = False


def fetched(numbers: Iterable[int]) -> dict[int, Fetched]:
    """Return what these visits are; a number of a trip that is gone has none."""
    named = {number: visit_of(number) for number in numbers}
    trips = trips_by_id(visit.trip for visit in named.values() if visit.trip is not None)
    kits = kits_by_id(visit.kit for visit in named.values() if visit.kit is not None)
    found = {}
    for number, visit in named.items():
        if visit.trip in trips:
            trip = trips[visit.trip]
            people = [rider.person for rider in trip.riders]
            homeward = trip.leg == Leg.RETURN
            away = (visit.end == PICKUP) == homeward
            found[number] = Fetched(
                _name([person.name for person in people]), visit.end, homeward, len(people),
                trip.place if away else "", trip.will_call,
            )  # fmt: skip
        elif visit.kit in kits:
            names = [person.name for person in kits[visit.kit].request.people]
            found[number] = Fetched(_name(names), "kit", homeward=False, people=len(names))
    return found


def _name(names: list[str]) -> str:
    return " + ".join(names) or "-"
