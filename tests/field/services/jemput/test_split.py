"""A household for which no car is large enough rides in two, each with a code of its own."""

from dataclasses import replace

import pytest
from flask import Flask

from field.domain.jemput.answers import PersonAnswer
from field.domain.jemput.needs import Aid
from field.domain.jemput.request import Act
from field.gateways.doors import Doors
from field.services import deciding, drafts, tracking
from field.services.accounts import Person
from field.services.deciding import Decider
from field.store.db import session
from field.store.tables import Household, Message, Request, Trip
from tests.conftest import sign_in
from tests.fetching import make_driver
from tests.jemput import MORNING, answers_of, ask
from tests.planned import plan_now

NAMES = [f"Ibu {name}" for name in ("Ani", "Beti", "Cici", "Dewi", "Euis")]


@pytest.fixture
def siti(people: dict[str, Person]) -> Decider:
    return Decider(people["siti"].id, None)


def five(doors: Doors) -> int:
    walking = tuple(PersonAnswer(name, "60", aid=Aid.WALKS) for name in NAMES)
    return ask(doors, replace(answers_of(), people=walking))


def requests() -> list[Request]:
    session().expire_all()
    return session().query(Request).order_by(Request.id).all()


def test_five_ride_in_two_cars_of_four(
    doors: Doors, people: dict[str, Person], siti: Decider
) -> None:
    make_driver(people["dedi"].id, ambulatory=4)
    codes = deciding.accept(five(doors), MORNING, siti, doors)
    first, other = requests()
    assert codes == [other.code]
    assert [[one.name for one in row.people] for row in (first, other)] == [NAMES[:4], NAMES[4:]]
    for row in (first, other):
        assert (row.state, row.date, row.steps[-1].act) == ("accepted", MORNING.date, Act.SPLIT)
        trips = session().query(Trip).filter_by(request_id=row.id).all()
        riders = [[rider.person_id for rider in trip.riders] for trip in trips]
        assert riders == [[person.id for person in row.people]] * 2
        letters = session().query(Message).filter_by(request_id=row.id).all()
        assert sorted(letter.template for letter in letters) == ["accepted", "reminder"]
    homes = [session().get_one(Household, row.household_id) for row in (first, other)]
    assert homes[0].id != homes[1].id
    assert {(home.raw, home.lat, home.phone) for home in homes} == {
        (homes[0].raw, homes[0].lat, homes[0].phone)
    }
    pages = [tracking.by_id(row.id, doors) for row in (first, other)]
    assert [page.names for page in pages] == [tuple(NAMES[:4]), (NAMES[4],)]
    assert f"kode {other.code}" in pages[0].steps[-1].why


def test_a_larger_car_takes_them_all(
    doors: Doors, people: dict[str, Person], siti: Decider
) -> None:
    make_driver(people["dedi"].id, ambulatory=6)
    assert deciding.accept(five(doors), MORNING, siti, doors) == []
    assert len(requests()) == 1


def test_when_the_family_agrees_to_another_time_they_are_split_too(
    app: Flask, doors: Doors, people: dict[str, Person], siti: Decider
) -> None:
    make_driver(people["dedi"].id)
    request = five(doors)
    deciding.propose(request, MORNING, "Mobilnya penuh.", siti, doors)
    assert len(requests()) == 1
    tracking.agree(tracking.by_id(request, doors).token, doors)
    first, other = requests()
    assert (first.state, other.state) == ("accepted", "accepted")
    page = sign_in(app, "asep").get(f"/kantor/jemput/{first.id}").get_data(as_text=True)
    assert f"Mobil lain untuk {NAMES[4]}: kode {other.code}." in page


def test_both_parts_are_planned(doors: Doors, people: dict[str, Person], siti: Decider) -> None:
    make_driver(people["dedi"].id)
    deciding.accept(five(doors), MORNING, siti, doors)
    plan = drafts.draft(plan_now(doors, MORNING.date), None, "id", doors)
    assert plan.unassigned == ()
    assert sum(len(route.stops) for route in plan.routes) == 8
