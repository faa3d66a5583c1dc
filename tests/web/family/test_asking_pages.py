"""A family asks in eight small pages without any script, and follows its request."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.domain.jemput.answers import STEPS
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import Request
from tests.conftest import sign_in

PAGES: dict[str, dict[str, str | list[str]]] = {
    "siapa": {"nama": "Ibu Siti", "umur": "70", "nik": "3271015508500077"},
    "bantuan": {"orang": "1", "bantuan": "arm", "pendamping": "ya", "obat": "8.00"},
    "alamat": {"jalan": "Gg. Mawar II No. 5", "rt": "3", "rw": "7", "kelurahan": "32.71.01.1002",
               "titik": "-6.6110, 106.8004"},
    "waktu": {"jam": "morning", "hari": ["1", "2"], "pulang": "siap"},
    "kontak": {"pengisi": "public", "kontak": "Rudi", "telepon": "0812-3456-7890"},
}  # fmt: skip
WIRE = 40_000
SCRIPTS_AND_STYLES = 22_000  # pico, our own, packed; measured by the browser test


@pytest.fixture
def family(app: Flask) -> FlaskClient:
    return app.test_client()


def fill_in(family: FlaskClient) -> None:
    for step, form in PAGES.items():
        assert family.post(f"/jemput/minta/{step}", data=form).status_code == 302, step


def test_from_the_first_page_to_the_page_to_keep(app: Flask, family: FlaskClient) -> None:
    fill_in(family)
    summary = family.get("/jemput/minta/periksa").get_data(as_text=True)
    assert "3271015508500077" not in summary
    assert "0077" in summary
    yes = {"setuju": "ya", "oleh": "family"}
    for _ in range(2):
        assert family.post("/jemput/minta/periksa", data=yes).location == "/jemput/terkirim"
    request = session().query(Request).one()
    kept = family.get("/jemput/terkirim").get_data(as_text=True)
    assert request.code in kept
    assert request.check_code in kept
    link = re.search(r'href="http://localhost(/jemput/lihat/[^"]+)"', kept)
    assert link
    assert "Ibu Siti" in app.test_client().get(link[1]).get_data(as_text=True)
    assert request.code in family.get("/jemput/slip").get_data(as_text=True)


def test_a_wrong_answer_says_so_and_keeps_what_was_typed(family: FlaskClient) -> None:
    answer = family.post("/jemput/minta/siapa", data={"nama": "Ibu <Siti>", "umur": ""})
    said = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'data-code="ask.not_chosen"' in said
    assert "Ibu &lt;Siti&gt;" in said
    wrong = family.post("/jemput/minta/siapa", data={"nama": "Siti", "umur": "70", "nik": "123"})
    assert "123" not in re.sub(r"<head>.*</head>", "", wrong.get_data(as_text=True), flags=re.S)


def test_each_page_is_small_and_needs_no_script(family: FlaskClient) -> None:
    fill_in(family)
    for step in STEPS:
        page = family.get(f"/jemput/minta/{step}")
        assert page.status_code == 200
        assert len(page.data) + SCRIPTS_AND_STYLES < WIRE
        assert b"<form method" in page.data


def test_another_browser_sees_nothing_of_a_draft(app: Flask, family: FlaskClient) -> None:
    fill_in(family)
    stranger = app.test_client()
    for path in ("/jemput/minta/siapa", "/jemput/minta/serumah", "/jemput/minta/kontak"):
        assert b"Ibu Siti" not in stranger.get(path).data
        assert b"Rudi" not in stranger.get(path).data
    assert stranger.get("/jemput/terkirim").status_code == 302


def test_the_office_asks_on_behalf_and_is_written_down(
    app: Flask, people: dict[str, Person]
) -> None:
    siti = sign_in(app, "siti")
    for step, form in PAGES.items():
        siti.post(f"/jemput/minta/{step}", data=form)
    refused = siti.post("/jemput/minta/kontak", data=PAGES["kontak"])
    assert refused.status_code == 422  # she is not the family
    siti.post("/jemput/minta/kontak", data=PAGES["kontak"] | {"pengisi": "hotline"})
    siti.post("/jemput/minta/periksa", data={"setuju": "ya", "oleh": "told"})
    request = session().query(Request).one()
    assert (request.channel, request.asked_by) == ("hotline", people["siti"].id)
    assert (request.steps[0].by, request.consent_by) == ("office", "told")


def test_a_log_line_never_holds_a_familys_key(
    family: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "antarjemput.requests")
    family.get("/jemput/lihat/1.2027-01-01.abcdef")
    assert "abcdef" not in caplog.text
    assert "/jemput/lihat/<token>" in caplog.text
