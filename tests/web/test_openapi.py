"""The API's document is whole, valid OpenAPI 3.1, and says what the doors really answer."""

import json
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from werkzeug.test import TestResponse

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.publishing import publish
from tests.builders import TODAY, make_courier, make_household
from tests.builders import publish as publish_cards
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.fetching import make_driver, make_request
from tests.phones import Phone
from tests.planned import plan_now
from tests.web.trespass_world import OURS
from web.api.document import OPERATIONS, build


@pytest.fixture
def document(app: Flask) -> dict[str, object]:
    answer = app.test_client().get("/api/openapi.json")
    assert answer.status_code == 200
    found: dict[str, object] = json.loads(answer.data)
    return found


def shape(app: Flask, name: str) -> Draft202012Validator:
    schemas = build(app)["components"]["schemas"]  # type: ignore[index]  # as it is built
    Draft202012Validator.check_schema(schemas[name])
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}",
                                 "components": {"schemas": schemas}})  # fmt: skip


def fits(app: Flask, name: str, answer: TestResponse) -> None:
    assert answer.status_code in (200, 409), answer.text
    wrong = [error.message for error in shape(app, name).iter_errors(answer.json)]
    assert not wrong


def test_it_is_valid(document: dict[str, object]) -> None:
    assert document["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(document).validate()


def test_every_door_of_the_api_stands_in_it(app: Flask, document: dict[str, object]) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules() if rule.rule.startswith("/api")}
    assert endpoints <= OPERATIONS.keys()
    assert OPERATIONS.keys() <= app.view_functions.keys()
    paths: dict[str, dict[str, dict[str, object]]] = document["paths"]  # type: ignore[assignment]  # as checked above
    said = {one["operationId"] for path in paths.values() for one in path.values()}
    assert said == {endpoint.replace(".", "_") for endpoint in OPERATIONS}
    assert "/api/jemput/trips/{trip_id}/care" in paths
    assert "/kantor/jemput/data/{day}.json" in paths


def test_keys_are_those_of_the_code(document: dict[str, object]) -> None:
    paths: dict[str, dict[str, dict[str, object]]] = document["paths"]  # type: ignore[assignment]  # as checked above
    assert paths["/api/openapi.json"]["get"]["security"] == []
    care = paths["/api/jemput/trips/{trip_id}/care"]["get"]
    assert care["security"] == [{"session": []}]
    assert care["description"] == "For: driver."


def test_phones_and_others_get_what_it_says(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = make_courier(people["budi"].id)
    make_driver(people["dedi"].id)
    home = make_household(doors)
    make_request(doors)
    publish(plan_now(doors), None, people["asep"].id, doors)
    publish_cards(doors, courier, [home])
    dedi, budi, asep = (sign_in(app, name) for name in ("dedi", "budi", "asep"))
    fits(app, "Route", dedi.get(f"/api/route?date={TODAY}", headers=OURS))
    fits(app, "Route", budi.get(f"/api/route?date={TODAY}", headers=OURS))
    fits(app, "Person", budi.get("/api/me", headers=OURS))
    stop = budi.get(f"/api/route?date={TODAY}", headers=OURS).json["manifests"][0]["stops"][0]  # type: ignore[index]  # it has one
    phone = Phone(clock)
    event = phone.failed(stop["id"], [card["id"] for card in stop["cards"]])
    batch = phone.batch(event)
    assert not list(shape(app, "Batch").iter_errors(batch))
    fits(app, "Taken", budi.post("/api/events", json=batch, headers=OURS))
    again = phone.batch(event | {"at": "2026-11-24T00:00:00+00:00"})
    fits(app, "Taken", budi.post("/api/events", json=again, headers=OURS))
    fits(app, "Trips", asep.get(f"/kantor/jemput/data/{TODAY}.json"))
    trip = dedi.get(f"/api/route?date={TODAY}", headers=OURS).json["manifests"][0]["stops"][0]  # type: ignore[index]  # it has one
    fits(app, "Care", dedi.get(f"/api/jemput/trips/{trip['trip']['id']}/care", headers=OURS))
    refused(app, budi)


def refused(app: Flask, budi: FlaskClient) -> None:
    answer = budi.get(f"/kantor/jemput/data/{date(2026, 11, 24)}.json")
    assert answer.status_code == 403
    answer = budi.get("/api/jemput/trips/1/care", headers=OURS)
    assert answer.status_code == 403
    assert not list(shape(app, "Fault").iter_errors(answer.json))
