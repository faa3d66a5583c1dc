"""A courier with another's stop, photo or phone gets nowhere and reads nothing."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.devices import revoke
from tests.builders import cards_of
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.phones import Phone, picture
from tests.web.test_trespass import tells
from tests.web.trespass_world import OURS, World, make_world, snapshot

# A phone that speaks to us is remembered; that is all it may change.
A_PHONE_SPOKE = {"device"}


@pytest.fixture
def world(app: Flask, doors: Doors, people: dict[str, Person]) -> World:
    return make_world(app, doors, people)


@pytest.fixture
def wati(app: Flask, world: World) -> FlaskClient:
    assert world
    return sign_in(app, "wati")


def changed(before: dict[str, str], doors: Doors) -> set[str]:
    after = snapshot(doors)
    return {name for name in after if after[name] != before[name]}


def test_another_couriers_stop_takes_no_event(
    wati: FlaskClient, doors: Doors, clock: StillClock, world: World
) -> None:
    before, phone, cards = snapshot(doors), Phone(clock), cards_of(world.homes[0])
    events = (
        phone.delivered(world.visit, cards),
        phone.failed(world.visit, cards),
        phone.event("skipped", world.visit, {}),
        phone.undone(world.visit, world.event),
    )
    for event in events:
        answer = wati.post("/api/events", json=phone.batch(event), headers=OURS)
        assert answer.status_code == 409, event["kind"]
        assert answer.json
        assert [one["id"] for one in answer.json["conflicts"]] == [event["id"]]
        assert answer.json["acknowledged"] == []
        assert answer.json["missing_blobs"] == []
        assert not tells(answer, world)
    # The very event of the other, sent again from his phone by who took it over: known already.
    again = wati.post("/api/events", json=phone.batch(world.event), headers=OURS)
    assert again.status_code == 200
    assert changed(before, doors) <= A_PHONE_SPOKE


def test_another_couriers_cards_cannot_be_handed_over_at_my_stop(
    wati: FlaskClient, doors: Doors, clock: StillClock, world: World
) -> None:
    route = wati.get("/api/route", headers=OURS)
    assert route.json
    assert not tells(route, world)
    mine = route.json["manifests"][0]["stops"][0]["id"]
    before, phone = snapshot(doors), Phone(clock)
    batch = phone.batch(phone.delivered(mine, cards_of(world.homes[1])))
    answer = wati.post("/api/events", json=batch, headers=OURS)
    assert not tells(answer, world)
    assert not changed(before, doors) & {"card", "card_move", "household"}


def test_another_couriers_photo_cannot_be_replaced(
    wati: FlaskClient, doors: Doors, world: World
) -> None:
    before = snapshot(doors)
    address = f"/api/blobs/{world.sha256}"
    assert wati.put(address, data=picture((9, 9))[1], headers=OURS).status_code == 422
    assert wati.put(address, data=world.photo, headers=OURS).status_code == 204  # known already
    assert wati.get(f"/kantor/foto/{world.sha256}").status_code == 403
    assert not changed(before, doors)


def test_a_lost_phone_is_shut_out_for_everybody(
    app: Flask, wati: FlaskClient, doors: Doors, clock: StillClock, world: World
) -> None:
    revoke(world.device, None, world.admin, doors)
    before, phone = snapshot(doors), Phone(clock, id=world.device)
    answer = wati.post("/api/events", json=phone.batch(), headers=OURS)
    assert answer.status_code == 403
    for browser in (wati, app.test_client()):
        for path in ("/api/me", "/api/route"):
            answer = browser.get(path, headers={**OURS, "X-Device": world.device})
            assert answer.json
            assert (answer.status_code, answer.json["code"]) == (403, "device.revoked")
    assert not changed(before, doors)


def test_our_own_header_is_asked_of_everybody(wati: FlaskClient, doors: Doors) -> None:
    before = snapshot(doors)
    assert wati.get("/api/me").status_code == 403
    assert wati.get("/api/route").status_code == 403
    assert wati.post("/api/events", json={}).status_code == 403
    assert wati.put("/api/blobs/00", data=b"").status_code == 403
    assert not changed(before, doors)
