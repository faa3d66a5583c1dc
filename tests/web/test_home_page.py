"""The office's first page."""

from flask import Flask

from field.services.accounts import Person
from tests.conftest import sign_in


def test_an_empty_city_begins_with_a_checklist(app: Flask, people: dict[str, Person]) -> None:
    assert people
    html = sign_in(app, "asep").get("/kantor/").get_data(as_text=True)
    assert "Masukkan daftar kartu" in html
    assert html.count("step-done") == 0
    assert "Kota Bogor" in html


def test_a_dispatcher_sees_the_own_kecamatan(app: Flask, people: dict[str, Person]) -> None:
    assert people
    html = sign_in(app, "siti").get("/kantor/").get_data(as_text=True)
    assert "Bogor Selatan" in html
