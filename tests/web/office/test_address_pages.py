"""Alamat: weak points in a list and on a map; a pin is set with or without a mouse."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from data.regions import regions
from field.gateways.doors import Doors
from field.gateways.names.read_osm import names_of
from field.services import addressing, intake
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import Household
from tests.conftest import sign_in
from tests.fakes import Told
from tests.residents import csv_file, row

OTHER = {"nik": "3271014508670002", "nama": "Budi Lain", "tanggal_lahir": "",
         "kelurahan": "Tegallega"}  # fmt: skip
KAMPUNG = Path(__file__).parents[2] / "field/gateways/names/kampung.osm"
HX = {"HX-Request": "true"}


@pytest.fixture
def sign(app: Flask, doors: Doors, people: dict[str, Person]) -> Callable[[str], FlaskClient]:
    """Two households with weak points, and somebody to look at them."""
    assert people
    import_id = intake.upload("a.csv", csv_file([row(), row(**OTHER)]), doors, None, queued=False)
    intake.preview(import_id, Told(), doors)
    intake.commit(import_id, doors, None, None, queued=False)
    intake.bring_in(import_id, Told(), doors)
    addressing.locate(Told(), doors)
    return lambda name: sign_in(app, name)


def house(kelurahan: str) -> Household:
    session().rollback()
    return session().scalars(select(Household).where(Household.kelurahan == kelurahan)).one()


BONDONGAN, TEGALLEGA = "32.71.01.1002", "32.71.03.1007"


def test_weak_points_are_listed_with_what_is_known(sign: Callable[[str], FlaskClient]) -> None:
    page = sign("asep").get("/kantor/alamat").get_data(as_text=True)
    assert "Siti Rohmah" in page
    assert "titik perkiraan kelurahan" in page
    assert "Gg. Mawar II No. 5" in page


def test_a_typed_point_is_saved_without_javascript(sign: Callable[[str], FlaskClient]) -> None:
    asep = sign("asep")
    mine = house(BONDONGAN)
    typed = {"titik": "https://www.google.com/maps?q=-6.6149,106.8062"}
    assert asep.post(f"/kantor/alamat/{mine.id}", data=typed).location == "/kantor/alamat"
    assert house(BONDONGAN).lat == -6.6149
    assert "Siti Rohmah" not in asep.get("/kantor/alamat").get_data(as_text=True)


def test_a_dragged_pin_answers_with_its_door(sign: Callable[[str], FlaskClient]) -> None:
    mine = house(BONDONGAN)
    answer = sign("asep").post(
        f"/kantor/alamat/{mine.id}", data={"titik": "-6.6149, 106.8062", "nomor": "7"}, headers=HX
    )
    part = answer.get_data(as_text=True)
    assert "titik tersimpan" in part
    assert 'data-number="7"' in part
    assert "<html" not in part


@pytest.mark.parametrize(
    ("typed", "words"),
    [("-6.2, 106.8", "di luar kota"), ("di situ", "tidak terbaca"), ("", "tidak terbaca")],
)
def test_a_bad_point_is_told_and_changes_nothing(
    typed: str, words: str, sign: Callable[[str], FlaskClient]
) -> None:
    mine = house(BONDONGAN)
    asep = sign("asep")
    for headers in ({}, HX):
        answer = asep.post(f"/kantor/alamat/{mine.id}", data={"titik": typed}, headers=headers)
        assert answer.status_code == 422
        assert words in answer.get_data(as_text=True)
    assert house(BONDONGAN).confidence == "kelurahan"


def test_a_pin_in_another_kelurahan_is_said(sign: Callable[[str], FlaskClient]) -> None:
    asep = sign("asep")
    other = house(TEGALLEGA)
    asep.post(f"/kantor/alamat/{other.id}", data={"titik": "-6.6149, 106.8062"})
    page = asep.get("/kantor/alamat?keyakinan=clash").get_data(as_text=True)
    assert "kelurahan lain dari yang tertulis" in page
    assert "Budi Lain" in page


def test_other_points_are_offered_with_what_fits(
    sign: Callable[[str], FlaskClient], doors: Doors
) -> None:
    doors.geocoders.names.replace(names_of(KAMPUNG, regions("32.71")))
    mine = house(BONDONGAN)
    asep = sign("asep")
    page = asep.get("/kantor/alamat").get_data(as_text=True)
    assert "Kemungkinan titik lain" in page
    assert "Gang Mawar II" in page
    assert "Tidak cocok:" in page
    picked = re.search(
        r'name="titik" value="(-6[^"]+)">Pakai titik ini<[^>]+>: Gang Mawar II<', page
    )
    assert picked
    answer = asep.post(f"/kantor/alamat/{mine.id}", data={"titik": picked[1]}, headers=HX)
    assert "titik tersimpan" in answer.get_data(as_text=True)
    assert (house(BONDONGAN).confidence, house(BONDONGAN).lat) == ("given", -6.6146)


def test_filters_stand_in_the_address(sign: Callable[[str], FlaskClient]) -> None:
    asep = sign("asep")
    page = asep.get(f"/kantor/alamat?kelurahan={TEGALLEGA}").get_data(as_text=True)
    assert ("Budi Lain" in page, "Siti Rohmah" in page) == (True, False)
    nothing = asep.get("/kantor/alamat?keyakinan=rt_rw").get_data(as_text=True)
    assert "Tidak ada titik lemah" in nothing


def test_a_dispatcher_mends_his_kecamatan_only(sign: Callable[[str], FlaskClient]) -> None:
    siti = sign("siti")
    other = house(TEGALLEGA)
    page = siti.get("/kantor/alamat").get_data(as_text=True)
    assert ("Siti Rohmah" in page, "Budi Lain" in page) == (True, False)
    answer = siti.post(f"/kantor/alamat/{other.id}", data={"titik": "-6.6149, 106.8062"})
    assert answer.status_code == 404
    assert house(TEGALLEGA).confidence == "kelurahan"


def test_boundaries_are_those_of_ones_own(sign: Callable[[str], FlaskClient]) -> None:
    mine = sign("siti").get("/kantor/alamat/batas.json").json
    whole = sign("asep").get("/kantor/alamat/batas.json").json
    assert mine
    assert whole
    assert len(mine["features"]) == 16
    assert len(whole["features"]) == 68
