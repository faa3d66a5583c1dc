"""Periksa, of jemput: who decides what is true, and what follows from it."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from field.domain.fault import Fault
from field.domain.jemput.needs import Aid
from field.domain.review import NONE, Decision
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.publishing import publish
from field.services.recording import Sender, take_events
from field.services.trip_review import (
    TripCase,
    calls_for_help,
    decide_trip,
    trip_cases,
)
from field.store.db import session
from field.store.reviews import open_reviews
from field.store.tables import KitVisit, Trip
from tests.builders import make_courier
from tests.fakes import StillClock
from tests.fetching import make_booths, make_driver, make_request
from tests.phones import Phone
from tests.planned import courier_like, plan_now

pytestmark = pytest.mark.both_databases
KECAMATAN = "32.71.01"


@dataclass
class Desk:
    """Siti at the office, Dedi and his phones on the road; one household of two."""

    doors: Doors
    siti: int
    dedi: int
    clock: StillClock
    phone: Phone
    trip: int

    @property
    def riders(self) -> dict[int, str]:
        session().expire_all()
        riders = session().get_one(Trip, self.trip).riders
        return {rider.person_id: rider.state for rider in riders}

    @property
    def case(self) -> TripCase:
        (case,) = trip_cases(KECAMATAN)
        return case

    def tell(self, kind: str, *people: int, phone: Phone | None = None) -> str:
        self.clock.forward(minutes=1)
        trip = session().get_one(Trip, self.trip)
        visit = trip.dropoff_visit if kind in ("dropped", "at_office") else trip.pickup_visit
        session().rollback()
        return self.send(kind, visit, *people, phone=phone)

    def send(self, kind: str, visit: str, *people: int, phone: Phone | None = None) -> str:
        phone = phone or self.phone
        event = phone.event(kind, visit, {"people": list(people), "note": ""})
        taken = take_events(phone.batch(event), Sender(self.dedi), self.doors)
        assert not taken.conflicts
        return str(event["id"])

    def decide(self, right: str, reason: str = "ditelepon") -> None:
        decision = Decision(self.case.stop.visit, right, reason)
        session().rollback()
        decide_trip(decision, KECAMATAN, self.siti, self.doors)


@pytest.fixture
def desk(doors: Doors, people: dict[str, Person], clock: StillClock) -> Desk:
    make_driver(people["dedi"].id)
    make_booths(2)
    request = make_request(doors, [Aid.WALKS, Aid.WALKS])
    publish(plan_now(doors), None, people["asep"].id, doors)
    query = select(Trip.id).where(Trip.request_id == request, Trip.leg == "outbound")
    trip = session().scalars(query).one()
    session().rollback()
    siti, dedi = people["siti"].id, people["dedi"].id
    return Desk(doors, siti, dedi, clock, Phone(clock), trip)


def test_an_unproven_no_show_stands_when_the_office_says_so(desk: Desk) -> None:
    event = desk.tell("no_show")
    assert set(desk.riders.values()) == {"review"}
    assert [one.id for one in desk.case.told] == [event]
    assert trip_cases("32.71.02") == []
    with pytest.raises(Fault):
        desk.decide(event, " ")
    desk.decide(event)
    assert set(desk.riders.values()) == {"no_show"}
    assert trip_cases(None) == []


def test_it_is_taken_back_when_the_family_says_otherwise(desk: Desk) -> None:
    desk.tell("no_show")
    desk.decide(NONE)
    assert set(desk.riders.values()) == {"waiting"}
    assert open_reviews(None) == []


def test_two_phones_that_differ_are_looked_at_and_only_the_one_person_is_changed(
    desk: Desk,
) -> None:
    one, two = desk.riders
    desk.tell("aboard")
    desk.tell("dropped")
    absent = desk.tell("door_cancelled", two, phone=Phone(desk.clock))
    assert desk.riders == {one: "dropped", two: "review"}
    assert {event.kind for event in desk.case.told} == {"aboard", "dropped", "door_cancelled"}
    desk.decide(absent)
    assert desk.riders == {one: "dropped", two: "door_cancelled"}
    assert trip_cases(None) == []


def test_who_travelled_was_not_absent(desk: Desk) -> None:
    desk.tell("no_show", phone=Phone(desk.clock))
    aboard = desk.tell("aboard")
    assert set(desk.riders.values()) == {"review"}
    desk.decide(aboard)
    assert set(desk.riders.values()) == {"aboard"}


def test_a_call_for_help_is_seen_until_somebody_answered(desk: Desk) -> None:
    event = desk.tell("sos")
    assert set(desk.riders.values()) == {"waiting"}
    (call,) = calls_for_help(KECAMATAN)
    assert call.help
    assert call.help.id == event
    desk.decide(event, "sudah ditelepon, ambulans datang")
    assert calls_for_help(None) == []


def test_what_was_taken_back_needs_nobody(desk: Desk) -> None:
    event = desk.tell("no_show")
    visit = desk.case.stop.visit
    session().rollback()
    undone = desk.phone.undone(visit, {"id": event})
    take_events(desk.phone.batch(undone), Sender(desk.dedi), desk.doors)
    assert open_reviews(None) == []


def test_a_bed_recorded_without_its_photos_is_asked_about(
    desk: Desk, people: dict[str, Person]
) -> None:
    courier = make_courier(people["budi"].id)
    courier_like(courier, has_kit=True)
    make_request(desk.doors, [Aid.BED], kit=True)
    publish(plan_now(desk.doors, again=True), None, people["asep"].id, desk.doors)
    visit = session().scalars(select(KitVisit)).one().visit
    session().rollback()
    desk.dedi, desk.phone = people["budi"].id, Phone(desk.clock)
    event = desk.send("kit_recorded", visit)
    assert session().scalars(select(KitVisit)).one().state == "review"
    session().rollback()
    desk.decide(event, "foto ada di kamera kantor")
    assert session().scalars(select(KitVisit)).one().state == "recorded"
