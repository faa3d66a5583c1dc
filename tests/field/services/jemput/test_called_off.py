"""What is published and taken back: the driver hears of it, and whoever travels is believed."""

from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import select

from field.domain.event import StopState
from field.domain.fault import Fault
from field.domain.jemput.needs import Aid
from field.domain.jemput.request import Act
from field.gateways.doors import Doors
from field.services import deciding, homeward, tracking, trips_out
from field.services.accounts import Person
from field.services.deciding import UNDER_WAY, Appointment, Decider
from field.services.publishing import publish
from field.services.recording import Sender, take_events
from field.services.routes import route_for
from field.store.db import session, transaction
from field.store.tables import Courier, Request, Trip, Turn
from tests.builders import TODAY, make_courier
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.fetching import OFFICE, at, make_booths, make_driver, make_request
from tests.phones import Phone
from tests.planned import plan_now
from tests.web.trespass_world import OURS


@dataclass
class Morning:
    """One household on Dedi's published route."""

    request: int
    dedi: Person
    desk: Decider
    phone: Phone
    clock: StillClock
    doors: Doors

    @property
    def token(self) -> str:
        return tracking.token_of(session().get_one(Request, self.request), self.doors)

    @property
    def states(self) -> set[StopState]:
        stops = route_for(self.dedi.id, TODAY, self.doors).routes[0].stops
        return {shown.state for shown in stops}

    def trip(self, leg: str) -> Trip:
        query = select(Trip).where(Trip.request_id == self.request, Trip.leg == leg)
        return session().scalars(query.order_by(Trip.id)).all()[-1]

    def tell(self, leg: str, *kinds: str) -> None:
        visit, events = self.trip(leg).pickup_visit, []
        for kind in kinds:
            self.clock.forward(minutes=6)
            event = self.phone.event(kind, visit, {"people": [], "note": ""})
            events.append(event | {"photos": ["a" * 64] * (kind == "no_show")})
        assert not take_events(
            self.phone.batch(*events), Sender(self.dedi.id), self.doors
        ).conflicts
        session().expire_all()

    def cancel(self) -> None:
        deciding.say(self.request, Act.CANCEL, "sakit", self.desk, self.doors)
        session().expire_all()


@pytest.fixture
def morning(doors: Doors, people: dict[str, Person], clock: StillClock) -> Morning:
    clock.at = at(7)
    make_driver(people["dedi"].id)
    make_booths(1)
    request = make_request(doors, [Aid.WALKS], (8, 10))
    publish(plan_now(doors), None, people["asep"].id, doors)
    desk = Decider(people["siti"].id, None)
    return Morning(request, people["dedi"], desk, Phone(clock), clock, doors)


def test_a_family_cancels_until_the_car_is_at_the_door(app: Flask, morning: Morning) -> None:
    assert morning.states == {StopState.WAITING}
    tracking.cancel(morning.token, "sakit", morning.doors)
    session().expire_all()
    assert morning.states == {StopState.FAILED}
    assert session().query(Turn).count() == 0
    page = app.test_client().get(f"/jemput/lihat/{morning.token}").get_data(as_text=True)
    assert "Petugas diberi tahu lewat HP-nya." in page
    trips = trips_out.tickets(TODAY, None, morning.doors)
    assert {trip["trip_status"] for trip in trips} == {"late_cancel"}
    route = sign_in(app, "dedi").get("/api/route", headers=OURS)
    stops = route.json["manifests"][0]["stops"]  # type: ignore[index]  # it is JSON
    assert {stop["trip"]["called_off"] for stop in stops} == {"late_cancelled"}


def test_how_it_ended_first_stays_when_it_is_opened_again_and_refused(morning: Morning) -> None:
    morning.cancel()
    deciding.say(morning.request, Act.REOPEN, "sudah sehat", morning.desk, morning.doors)
    deciding.say(morning.request, Act.REFUSE, "mobil penuh", morning.desk, morning.doors)
    session().expire_all()
    assert morning.trip("outbound").called_off == "late_cancelled"


def test_at_the_door_the_driver_says_it(morning: Morning) -> None:
    morning.tell("outbound", "arrived")
    assert not tracking.follow(morning.token, morning.doors).may_cancel
    with pytest.raises(Fault) as family:
        tracking.another_day(morning.token, "besok", morning.doors)
    assert family.value.kind is tracking.TOO_LATE
    with pytest.raises(Fault) as desk:
        morning.cancel()
    assert desk.value.kind is UNDER_WAY


def test_who_travels_all_the_same_is_away_until_home(morning: Morning) -> None:
    morning.cancel()
    morning.tell("outbound", "arrived")
    assert morning.states == {StopState.FAILED}
    morning.tell("outbound", "aboard", "dropped", "at_office")
    morning.clock.at = at(23)
    (away,) = homeward.who_is_away(TODAY, None, morning.doors)
    assert away.where == "di kantor"
    morning.tell("return", "aboard", "dropped", "home")
    assert homeward.who_is_away(TODAY, None, morning.doors) == []


def test_the_desk_is_told_whom_to_call_and_the_next_plan_lets_go(
    app: Flask, morning: Morning, people: dict[str, Person]
) -> None:
    morning.cancel()
    page = sign_in(app, "asep").get(f"/kantor/jemput/{morning.request}").get_data(as_text=True)
    assert "Rute Dedi Kurnia sudah terbit." in page
    publish(plan_now(morning.doors, again=True), None, people["asep"].id, morning.doors)
    assert not route_for(morning.dedi.id, TODAY, morning.doors).routes
    page = sign_in(app, "asep").get(f"/kantor/jemput/{morning.request}").get_data(as_text=True)
    assert "sudah terbit" not in page


def test_who_was_absent_gets_another_hour_the_same_day(
    morning: Morning, people: dict[str, Person]
) -> None:
    morning.tell("outbound", "arrived", "called", "no_show")
    later = Appointment(TODAY, at(13).time(), at(15).time(), OFFICE)
    deciding.propose(morning.request, later, "Tadi tidak ada orang.", morning.desk, morning.doors)
    deciding.say(morning.request, Act.AGREE, "", morning.desk, morning.doors)
    publish(plan_now(morning.doors, again=True), None, people["asep"].id, morning.doors)
    session().expire_all()
    again = morning.trip("outbound")
    assert again.scheduled_pickup
    assert again.scheduled_pickup > morning.clock.now()
    morning.tell("outbound", "arrived", "aboard", "dropped", "at_office", "ready")
    morning.tell("return", "aboard", "dropped", "home")
    assert session().get_one(Request, morning.request).state == "finished"
    told = [str(one["trip_status"]) for one in trips_out.tickets(TODAY, None, morning.doors)]
    assert sorted(told) == ["cancelled", "completed", "completed", "no_show"]


def test_a_visit_at_the_bed_is_called_off_too(doors: Doors, people: dict[str, Person]) -> None:
    team = make_courier(people["budi"].id)
    with transaction() as live:
        live.get_one(Courier, team).has_kit = True
    request = session().get_one(Request, make_request(doors, [Aid.BED], kit=True))
    token = tracking.token_of(request, doors)
    publish(plan_now(doors), None, people["asep"].id, doors)
    tracking.cancel(token, "sudah sembuh", doors)
    session().expire_all()
    (shown,) = route_for(people["budi"].id, TODAY, doors).routes[0].stops
    assert shown.state is StopState.FAILED
    assert tracking.follow(token, doors).in_vain
