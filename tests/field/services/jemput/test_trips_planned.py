"""A day of jemput is planned with the cards' day, published, and promised to families."""

import pytest
from sqlalchemy import select

from field.domain.fault import Fault
from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services import drafts
from field.services.accounts import Person
from field.services.publishing import outlook, publish
from field.store.db import session, transaction
from field.store.tables import (
    Courier,
    Household,
    KitVisit,
    Manifest,
    Plan,
    Request,
    Stop,
    Trip,
    Turn,
)
from tests.builders import make_courier
from tests.fetching import make_booths, make_driver, make_request
from tests.planned import make_doors_to_visit, plan_now


@pytest.fixture
def driver(people: dict[str, Person]) -> int:
    return make_driver(people["dedi"].id)


def stops_of(courier_id: int) -> list[Stop]:
    query = select(Manifest).where(
        Manifest.courier_id == courier_id, Manifest.replaced_at.is_(None)
    )
    return list(session().scalars(query).one().stops)


def trips() -> list[Trip]:
    return list(session().scalars(select(Trip).order_by(Trip.id)))


def test_cards_and_trips_of_a_day_are_one_plan(
    doors: Doors, people: dict[str, Person], driver: int
) -> None:
    courier = make_courier(people["budi"].id)
    make_booths(2)
    for aid in (Aid.WALKS, Aid.ARM, Aid.WHEELCHAIR_RIGID):
        make_request(doors, [aid])
    make_doors_to_visit(doors, 3)
    plan_id = plan_now(doors, seconds=4)
    view = drafts.draft(plan_id, None, "id", doors)
    assert not view.unassigned
    assert {route.courier_id: len(route.stops) for route in view.routes} == {courier: 3, driver: 12}
    seen = outlook(plan_id, None, doors)
    assert (seen.routes, seen.cards, seen.left_out) == (2, 3, 0)
    publish(plan_id, None, people["asep"].id, doors)
    assert all(stop.trip_id is None and stop.cards for stop in stops_of(courier))
    stops = stops_of(driver)
    assert len({stop.visit for stop in stops}) == 12
    for trip in trips():
        mine = [stop for stop in stops if stop.trip_id == trip.id]
        assert [stop.end for stop in mine] == ["pickup", "dropoff"]
        assert [stop.visit for stop in mine] == [trip.pickup_visit, trip.dropoff_visit]
        assert trip.courier_id == driver
        assert trip.scheduled_pickup == mine[0].arrival
        assert trip.promised_from < trip.scheduled_pickup < trip.promised_until  # type: ignore[operator]  # set by publishing
    assert session().query(Turn).count() == 3


def test_a_return_comes_after_the_recording(
    doors: Doors, people: dict[str, Person], driver: int
) -> None:
    make_request(doors, [Aid.ARM, Aid.WALKS])
    publish(plan_now(doors), None, people["asep"].id, doors)
    there, back = trips()
    turns = session().scalars(select(Turn).order_by(Turn.starts_at)).all()
    assert [turn.duration_s for turn in turns] == [12 * 60, 10 * 60]
    assert turns[0].starts_at + (turns[1].starts_at - turns[0].starts_at) == turns[1].starts_at
    assert there.scheduled_dropoff < turns[0].starts_at  # type: ignore[operator]  # set by publishing
    assert back.scheduled_pickup >= turns[1].starts_at  # type: ignore[operator]  # set by publishing
    assert stops_of(driver)[0].trip_id == there.id


def test_nobody_is_fetched_without_a_way_home(doors: Doors, people: dict[str, Person]) -> None:
    driver = make_driver(people["dedi"].id)
    with transaction() as live:
        live.get_one(Courier, driver).shift_end = "08:25"  # home by then, but not twice
    request = session().get_one(Request, make_request(doors, hours=(8, 8)))
    with transaction() as live:
        home = live.get_one(Household, request.household_id)
        home.lat, home.lon = -6.6085, 106.8037
    view = drafts.draft(plan_now(doors), None, "id", doors)
    assert not view.routes
    assert len(view.unassigned) == 2


def test_the_kit_goes_to_the_bed_with_who_operates_it(
    doors: Doors, people: dict[str, Person]
) -> None:
    courier = make_courier(people["budi"].id)
    with transaction() as live:
        live.get_one(Courier, courier).has_kit = True
    make_doors_to_visit(doors, 2)
    make_request(doors, [Aid.BED], kit=True)
    publish(plan_now(doors), None, people["asep"].id, doors)
    kit = session().scalars(select(KitVisit)).one()
    stops = stops_of(courier)
    assert [stop.kit_visit_id for stop in stops].count(kit.id) == 1
    assert kit.visit in {stop.visit for stop in stops}
    assert kit.courier_id == courier
    assert kit.promised_from <= kit.scheduled_at  # type: ignore[operator]  # set by publishing


def test_a_trip_that_was_cancelled_since_is_not_published(
    doors: Doors, people: dict[str, Person], driver: int
) -> None:
    request = make_request(doors)
    plan_id = plan_now(doors)
    with transaction() as live:
        live.get_one(Request, request).state = "cancelled"
    with pytest.raises(Fault) as refused:
        publish(plan_id, None, people["asep"].id, doors)
    assert refused.value.code == "plan.trip_gone"
    assert driver
    assert session().get_one(Plan, plan_id).state == "draft"


def test_who_has_no_door_and_whose_hours_are_full_is_told_so(doors: Doors, driver: int) -> None:
    make_booths(1)
    for _number in range(3):
        make_request(doors, [Aid.CARRIED], hours=(8, 8))
    view = drafts.draft(plan_now(doors), None, "id", doors)
    assert driver
    assert [left.reason for left in view.unassigned].count(
        "Tidak ada giliran perekaman yang kosong pada jam itu: tawarkan waktu lain."
    ) == 2
