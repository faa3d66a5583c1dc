"""What phones ask and tell, over HTTP."""

from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.domain.polyline import decode
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.devices import revoke
from field.store.db import transaction
from field.store.tables import RoadClosure
from tests import builders
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.phones import Phone, picture

OURS = {"X-Requested-With": "antarjemput"}


class Api:
    """Budi's app, signed in."""

    def __init__(self, client: FlaskClient, visit: str, cards: list[int]) -> None:
        self.client, self.visit, self.cards = client, visit, cards

    def get(self, path: str) -> Any:
        return self.client.get(path, headers=OURS)

    def post(self, batch: object, headers: Mapping[str, str] = OURS) -> Any:
        return self.client.post("/api/events", json=batch, headers=headers)

    def put(self, sha256: str, body: bytes) -> Any:
        return self.client.put(f"/api/blobs/{sha256}", data=body, headers=OURS)


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json["code"]


@pytest.fixture
def api(app: Flask, doors: Doors, people: dict[str, Person]) -> Api:
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors, cards=2)
    visit = builders.visits_of(builders.publish(doors, courier, [home]))[home]
    return Api(sign_in(app, "budi"), visit, builders.cards_of(home))


def test_a_day_of_one_phone(api: Api, clock: StillClock) -> None:
    route = api.get("/api/route").json
    stop = route["manifests"][0]["stops"][0]
    assert (stop["id"], stop["state"]) == (api.visit, "waiting")
    assert stop["address"]["kelurahan"] == "Bondongan"
    assert [card["id"] for card in stop["cards"]] == api.cards
    assert len(stop["cards"][0]["nik_last4"]) == 4
    assert route["settings"]["relations"][0] == {
        "code": "self",
        "label": "Yang bersangkutan",
        "allowed": True,
    }

    phone, (sha256, body) = Phone(clock), picture()
    event = phone.delivered(api.visit, api.cards) | {"photos": [sha256]}
    answer = api.post(phone.batch(event))
    assert answer.status_code == 200
    assert answer.json["acknowledged"] == [event["id"]]
    assert answer.json["missing_blobs"] == [sha256]
    assert api.put(sha256, body).status_code == 204
    assert api.put(sha256, body).status_code == 204
    assert api.post(phone.batch(event)).json["missing_blobs"] == []
    assert api.get("/api/route").json["manifests"][0]["stops"][0]["state"] == "delivered"


def test_a_conflict_answers_409_and_takes_the_rest(api: Api, clock: StillClock) -> None:
    phone = Phone(clock)
    event = phone.failed(api.visit, api.cards)
    api.post(phone.batch(event))
    answer = api.post(phone.batch(event | {"seq": 7}, phone.event("skipped", api.visit, {})))
    assert answer.status_code == 409
    assert [one["code"] for one in answer.json["conflicts"]] == ["event.other_body"]
    assert set(answer.json["conflicts"][0]) == {"id", "code", "message", "action"}
    assert len(answer.json["acknowledged"]) == 1


def test_no_other_site_can_speak_for_a_courier(api: Api) -> None:
    answer = api.post({}, headers={})
    assert refusal(answer) == (403, "api.foreign")


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null"])
def test_a_body_that_is_no_batch_is_told_so(api: Api, body: bytes) -> None:
    answer = api.client.post("/api/events", data=body, headers=OURS)
    assert refusal(answer) == (422, "event.bad_batch")


def test_bodies_have_an_end(api: Api) -> None:
    answer = api.client.post("/api/events", data=b" " * (2**20 + 1), headers=OURS)
    assert refusal(answer) == (413, "body_too_large")
    answer = api.put("ab" * 32, b"x" * (4 * 2**20 + 1))
    assert refusal(answer) == (413, "body_too_large")


def test_what_is_no_photo_is_told_so(api: Api) -> None:
    answer = api.put("ab" * 32, b"halo")
    assert refusal(answer) == (422, "photo.wrong_hash")


def test_no_login_no_answer(app: Flask, people: dict[str, Person]) -> None:
    assert people
    answer = app.test_client().get("/api/route", headers=OURS)
    assert refusal(answer) == (401, "login_needed")
    assert sign_in(app, "siti").get("/api/route", headers=OURS).status_code == 403


def test_a_lost_phone_is_told_so_though_its_login_has_ended(
    api: Api, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    phone = Phone(clock)
    api.post(phone.batch())
    revoke(phone.id, None, people["asep"].id, doors)
    assert api.get("/api/me").status_code == 401
    answer = api.client.get("/api/me", headers=OURS | {"X-Device": phone.id})
    assert refusal(answer) == (403, "device.revoked")


def test_a_courier_sees_only_his_own_route(app: Flask, api: Api, people: dict[str, Person]) -> None:
    builders.make_courier(people["wati"].id)
    wati = sign_in(app, "wati")
    assert Api(wati, "", []).get("/api/route").json["manifests"] == []
    assert api.get("/api/route?date=2026-11-25").json["manifests"] == []
    assert api.get("/api/route?date=besok").status_code == 422


def test_earlier_tries_are_told(
    api: Api, doors: Doors, clock: StillClock, people: dict[str, Person]
) -> None:
    assert people
    phone = Phone(clock)
    api.post(phone.batch(phone.failed(api.visit, api.cards)))
    clock.forward(days=1)
    builders.publish(doors, 1, [1], day=clock.now().date())
    stop = api.get("/api/route").json["manifests"][0]["stops"][0]
    assert stop["history"] == [{"date": "2026-11-24", "reason": "Tidak ada orang di rumah"}]


def test_closed_roads_near_the_doors_come_along_for_whom_they_concern(
    api: Api, clock: StillClock
) -> None:
    near, far = [[-6.6111, 106.8004], [-6.6121, 106.8010]], [[-6.5, 106.8], [-6.501, 106.8]]
    with transaction() as live:
        for points, profiles in ((near, ["motor"]), (near, ["mobil"]), (far, ["motor"])):
            row = RoadClosure(shape="line", points=points, effect="closed", reason="flood")
            row.profiles, row.begins, row.created_at = profiles, builders.TODAY, clock.now()
            live.add(row)
    (road,) = api.get("/api/route").json["closed"]
    assert road["effect"] == "closed"
    assert road["words"].startswith("Ditutup: Banjir (Motor), sejak Selasa, 24 Nov 2026")
    assert decode(road["lines"][0])
