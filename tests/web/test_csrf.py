"""A form of another site changes nothing here."""

from flask import Flask

from field.services.accounts import Person
from tests.conftest import PASSWORD
from web.limits import limiter


def test_a_form_without_its_token_is_refused(app: Flask, people: dict[str, Person]) -> None:
    assert people
    app.config["WTF_CSRF_ENABLED"] = True
    answer = app.test_client().post("/masuk", data={"username": "budi", "password": PASSWORD})
    assert answer.status_code == 400
    assert "stale_form" in answer.get_data(as_text=True)


def test_logins_are_counted(app: Flask, people: dict[str, Person]) -> None:
    assert people
    limiter.enabled = True
    try:
        client = app.test_client()
        form = {"username": "budi", "password": "salah"}
        codes = [client.post("/masuk", data=form).status_code for _ in range(12)]
    finally:
        limiter.enabled = False
        limiter.reset()
    assert codes == [422] * 8 + [429] * 4
