"""The care card: read by who comes that day, driver or kit team; every reading is written down."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.care import CareCard
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit
from field.store.db import transaction
from field.store.tables import Person
from field.store.trips import driven_by_or_none, visited_by_or_none


@dataclass(frozen=True)
class Cared:
    """What who comes must know of one person."""

    person: Person
    card: CareCard


def care_of(trip_id: int, user_id: int, doors: Doors) -> list[Cared]:
    """Return the care cards of a trip's riders.

    Raises:
        Fault: the trip is another driver's, of another day, or none: the answer is the same.
    """
    now = doors.clock.now()
    with transaction() as live:
        trip = driven_by_or_none(trip_id, user_id, local_date(now, doors.zone))
        if trip is None:
            raise Fault(NOT_FOUND, what=N_("Perjalanan"))
        audit.record(live, "care.read", at=now, by=user_id, subject=f"trip:{trip_id}")
        return _opened((rider.person for rider in trip.riders), doors)


def care_at_bed(visit: str, user_id: int, doors: Doors) -> list[Cared]:
    """Return the care cards of those whom a team visits with the recording kit.

    Raises:
        Fault: the visit is another team's, of another day, or none: the answer is the same.
    """
    now = doors.clock.now()
    with transaction() as live:
        kit = visited_by_or_none(visit, user_id, local_date(now, doors.zone))
        if kit is None:
            raise Fault(NOT_FOUND, what=N_("Kunjungan"))
        audit.record(live, "care.read", at=now, by=user_id, subject=f"kit:{kit.id}")
        return _opened(kit.request.people, doors)


def _opened(people: Iterable[Person], doors: Doors) -> list[Cared]:
    return [Cared(person, _card(person, doors)) for person in people]


def _card(person: Person, doors: Doors) -> CareCard:
    if person.care_cipher is None:
        return CareCard()
    opened = doors.vault.open(person.care_cipher, owner=f"care:{person.seal}")
    return CareCard.from_json(opened.decode())
