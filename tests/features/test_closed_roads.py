"""A courier meets a wall, the office believes it, and the next matrix goes round it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.domain.closures import (
    BAD_DATES,
    ELSEWHERE,
    Cause,
    Effect,
    Shape,
    Stretch,
    Term,
)
from field.domain.fault import Fault
from field.domain.place import Point
from field.domain.road_report import ALREADY_DECIDED
from field.gateways.doors import Doors
from field.gateways.roads.survey import Origin
from field.services import closures as service
from field.services.accounts import Person
from field.services.closures import Actor, Drawing
from field.store import closures
from field.store.audit import acts
from field.store.db import session
from routing.matrix import Matrix
from tests import builders
from tests.builders import TODAY
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.field.gateways.roads.village import at, copy_of
from tests.phones import Phone, picture
from tests.web.trespass_world import OURS

KECAMATAN = "32.71.01"
GANG = at(4, 0.5)
DOORS = [at(5, 0), at(4, 2.5), at(8, 1)]
ASEP_ACTS = ("road_report.accept", "closure.lift", "closure.put_back")


@pytest.fixture
def visit(doors: Doors, people: dict[str, Person], tmp_path: Path) -> str:
    """A stop of Budi's route, on the roads of the village."""
    doors.roads.import_file(copy_of(tmp_path), doors.clock.now(), Origin("", "", ""))
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors)
    return builders.visits_of(builders.publish(doors, courier, [home]))[home]


@pytest.fixture
def budi(app: Flask, visit: str) -> FlaskClient:
    assert visit
    return sign_in(app, "budi")


@pytest.fixture
def asep(people: dict[str, Person]) -> Actor:
    return Actor(people["asep"].id, None)


def blocked(phone: Phone, visit: str, **other: object) -> dict[str, object]:
    place = {"lat": GANG.lat, "lon": GANG.lon, "accuracy": 12.0}
    data = {**place, "profiles": ["motor"], "reason": "gate", "note": "digembok"}
    return phone.event("blocked", visit, data | other)


def send(browser: FlaskClient, phone: Phone, *events: dict[str, object]) -> int:
    return browser.post("/api/events", json=phone.batch(*events), headers=OURS).status_code


def drawing(ends: date | None = None, begins: date = TODAY, **other: object) -> Drawing:
    place = {"shape": Shape.POINT, "points": (Point(GANG.lat, GANG.lon),)}
    stretch = {**place, "effect": Effect.CLOSED, "profiles": frozenset({"motor"}), **other}
    return Drawing(Stretch(**stretch), Term(begins, ends), Cause("gate"))  # type: ignore[arg-type]  # as a Stretch has them


def matrices(doors: Doors, day: date) -> dict[str, Matrix]:
    session().rollback()
    source = doors.roads.times(closures.stretches_on(day))
    return {profile: source.matrix(DOORS, profile) for profile in ("motor", "mobil", "foot")}


def test_a_report_that_is_believed_is_driven_round(
    budi: FlaskClient, doors: Doors, clock: StillClock, visit: str, asep: Actor
) -> None:
    phone, (sha256, photo) = Phone(clock), picture()
    assert send(budi, phone, blocked(phone, visit) | {"photos": [sha256]}) == 200
    assert budi.put(f"/api/blobs/{sha256}", data=photo, headers=OURS).status_code == 204
    (told,) = service.waiting(KECAMATAN)
    assert (told.courier, told.photos, told.row.reason) == ("Budi Santoso", (sha256,), "gate")
    assert service.waiting("32.71.02") == []

    before = matrices(doors, TODAY)
    closure = service.accept(told.row.id, drawing(TODAY + timedelta(days=3)), asep, doors)
    after = matrices(doors, TODAY)
    assert after["motor"].durations[0, 1] > before["motor"].durations[0, 1] + 60
    assert after["motor"].durations[0, 2] == before["motor"].durations[0, 2]
    assert (after["mobil"], after["foot"]) == (before["mobil"], before["foot"])
    assert matrices(doors, TODAY + timedelta(days=3))["motor"] == after["motor"]
    assert matrices(doors, TODAY + timedelta(days=4)) == before
    assert service.waiting(KECAMATAN) == []

    service.lift(closure, asep, doors)
    assert matrices(doors, TODAY) == before
    service.put_back(closure, asep, doors)
    assert matrices(doors, TODAY)["motor"] == after["motor"]
    assert set(ASEP_ACTS) <= set(acts())


def test_a_report_that_is_taken_back_waits_for_nobody(
    budi: FlaskClient, doors: Doors, clock: StillClock, visit: str, asep: Actor
) -> None:
    phone = Phone(clock)
    first, second = blocked(phone, visit), blocked(phone, visit, reason="flood")
    undone = phone.undone(visit, second)
    assert send(budi, phone, first, undone) == 200
    assert send(budi, phone, second) == 200  # it comes after it was taken back
    assert send(budi, phone, first, second) == 200  # twice is once
    (told,) = service.waiting(None)
    assert told.row.reason == "gate"
    service.refuse(told.row.id, "Sudah dibuka", asep, doors)
    with pytest.raises(Fault, match=ALREADY_DECIDED.message[:20]):
        service.accept(told.row.id, drawing(), asep, doors)
    assert {view.row.state for view in service.decided(None)} == {"refused", "withdrawn"}
    service.reopen(told.row.id, asep, doors)
    assert len(service.waiting(None)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"lat": 91},
        {"lon": None},
        {"profiles": []},
        {"profiles": ["kuda"]},
        {"profiles": "motor"},
        {"reason": "malas"},
        {"note": 7},
        {"accuracy": "dekat"},
    ],
)
def test_a_report_that_cannot_be_read_is_named(
    budi: FlaskClient, clock: StillClock, visit: str, wrong: dict[str, object]
) -> None:
    phone = Phone(clock)
    assert send(budi, phone, blocked(phone, visit, **wrong)) == 409
    assert service.waiting(None) == []


def test_a_report_says_nothing_of_the_stops_cards(
    budi: FlaskClient, clock: StillClock, visit: str
) -> None:
    phone = Phone(clock)
    send(budi, phone, blocked(phone, visit))
    route = budi.get("/api/route", headers=OURS).json
    assert route
    assert route["manifests"][0]["stops"][0]["state"] == "waiting"
    assert {one["code"] for one in route["block_reasons"]} >= {"gate", "flood"}


def test_a_dispatcher_closes_in_the_own_kecamatan_only(
    doors: Doors, people: dict[str, Person]
) -> None:
    siti = Actor(people["siti"].id, KECAMATAN)
    bondongan = Point(-6.6110, 106.8004)
    mine = drawing(points=(bondongan,))
    assert service.draw(mine, siti, doors)
    with pytest.raises(Fault, match=ELSEWHERE.message[:10]):
        service.draw(drawing(points=(Point(-6.5600, 106.7700),)), siti, doors)
    with pytest.raises(Fault, match="luar kota"):
        service.draw(drawing(points=(Point(-7.8, 110.4),)), siti, doors)
    assert [row.kecamatan for row in service.standing(doors)] == [KECAMATAN]
    neni = Actor(people["siti"].id, "32.71.02")
    with pytest.raises(Fault, match="tidak ditemukan"):
        service.lift(service.standing(doors)[0].id, neni, doors)


def test_a_term_that_is_over_is_a_slip(doors: Doors, asep: Actor) -> None:
    for begins, ends in ((TODAY, TODAY - timedelta(days=1)), (date(2026, 1, 1), date(2026, 1, 2))):
        with pytest.raises(Fault, match=BAD_DATES.message[:20]):
            service.draw(drawing(ends, begins), asep, doors)
    assert service.standing(doors) == service.past(doors) == []
