"""Every endpoint stands in the table of doors, under the key that the code asks for."""

from flask import Flask

from tests.web.doors import NEEDS
from web.access import access_of


def test_each_endpoint_is_under_the_key_that_is_written_down(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    found = {endpoint: access_of(endpoint) for endpoint in endpoints}
    shut = sorted(endpoint for endpoint, key in found.items() if not key)
    assert not shut, f"Nobody has said who may open these: {shut}"
    differing = {
        endpoint: (sorted(key or ()), sorted(NEEDS.get(endpoint, ())))
        for endpoint, key in found.items()
        if NEEDS.get(endpoint) != key
    }
    assert not differing, f"(in the code, in tests/web/doors.py): {differing}"


def test_no_door_is_written_down_that_is_gone(app: Flask) -> None:
    assert not NEEDS.keys() - {rule.endpoint for rule in app.url_map.iter_rules()}


def test_an_endpoint_without_a_key_stays_shut(app: Flask) -> None:
    app.add_url_rule("/baru", "forgotten", lambda: "terbuka")
    answer = app.test_client().get("/baru")
    assert answer.status_code == 302
    assert answer.location.startswith("/masuk")
