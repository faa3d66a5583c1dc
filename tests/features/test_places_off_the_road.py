"""A door in the river, in another province, or with its numbers swapped: told, never guessed."""

import pytest

from data.regions import regions
from field.domain.coordinate import OUTSIDE_CITY, TURNED, parse_coordinate
from field.domain.fault import Fault
from field.domain.place import OFF_ROAD, Point
from field.gateways.doors import Doors
from field.gateways.plus_codes import decode_plus_code
from field.gateways.regions import city_box
from field.services.accounts import Person
from field.services.addressing import set_pin
from field.services.drafts import draft
from field.services.roads import MapFile, import_roads
from field.store.db import session, transaction
from field.store.tables import Household
from tests.builders import make_courier, make_household
from tests.field.gateways.roads.village import OSM, at
from tests.planned import plan_now

TEGALLEGA = "32.71.03.1007"  # its office is a walk from the village
RIVER = at(5, -6.7)  # 400 m from the last street on this bank


def put(home: int, lat: float, lon: float) -> None:
    with transaction() as live:
        row = live.get_one(Household, home)
        row.lat, row.lon = lat, lon


def test_who_lives_off_the_road_is_left_out_with_the_reason(
    people: dict[str, Person], doors: Doors
) -> None:
    import_roads(MapFile(OSM), None, doors)
    make_courier(people["budi"].id, kelurahan=TEGALLEGA)
    near, river, away = (make_household(doors, kelurahan=TEGALLEGA) for _ in range(3))
    put(near, at(6, 1).lat, at(6, 1).lon)
    put(river, RIVER.lat, RIVER.lon)
    put(away, -7.8, 110.4)
    plan = draft(plan_now(doors), None, "id", doors)
    assert [stop.household_id for route in plan.routes for stop in route.stops] == [near]
    assert {left.household_id: left.reason for left in plan.unassigned} == {
        river: "Tidak dapat dicapai dari tempat berangkat.",
        away: "Tidak dapat dicapai dari tempat berangkat.",
    }


def test_a_pin_in_the_river_is_doubted_once_roads_are_known(
    people: dict[str, Person], doors: Doors
) -> None:
    home = make_household(doors, kelurahan=TEGALLEGA)
    river, asep = Point(RIVER.lat, RIVER.lon), people["asep"].id
    before = set_pin(home, river, asep, None, doors)
    assert before is not OFF_ROAD, "guessed roads tell nothing"
    import_roads(MapFile(OSM), None, doors)
    there = regions(doors.city).kelurahan_at(river.lat, river.lon)
    assert there is not None
    with transaction() as live:
        live.get_one(Household, home).kelurahan = there.code
    assert set_pin(home, river, asep, None, doors) is OFF_ROAD
    session().rollback()
    assert session().get_one(Household, home).point_clash == "point.off_road"
    assert set_pin(home, Point(at(7, 0).lat, at(7, 0).lon), asep, None, doors) is not OFF_ROAD


def test_swapped_numbers_are_turned_and_another_province_is_refused(doors: Doors) -> None:
    box = city_box(doors.city)
    swapped = parse_coordinate("106.8062, -6.6149", box, decode_plus_code)
    assert swapped.doubts == (TURNED,)
    with pytest.raises(Fault) as away:
        parse_coordinate("-7.8, 110.4", box, decode_plus_code)
    assert away.value.kind is OUTSIDE_CITY
