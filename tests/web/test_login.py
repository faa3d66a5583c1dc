"""Signing in by the page, and what strangers see."""

from flask import Flask

from field.services.accounts import Person
from tests.conftest import PASSWORD, sign_in


def test_each_role_lands_on_its_first_page(app: Flask, people: dict[str, Person]) -> None:
    assert people
    client = app.test_client()
    answer = client.post("/masuk", data={"username": "budi", "password": PASSWORD})
    assert answer.location == "/kurir/"
    answer = client.post("/masuk", data={"username": "siti", "password": PASSWORD})
    assert answer.location == "/kantor/"


def test_a_wrong_password_is_told_in_words(app: Flask, people: dict[str, Person]) -> None:
    assert people
    answer = app.test_client().post("/masuk", data={"username": "budi", "password": "salah"})
    assert answer.status_code == 422
    assert "tidak cocok" in answer.get_data(as_text=True)


def test_the_way_back_never_leads_elsewhere(app: Flask, people: dict[str, Person]) -> None:
    assert people
    form = {"username": "budi", "password": PASSWORD, "next": "//jahat.example/"}
    assert app.test_client().post("/masuk", data=form).location == "/kurir/"


def test_signing_out_ends_it(app: Flask, people: dict[str, Person]) -> None:
    assert people
    client = sign_in(app, "budi")
    client.post("/keluar")
    assert client.get("/").location == "/masuk"


def test_headers_allow_nothing_from_elsewhere(app: Flask) -> None:
    headers = app.test_client().get("/masuk").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_a_phone_stays_signed_in_when_its_browser_dies(
    app: Flask, people: dict[str, Person]
) -> None:
    assert people
    form = {"username": "budi", "password": PASSWORD}
    on_phone = app.test_client().post("/masuk", data=form).headers["Set-Cookie"]
    assert "Expires=" in on_phone
    form["username"] = "siti"
    at_desk = app.test_client().post("/masuk", data=form).headers["Set-Cookie"]
    assert "Expires=" not in at_desk
