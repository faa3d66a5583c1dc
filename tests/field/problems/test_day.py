"""A job stands where its vehicle stands; the walk is part of its service."""

from datetime import UTC, datetime, timedelta

from field.domain.duty import Duty
from field.domain.roads import Stand
from field.problems.day import PARK_S, Day, Member, Place, Visit, day_of

MIDNIGHT = datetime(2026, 11, 25, tzinfo=UTC)
OFFICE = (-6.59, 106.79)
CORNER, INSIDE, DEEP = (-6.6, 106.8), (-6.601, 106.8), (-6.602, 106.8)
DUTY = Duty(MIDNIGHT + timedelta(hours=8), MIDNIGHT + timedelta(hours=16), ())
AT_CORNER = Stand(*CORNER, walk_m=100.0)
AT_DOOR = Stand(*INSIDE, walk_m=2.0)


def member(courier_id: int, profile: str) -> Member:
    return Member(courier_id, profile, OFFICE, OFFICE, DUTY, frozenset({"k"}))


def visit(household_id: int, place: Place) -> Visit:
    return Visit(household_id, place, "k", (household_id,), 0, urgent=False)


def day(crew: list[Member], stands: dict[str, dict[Place, Stand | None]]) -> Day:
    visits = [visit(1, INSIDE), visit(2, DEEP)]
    return day_of(visits, crew, MIDNIGHT, lambda cards: 60 * cards, stands)


def test_two_doors_with_one_stand_are_one_parking() -> None:
    made = day([member(1, "mobil")], {"mobil": {INSIDE: AT_CORNER, DEEP: Stand(*CORNER, 200.0)}})
    first, second = made.jobs
    assert first.location == second.location
    assert (made.points[first.location].lat, made.points[first.location].lon) == CORNER
    assert (first.setup, second.setup) == (PARK_S, PARK_S)  # counted once by routing
    assert (first.service, second.service) == (60 + 160, 60 + 320)


def test_the_nearest_stand_of_who_may_come() -> None:
    stands: dict[str, dict[Place, Stand | None]] = {
        "mobil": {INSIDE: AT_CORNER, DEEP: None},
        "motor": {INSIDE: AT_DOOR, DEEP: None},
    }
    made = day([member(1, "mobil"), member(2, "motor")], stands)
    near, lost = made.jobs
    assert (made.points[near.location].lat, made.points[near.location].lon) == INSIDE
    assert near.service == 60 + 4
    assert (made.points[lost.location].lat, made.points[lost.location].lon) == DEEP
    assert lost.service == 60
