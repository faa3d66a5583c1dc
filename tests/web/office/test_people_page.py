"""Petugas: a courier is added with an account, marked away, given doors by hand."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.handpicks import picks_of
from field.store.db import session
from field.store.tables import Absence, Courier, User
from tests.builders import BONDONGAN, TODAY, make_courier, make_household
from tests.conftest import sign_in

BEAT = {
    "title": "Lurah Bondongan",
    "vehicle": "motor",
    "start_office": BONDONGAN,
    "end_office": BONDONGAN,
    "territory": [BONDONGAN],
}
ACCOUNT = {"username": "lurah.bondongan", "name": "Euis Komala", "password": "rumah di bukit"}


@pytest.fixture
def siti(app: Flask, people: dict[str, Person]) -> FlaskClient:
    assert people
    return sign_in(app, "siti")


def test_a_courier_is_added_with_an_account_and_changed(siti: FlaskClient) -> None:
    assert siti.post("/kantor/petugas/baru", data=ACCOUNT | BEAT).status_code == 302
    courier = session().query(Courier).one()
    assert (courier.user.username, courier.kecamatan) == ("lurah.bondongan", "32.71.01")
    change = BEAT | {"vehicle": "foot", "shift_start": "08:00", "max_stops": "12"}
    siti.post(f"/kantor/petugas/{courier.id}", data=change)
    session().expire_all()
    assert (courier.vehicle, courier.shift_start, courier.max_stops) == ("foot", "08:00", 12)
    assert [part.kelurahan for part in courier.territory] == [BONDONGAN]
    assert "Euis Komala" in siti.get("/kantor/petugas").get_data(as_text=True)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"vehicle": "becak"}, "courier.bad_vehicle"),
        ({"territory": []}, "courier.no_territory"),
        ({"territory": ["99.99.99.9999"]}, "courier.no_territory"),
        ({"territory": ["32.71.02.1001"]}, "courier.outside"),
        ({"start_office": "bulan"}, "courier.unknown_office"),
        ({"shift_start": "16:00", "shift_end": "08:00"}, "courier.bad_shift"),
        ({"shift_start": "pagi"}, "courier.bad_shift"),
        ({"max_stops": "0"}, "courier.bad_stops"),
        ({"password": "pendek"}, "account.weak_password"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_left_behind(
    wrong: dict[str, object], code: str, siti: FlaskClient
) -> None:
    before = session().query(User).count()
    answer = siti.post("/kantor/petugas/baru", data=ACCOUNT | BEAT | wrong)
    page = answer.get_data(as_text=True)
    assert f'data-code="{code}"' in page
    assert "lurah.bondongan" in page, "what was typed stays"
    assert session().query(User).count() == before
    assert session().query(Courier).count() == 0


def test_a_day_away_is_marked_and_taken_back(siti: FlaskClient, people: dict[str, Person]) -> None:
    budi = make_courier(people["budi"].id)
    siti.post(f"/kantor/petugas/{budi}/tidak-masuk", data={"tanggal": "2026-11-26"})
    assert "Kamis, 26 Nov 2026" in siti.get("/kantor/petugas").get_data(as_text=True)
    siti.post(f"/kantor/petugas/{budi}/tidak-masuk", data={"tanggal": "2026-11-26", "back": "1"})
    assert session().query(Absence).count() == 0


def test_a_door_is_found_and_chosen_by_hand(
    siti: FlaskClient, people: dict[str, Person], doors: Doors
) -> None:
    mayor = make_courier(people["budi"].id)
    home = make_household(doors)
    path = f"/kantor/petugas/{mayor}/pilihan"
    assert "Gg. Mawar" in siti.get(f"{path}?cari=mawar").get_data(as_text=True)
    assert "Gg. Mawar" not in siti.get(f"{path}?cari=%25%25%25").get_data(as_text=True)
    siti.post(path, data={"household": home, "tanggal": TODAY.isoformat()})
    assert [door.household_id for door in picks_of(mayor, TODAY, None)] == [home]
    siti.post(path, data={"household": home, "tanggal": TODAY.isoformat(), "remove": "1"})
    assert picks_of(mayor, TODAY, None) == []


def test_couriers_of_another_kecamatan_do_not_exist(
    siti: FlaskClient, people: dict[str, Person], doors: Doors
) -> None:
    other = "32.71.02.1001"
    hers = make_courier(people["wati"].id, kelurahan=other)
    home = make_household(doors, kelurahan=other)
    mine = make_courier(people["budi"].id)
    day = {"tanggal": TODAY.isoformat()}
    assert "Wati" not in siti.get("/kantor/petugas").get_data(as_text=True)
    assert siti.get(f"/kantor/petugas/{hers}").status_code == 404
    assert siti.post(f"/kantor/petugas/{hers}", data=BEAT).status_code == 404
    assert siti.post(f"/kantor/petugas/{hers}/aktif", data={"active": "0"}).status_code == 404
    assert siti.post(f"/kantor/petugas/{hers}/tidak-masuk", data=day).status_code == 404
    assert siti.get(f"/kantor/petugas/{hers}/pilihan").status_code == 404
    answer = siti.post(f"/kantor/petugas/{mine}/pilihan", data=day | {"household": home})
    assert answer.status_code == 404
