"""Cars, their drivers, recording devices and faces: written down by the office on its pages."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import Booth, Car, Courier, Outage, User
from tests.builders import BONDONGAN, make_courier
from tests.conftest import sign_in
from tests.fetching import make_booths, make_driver

CAR = {"pelat": "f1234ab", "nama": "Avanza", "kursi": "4", "kursi_roda": "1"}
DRIVER = {
    "title": "Sopir", "vehicle": "mobil", "start_office": "32.71.01", "end_office": "32.71.01",
    "shift_start": "07:00", "shift_end": "15:00", "username": "sopir.baru", "name": "Ujang Sopir",
    "password": "rumah di bukit",
}  # fmt: skip


@pytest.fixture
def asep(app: Flask, people: dict[str, Person]) -> FlaskClient:
    assert people
    return sign_in(app, "asep")


def test_a_car_gets_a_driver_with_hours(asep: FlaskClient) -> None:
    assert asep.post("/kantor/jemput/mobil/baru", data=CAR).status_code == 302
    car = session().query(Car).one()
    assert (car.plate, car.ambulatory, car.wheelchair) == ("F 1234 AB", 4, 1)
    asep.post("/kantor/petugas/baru", data=DRIVER | {"car": car.id})
    driver = session().query(Courier).one()
    assert (driver.car_id, driver.user.role, driver.kecamatan) == (car.id, "driver", "32.71.01")
    page = asep.get("/kantor/jemput/mobil").get_data(as_text=True)
    assert "Ujang Sopir" in page
    assert "07:00" in page
    assert "15:00" in page
    assert "F 1234 AB" in asep.get("/kantor/petugas").get_data(as_text=True)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"pelat": "mobil saya"}, "car.bad_car"),
        ({"kursi": "0", "kursi_roda": "0"}, "car.bad_car"),
        ({"kursi": "21"}, "car.bad_car"),
        ({"kursi": "empat"}, "car.bad_car"),
        ({"pelat": "F 99 X"}, "car.plate_taken"),
    ],
)
def test_a_car_that_makes_no_sense_is_refused(
    wrong: dict[str, str], code: str, asep: FlaskClient
) -> None:
    asep.post("/kantor/jemput/mobil/baru", data=CAR | {"pelat": "F 99 X"})
    answer = asep.post("/kantor/jemput/mobil/baru", data=CAR | wrong)
    assert f'data-code="{code}"' in answer.get_data(as_text=True)
    assert session().query(Car).count() == 1


def test_one_car_has_one_driver_at_a_time(asep: FlaskClient, people: dict[str, Person]) -> None:
    dedi = make_driver(people["dedi"].id)
    car = session().query(Car).one().id
    answer = asep.post("/kantor/petugas/baru", data=DRIVER | {"car": car})
    assert 'data-code="courier.car_taken"' in answer.get_data(as_text=True)
    beat = DRIVER | {"car": car, "shift_start": "", "shift_end": "15:00"}
    asep.post(f"/kantor/petugas/{dedi}", data=beat)
    evening = DRIVER | {"car": car, "shift_start": "15:00", "shift_end": "22:00"}
    evening |= {"username": "sopir.malam"}
    assert asep.post("/kantor/petugas/baru", data=evening).status_code == 302
    assert session().query(Courier).filter_by(car_id=car).count() == 2


def test_a_courier_is_no_driver_and_an_account_is_not_left_behind(
    asep: FlaskClient, people: dict[str, Person]
) -> None:
    make_driver(people["dedi"].id)
    car = session().query(Car).one().id
    budi, accounts = people["budi"].id, session().query(User).count()
    answer = asep.post("/kantor/petugas/baru", data=DRIVER | {"car": car, "user": budi})
    assert 'data-code="courier.taken"' in answer.get_data(as_text=True)
    assert session().query(User).count() == accounts


def test_the_kit_has_an_operator(asep: FlaskClient, people: dict[str, Person]) -> None:
    budi = make_courier(people["budi"].id)
    beat = DRIVER | {"vehicle": "motor", "territory": [BONDONGAN], "has_kit": "1"}
    asep.post(f"/kantor/petugas/{budi}", data=beat)
    assert session().get_one(Courier, budi).has_kit
    assert "alat rekam portabel" in asep.get("/kantor/petugas").get_data(as_text=True)


def test_a_face_is_kept_without_what_the_camera_adds(
    asep: FlaskClient, people: dict[str, Person], doors: Doors
) -> None:
    dedi, body, exif = make_driver(people["dedi"].id), io.BytesIO(), Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    Image.new("RGB", (80, 60), "navy").save(body, "JPEG", exif=exif)
    path = f"/kantor/petugas/{dedi}/foto"
    photo = (io.BytesIO(body.getvalue()), "wajah.jpg")
    assert asep.post(path, data={"foto": photo}).status_code == 302
    shown = asep.get(path)
    assert shown.mimetype == "image/jpeg"
    assert b"Rahasia" not in shown.data
    wrong = asep.post(path, data={"foto": (io.BytesIO(b"bukan foto"), "wajah.jpg")})
    assert 'data-code="photo.not_an_image"' in wrong.get_data(as_text=True)
    assert asep.post(path, data={}).status_code == 302
    assert asep.get(path).status_code == 404
    assert doors


def test_a_device_is_written_down_fails_and_works_again(app: Flask, asep: FlaskClient) -> None:
    form = {"kantor": "32.71.01", "nama": "Alat 1", "buka": "08:00", "tutup": "15:00"}
    assert sign_in(app, "siti").post("/kantor/jemput/alat", data=form).status_code == 302
    booth = session().query(Booth).one()
    path = f"/kantor/jemput/alat/{booth.id}"
    outage = {"tanggal": "2026-11-24", "mulai": "06:00", "sampai": "", "sebab": "Listrik padam"}
    asep.post(f"{path}/rusak", data=outage)
    page = asep.get("/kantor/jemput/alat").get_data(as_text=True)
    assert "Listrik padam" in page
    assert "rusak" in page
    row = session().query(Outage).one()
    asep.post(f"/kantor/jemput/alat/kerusakan/{row.id}/pulih")
    session().expire_all()
    assert session().query(Outage).count() == 0 or row.ends_at
    asep.post(path, data=form | {"nama": "Alat A", "tutup": "07:00"})
    assert session().get_one(Booth, booth.id).name == "Alat 1"
    asep.post(path, data=form | {"nama": "Alat A"})
    session().expire_all()
    assert (booth.name, booth.active) == ("Alat A", False)


def test_a_dispatcher_writes_nothing_for_a_neighbour(app: Flask, asep: FlaskClient) -> None:
    siti, form = sign_in(app, "siti"), {"kantor": "32.71.02", "nama": "Alat"}
    assert 'data-code="booth.bad_booth"' in siti.post("/kantor/jemput/alat", data=form).text
    (booth,) = make_booths(1, "32.71.02")
    for answer in (
        siti.get(f"/kantor/jemput/alat/{booth}"),
        siti.post(f"/kantor/jemput/alat/{booth}", data=form | {"kantor": "32.71.01"}),
        siti.post(f"/kantor/jemput/alat/{booth}/rusak",
                  data={"tanggal": "2026-12-01", "mulai": "08:00", "sebab": "x"}),
    ):  # fmt: skip
        assert answer.status_code == 404
    assert asep.get(f"/kantor/jemput/alat/{booth}").status_code == 200
    assert siti.post("/kantor/jemput/mobil/baru", data=CAR).status_code == 403
