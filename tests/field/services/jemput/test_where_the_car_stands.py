"""Somebody lives in a gang that takes no car: the car stops before it, and everyone is told so."""

from pathlib import Path

import pytest
from flask import Flask

from data.offices import office_by_code
from field.domain.jemput.needs import Aid, Rider, load_s
from field.domain.leg import Leg, read_leg
from field.domain.place import Point, metres_between
from field.domain.polyline import decode
from field.domain.roads import WALK_MS
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.drafts import draft, ways
from field.services.publishing import publish
from field.services.roads import MapFile, import_roads
from field.services.route_sheets import sheet_of
from field.services.tracking import by_id
from field.store.db import session, transaction
from field.store.tables import Courier, Household, Manifest, Request, Stop, Trip
from tests.conftest import sign_in
from tests.fetching import make_driver, make_request
from tests.field.gateways.roads.village import OSM, at
from tests.planned import manifests_of, plan_now

TEGALLEGA = "32.71.03.1007"  # its office is a walk from the village
HOME = at(4, 2.2)  # in Gang Mawar, 130 m behind the bollard


@pytest.fixture
def driver(doors: Doors, people: dict[str, Person]) -> int:
    import_roads(MapFile(Path(OSM)), None, doors)
    driver = make_driver(people["dedi"].id)
    make_request(doors)
    with transaction() as live:
        row = live.get_one(Courier, driver)
        row.start_office = row.end_office = TEGALLEGA
        request = live.query(Request).one()
        request.place = TEGALLEGA
        for trip in live.query(Trip):
            trip.place = TEGALLEGA
        home = live.get_one(Household, request.household_id)
        home.lat, home.lon = HOME.lat, HOME.lon
    return driver


def ends(manifest: Manifest) -> dict[tuple[str, str], tuple[Stop, Leg]]:
    """The stops of both trips, by way and end."""
    legs = {trip.id: trip.leg for trip in session().query(Trip)}
    return {
        (legs[stop.trip_id], stop.end): (stop, read_leg(manifest.legs["stops"][stop.visit]))
        for stop in manifest.stops
        if stop.trip_id
    }


def test_the_car_stops_before_the_bollard_and_the_walk_counts(driver: int, doors: Doors) -> None:
    plan_id = plan_now(doors)
    drawn = ways(plan_id, None, doors)[driver]
    spots = [(one.at_office, one.lat) for one in draft(plan_id, None, "id", doors).routes[0].stops]
    office = office_by_code(doors.city, TEGALLEGA).lat
    assert spots == [(False, HOME.lat), (True, office), (True, office), (False, HOME.lat)]
    publish(plan_id, None, None, doors)
    (manifest,) = manifests_of(driver)
    found = ends(manifest)
    assert len(found) == 4
    door = Point(HOME.lat, HOME.lon)
    for end in (("outbound", "pickup"), ("return", "dropoff")):
        stop, leg = found[end]
        stand = decode(leg.line)[-1]
        assert leg.gang == "Gg. Mawar"
        assert 120 < leg.walk_m < 150
        assert metres_between(stand, door) > 120
        assert metres_between(decode(leg.walk)[-1], door) < 2
        assert metres_between(decode(leg.walk)[0], stand) < 2
        riders = [Rider(Aid.WALKS, companion=False)]
        on_foot = stop.service_s - load_s(riders)
        assert on_foot == pytest.approx(
            load_s(riders, round(leg.walk_m / WALK_MS)) - load_s(riders), abs=5
        )
    assert [leg.gang for leg in drawn].count("Gg. Mawar") == 2, "not at the office's ends"


def test_the_family_reads_where_the_car_waits(
    app: Flask, driver: int, doors: Doors, people: dict[str, Person]
) -> None:
    request = session().query(Request).one()
    assert by_id(request.id, doors).way is None, "nothing is published"
    publish(plan_now(doors), None, people["asep"].id, doors)
    token = by_id(request.id, doors).token
    assert driver
    page = app.test_client().get(f"/jemput/lihat/{token}").get_data(as_text=True)
    assert "Mobil berhenti 130 m dari rumah, lewat Gg. Mawar." in page


def test_at_a_door_on_a_street_nothing_is_said(driver: int, doors: Doors) -> None:
    with transaction() as live:
        home = live.query(Household).one()
        street = at(5, 0.05)
        home.lat, home.lon = street.lat, street.lon
    publish(plan_now(doors), None, None, doors)
    (manifest,) = manifests_of(driver)
    found = ends(manifest)
    assert not any(found[end][1].walk for end in (("outbound", "pickup"), ("return", "dropoff")))


def test_the_sheet_says_whom_to_fetch_and_is_at_the_office_there(
    app: Flask, driver: int, doors: Doors
) -> None:
    publish(plan_now(doors), None, None, doors)
    (manifest,) = manifests_of(driver)
    sheet = sheet_of(manifest.id, None, doors)
    errands = [stop.errand for stop in sheet.stops if stop.errand]
    assert [(one.purpose, one.office) for one in errands] == [
        ("Jemput di rumah", ""), ("Antar ke kantor", TEGALLEGA),
        ("Pulang: naik di kantor", TEGALLEGA), ("Pulang: antar sampai ke dalam rumah", ""),
    ]  # fmt: skip
    name = session().query(Request).one().people[0].name
    assert {one.people for one in errands} == {(name,)}
    home, office = sheet.stops[0].point, sheet.stops[1].point
    assert home
    assert office
    assert metres_between(home, office) > 200
    asep = sign_in(app, "asep")
    page = asep.get(f"/kantor/lembar/rute/{manifest.id}?tampilan=html").get_data(as_text=True)
    assert f"Jemput di rumah: {name}" in page
    assert "4 perhentian, " in page
    assert "rumah, 0 kartu" not in page
