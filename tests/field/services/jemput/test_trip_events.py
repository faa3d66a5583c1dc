"""A driver's phone tells a trip; nobody is finished until home, and a will-call gets its car."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services import homeward, tracking, trips_out
from field.services.accounts import Person
from field.services.publishing import publish
from field.services.recording import Sender, Taken, take_events
from field.services.routes import route_for
from field.services.will_call import plan_return
from field.store.db import session
from field.store.tables import Event, Request, Stop, Trip
from tests.builders import TODAY
from tests.fakes import StillClock
from tests.fetching import at, make_booths, make_driver, make_request
from tests.phones import Phone
from tests.planned import plan_now


@dataclass
class Drive:
    """Dedi's day: two households, and his phone."""

    dedi: Person
    asep: Person
    phone: Phone
    clock: StillClock
    doors: Doors
    driver: int

    def trip(self, request: int, leg: str) -> Trip:
        query = select(Trip).where(Trip.request_id == request, Trip.leg == leg)
        return session().scalars(query).one()

    def tell(self, request: int, leg: str, *kinds: str, photos: int = 0) -> Taken:
        trip = self.trip(request, leg)
        events = []
        for kind in kinds:
            self.clock.forward(minutes=6)
            end = trip.pickup_visit
            if kind in ("dropped", "at_office", "home"):
                end = trip.dropoff_visit
            event = self.phone.event(kind, end, {"people": [], "note": ""})
            events.append(event | {"photos": ["a" * 64] * min(photos, kind == "no_show")})
        return take_events(self.phone.batch(*events), Sender(self.dedi.id), self.doors)

    def state(self, request: int) -> str:
        return session().get_one(Request, request).state


@pytest.fixture
def drive(doors: Doors, people: dict[str, Person], clock: StillClock) -> Drive:
    driver = make_driver(people["dedi"].id)
    make_booths(2)
    return Drive(people["dedi"], people["asep"], Phone(clock), clock, doors, driver)


def published(drive: Drive) -> None:
    publish(plan_now(drive.doors), None, drive.asep.id, drive.doors)


def test_a_request_is_finished_only_when_its_people_are_home(drive: Drive) -> None:
    request = make_request(drive.doors, [Aid.ARM, Aid.WALKS])
    published(drive)
    drive.tell(request, "outbound", "arrived", "aboard", "dropped", "at_office", "ready")
    assert drive.state(request) == "accepted"
    drive.tell(request, "return", "arrived", "aboard", "dropped")
    assert drive.state(request) == "accepted"
    assert not drive.tell(request, "return", "home").conflicts
    assert drive.state(request) == "finished"
    trip = drive.trip(request, "outbound")
    assert trip.performed_arrival < trip.performed_pickup < trip.performed_dropoff  # type: ignore[operator]  # told above


def test_who_was_told_home_by_a_slip_is_away_again_and_the_family_sees_it(drive: Drive) -> None:
    request = make_request(drive.doors, [Aid.WALKS])
    published(drive)
    drive.tell(request, "outbound", "arrived", "aboard", "dropped", "at_office", "ready")
    drive.tell(request, "return", "arrived", "aboard", "home")
    assert drive.state(request) == "finished"
    home = session().scalars(select(Event).where(Event.kind == "home")).one()
    slip = drive.phone.undone(home.visit, {"id": home.id})
    take_events(drive.phone.batch(slip), Sender(drive.dedi.id), drive.doors)
    assert drive.state(request) == "accepted"
    token = tracking.token_of(session().get_one(Request, request), drive.doors)
    followed = tracking.follow(token, drive.doors)
    assert followed.state == "accepted"
    assert [str(word) for _, word in followed.where] == ["dalam perjalanan pulang"]
    drive.tell(request, "return", "home")
    assert drive.state(request) == "finished"


def test_a_no_show_needs_its_proof_and_leaves_the_return_alone(drive: Drive) -> None:
    bare, proven = make_request(drive.doors), make_request(drive.doors)
    published(drive)
    drive.tell(bare, "outbound", "no_show")
    drive.tell(proven, "outbound", "arrived", "called", "no_show", photos=1)
    riders = [drive.trip(one, "outbound").riders[0].state for one in (bare, proven)]
    assert riders == ["review", "no_show"]
    reviews = {e.visit: e.review for e in session().query(Event) if e.kind == "no_show"}
    assert reviews[drive.trip(bare, "outbound").pickup_visit] == "unproven"
    assert drive.trip(proven, "return").riders[0].state == "waiting"
    assert drive.state(proven) == "accepted"


def test_an_open_return_rings_before_the_shift_ends(drive: Drive) -> None:
    request = make_request(drive.doors)
    published(drive)
    drive.tell(request, "outbound", "arrived", "aboard", "dropped")
    drive.clock.forward(hours=12)
    (away,) = homeward.who_is_away(TODAY, None, drive.doors)
    assert away.where == "di kantor"
    drive.tell(request, "return", "home_own_way")
    assert homeward.who_is_away(TODAY, None, drive.doors) == []


def test_who_calls_is_driven_home_soon_and_the_others_keep_their_hour(drive: Drive) -> None:
    calls = make_request(drive.doors, will_call=True)
    other = make_request(drive.doors, hours=(13, 14))
    published(drive)
    before = drive.trip(other, "outbound").scheduled_pickup
    drive.clock.at = at(9)
    taken = drive.tell(calls, "outbound", "arrived", "aboard", "dropped", "at_office", "ready")
    back = drive.trip(calls, "return")
    assert taken.ready == (back.id,)
    now = drive.clock.now()
    publish(plan_return(back.id, drive.dedi.id, drive.doors), None, drive.dedi.id, drive.doors)
    session().expire_all()
    soon = drive.trip(calls, "return").scheduled_pickup
    assert now <= soon <= now + timedelta(minutes=45)  # type: ignore[operator]  # set by publishing
    after = drive.trip(other, "outbound").scheduled_pickup
    assert abs(after - before) <= timedelta(minutes=15)  # type: ignore[operator]  # as above
    day = route_for(drive.dedi.id, TODAY, drive.doors)
    visits = [shown.stop.visit for shown in day.routes[0].stops]
    assert len(visits) == len(set(visits)) == 8


def test_trips_go_out_with_three_times_apart_and_no_name(drive: Drive) -> None:
    request = make_request(drive.doors)
    published(drive)
    drive.tell(request, "outbound", "arrived", "aboard")
    there, back = trips_out.tickets(TODAY, None, drive.doors)
    assert (there["trip_status"], back["trip_status"]) == ("in_progress", "scheduled")
    assert there["requested_dropoff_window_start"] == at(8).isoformat()
    assert there["scheduled_pickup_time"] != there["performed_pickup_time"]
    assert "Warsih" not in str([there, back])
    assert session().query(Stop).count() == 4
