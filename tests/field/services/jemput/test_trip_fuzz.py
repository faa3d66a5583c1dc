"""Phones tell anything in any order: a request is finished only while all are told to be home."""

import uuid
from random import Random

import pytest
from sqlalchemy import select

from field.domain.event import OF_JEMPUT
from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.publishing import publish
from field.services.recording import Sender, take_events
from field.store.db import session
from field.store.tables import Event, Request, Trip
from tests.fakes import StillClock
from tests.fetching import make_driver, make_request
from tests.phones import Phone
from tests.planned import plan_now

OF_TRIPS = sorted(kind.value for kind in OF_JEMPUT if not kind.value.startswith("kit_"))
HOME = {"home", "home_own_way"}


def told_home(request: Request) -> bool:
    """Tell whether each person stands as home on the way back, nothing taken back."""
    back = (
        session()
        .scalars(select(Trip).where(Trip.request_id == request.id, Trip.leg == "return"))
        .one()
    )
    visits = (back.pickup_visit, back.dropoff_visit)
    events = list(session().scalars(select(Event).where(Event.visit.in_(visits))))
    undone = {event.data.get("takes_back") for event in events}
    standing = [e for e in events if e.id not in undone and e.kind in HOME]
    named = [set(event.data.get("people") or ()) for event in standing]  # type: ignore[call-overload]  # a JSON value
    return all(any(not n or person.id in n for n in named) for person in request.people)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_told_nobody_is_finished_without_home(
    seed: int, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    random = Random(seed)  # noqa: S311 - a day of tests
    make_driver(people["dedi"].id)
    requests = [make_request(doors, [Aid.WALKS] * (1 + seed % 2)) for _ in range(2)]
    publish(plan_now(doors), None, people["asep"].id, doors)
    phones, sender = [Phone(clock), Phone(clock)], Sender(people["dedi"].id)
    finished = 0
    for _ in range(60):
        trips = list(session().scalars(select(Trip)))
        trip, phone = random.choice(trips), random.choice(phones)
        kind = random.choice([*OF_TRIPS, "home", "undone"])
        clock.forward(minutes=1)
        body = _event(random, kind, trip, phone)
        take_events(phone.batch(body), sender, doors)
        session().expire_all()
        for request in (session().get_one(Request, one) for one in requests):
            if request.state == "finished":
                finished += 1
                assert told_home(request), (seed, kind)
    assert finished or seed != 0, "no day of these ends: the test proves nothing"


def _event(random: Random, kind: str, trip: Trip, phone: Phone) -> dict[str, object]:
    visit = random.choice((trip.pickup_visit, trip.dropoff_visit))
    if kind == "undone":
        known = session().scalars(select(Event.id).order_by(Event.received_at, Event.seq)).all()
        taken = random.choice(known) if known else str(uuid.uuid4())
        return phone.event(kind, visit, {"takes_back": taken, "reason": "salah"})
    riders = [rider.person_id for rider in trip.riders]
    named = random.sample(riders, random.randint(0, len(riders)))
    return phone.event(kind, visit, {"people": named, "note": ""})
