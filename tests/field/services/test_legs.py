"""The way of each route is found when it is published, frozen with it, and drawn for drafts."""

from pathlib import Path
from typing import Any

import pytest

from field.domain.closures import Cause, Effect, Shape, Stretch, Term
from field.domain.fault import Fault
from field.domain.leg import read_leg
from field.domain.place import Point
from field.domain.polyline import decode
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.closures import Actor, Drawing, draw
from field.services.drafts import ways
from field.services.plan_changes import Change, change
from field.services.publishing import publish
from field.services.roads import MapFile, import_roads
from field.services.route_sheets import sheet_of
from field.store.db import session, transaction
from field.store.tables import Card, Event, Household, Manifest
from tests.builders import TODAY, make_courier, make_household
from tests.field.gateways.roads.village import OSM, at
from tests.planned import manifests_of, plan_now

TEGALLEGA = "32.71.03.1007"  # its office is a walk from the village


@pytest.fixture
def budi(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id, kelurahan=TEGALLEGA)


@pytest.fixture
def homes(doors: Doors) -> list[int]:
    """Doors in the village, one of them behind the bollard and one on the island's shore."""
    import_roads(MapFile(Path(OSM)), None, doors)
    places = [at(4.5, 0.05), at(4, 2), at(6, 1), at(5, -8)]
    made = [make_household(doors, kelurahan=TEGALLEGA) for _ in places]
    with transaction() as live:
        for number, place in zip(made, places, strict=True):
            home = live.get_one(Household, number)
            home.lat, home.lon = place.lat, place.lon
    return made


def test_each_leg_leads_to_its_stop_and_the_last_one_home(
    budi: int, homes: list[int], doors: Doors
) -> None:
    publish(plan_now(doors), None, None, doors)
    (manifest,) = manifests_of(budi)
    reached = {stop.household_id: stop for stop in manifest.stops}
    assert set(manifest.legs["stops"]) == {stop.visit for stop in manifest.stops}
    assert set(reached) == set(homes[:3]), "nobody gets to the island's shore"
    for number, stop in reached.items():
        leg = read_leg(manifest.legs["stops"][stop.visit])
        home = session().get_one(Household, number)
        end = decode(leg.walk or leg.line)[-1]
        assert (home.lat, home.lon) == pytest.approx((end.lat, end.lon), abs=2e-4)
    sheet = sheet_of(manifest.id, None, doors)
    assert sheet.home is not None
    assert [stop.leg for stop in sheet.stops].count(None) == 0


def place(east: float, north: float) -> Point:
    return Point(at(east, north).lat, at(east, north).lon)


def test_a_draft_is_drawn_as_the_roads_lie_now(
    budi: int, people: dict[str, Person], homes: list[int], doors: Doors
) -> None:
    assert homes
    plan_id = plan_now(doors)
    before = ways(plan_id, None, doors)[budi]
    assert len(before) == 4
    gang = Stretch(Shape.LINE, (place(4, 0.2), place(4, 2.9)), Effect.CLOSED, frozenset({"motor"}))
    drawing = Drawing(gang, Term(TODAY, None), Cause("market"))
    draw(drawing, Actor(people["asep"].id, None), doors)
    after = ways(plan_id, None, doors)[budi]
    assert sum(leg.walk_m for leg in after) > sum(leg.walk_m for leg in before)
    with pytest.raises(Fault):
        ways(plan_id, "32.71.02", doors)


def test_a_stop_that_is_over_keeps_its_leg(
    budi: int, people: dict[str, Person], homes: list[int], doors: Doors
) -> None:
    assert homes
    publish(plan_now(doors), None, None, doors)
    (first,) = manifests_of(budi)
    done = first.stops[0]
    now = doors.clock.now()
    with transaction() as live:
        live.add(
            Event(
                id="done", visit=done.visit, route_version=1, kind="delivered", device_id="hp",
                seq=1, at=now, at_corrected=now, received_at=now, user_id=people["budi"].id,
                body_hash="x",
            )
        )  # fmt: skip
        for card in live.query(Card).filter_by(household_id=done.household_id):
            card.place = "resident"
    kept = first.legs["stops"][done.visit]
    publish(plan_now(doors, again=True), None, None, doors)
    current = manifests_of(budi)[-1]
    assert current.legs["stops"][done.visit] == kept
    assert set(current.legs["stops"]) == {stop.visit for stop in current.stops}


def test_a_plan_changed_while_its_ways_are_sought_is_not_published(
    budi: int, homes: list[int], doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert budi
    plan_id = plan_now(doors)
    look = doors.roads.times

    def slowly(*given: Any) -> object:
        monkeypatch.setattr(doors.roads, "times", look)
        change(plan_id, Change(homes[0], None, None, 1), None, 1, doors)
        return look(*given)

    monkeypatch.setattr(doors.roads, "times", slowly)
    with pytest.raises(Fault) as refused:
        publish(plan_id, None, None, doors)
    assert refused.value.code == "plan.changed"
    assert session().query(Manifest).count() == 0
