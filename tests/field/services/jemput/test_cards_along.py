"""A card whose door a jemput car visits anyway goes with that car, and with nobody else."""

import pytest
from sqlalchemy import select

from field.gateways.doors import Doors
from field.services import drafts
from field.services.accounts import Person
from field.services.publishing import publish
from field.store.db import session, transaction
from field.store.tables import Card, Household, Manifest, Request, Trip
from tests.builders import make_courier
from tests.fetching import make_booths, make_driver, make_request
from tests.planned import make_doors_to_visit, plan_now


@pytest.fixture
def driver(people: dict[str, Person]) -> int:
    return make_driver(people["dedi"].id)


@pytest.fixture
def courier(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id)


def card_at_the_home_of(request_id: int, doors: Doors, north: float = 0.0003) -> int:
    """Make a card of the lansia's own household, a few steps from where the family put the pin."""
    (home_id,) = make_doors_to_visit(doors, 1)
    with transaction() as live:
        theirs = live.get_one(Request, request_id).household
        home = live.get_one(Household, home_id)
        home.phone = theirs.phone = "6281111111111"
        assert theirs.lat
        home.lat, home.lon = theirs.lat + north, theirs.lon
        home.rt, home.rw, home.kelurahan = theirs.rt, theirs.rw, theirs.kelurahan
    return home_id


def doors_by_courier(plan_id: int, doors: Doors) -> dict[int, set[int]]:
    view = drafts.draft(plan_id, None, "id", doors)
    assert not view.unassigned
    return {
        route.courier_id: {stop.household_id for stop in route.stops if stop.cards}
        for route in view.routes
    }


def test_the_car_brings_the_card_once(
    doors: Doors, people: dict[str, Person], driver: int, courier: int
) -> None:
    others = make_doors_to_visit(doors, 2)
    make_booths(1)
    home_id = card_at_the_home_of(make_request(doors), doors)
    plan_id = plan_now(doors, seconds=2)
    assert doors_by_courier(plan_id, doors) == {driver: {home_id}, courier: {*others}}
    publish(plan_id, None, people["asep"].id, doors)
    manifests = session().scalars(select(Manifest).where(Manifest.courier_id == driver)).one()
    stops = [stop for stop in manifests.stops if stop.cards]
    assert [stop.household_id for stop in stops] == [home_id]
    assert [card.household_id for card in stops[0].cards] == [home_id]
    assert stops[0].travel_s == 0  # the car stands there already


@pytest.mark.parametrize("why", ["far", "cancelled", "no car"])
def test_without_a_car_at_the_door_a_courier_goes(
    why: str, doors: Doors, people: dict[str, Person], courier: int
) -> None:
    if why != "no car":
        make_driver(people["dedi"].id)
    make_booths(1)
    request_id = make_request(doors)
    north = 0.003 if why == "far" else 0.0003  # some 330 m: another house
    home_id = card_at_the_home_of(request_id, doors, north)
    if why == "cancelled":
        with transaction() as live:
            live.get_one(Request, request_id).state = "cancelled"
    plan_id = plan_now(doors, seconds=1)
    view = drafts.draft(plan_id, None, "id", doors)
    mine = next(route for route in view.routes if route.courier_id == courier)
    assert [stop.household_id for stop in mine.stops] == [home_id]


@pytest.mark.usefixtures("driver")
def test_the_way_home_that_is_over_takes_nothing_along(doors: Doors, courier: int) -> None:
    make_booths(1)
    home_id = card_at_the_home_of(make_request(doors), doors)
    with transaction() as live:
        for trip in live.scalars(select(Trip)):
            for rider in trip.riders:
                rider.state = "home"
        assert live.scalars(select(Card).where(Card.household_id == home_id)).one()
    plan_id = plan_now(doors, seconds=1)
    assert doors_by_courier(plan_id, doors) == {courier: {home_id}}
