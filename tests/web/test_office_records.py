"""Settings, phones, reports and the audit trail as pages."""

import csv
import io
import json

from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from field.gateways.doors import Doors
from field.services.accounts import Person, set_active
from field.services.recording import Sender, take_events
from field.services.settings import settings
from field.store.db import session
from field.store.tables import Event
from tests import builders
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.phones import Phone


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def test_settings_are_changed_by_an_admin(app: Flask, people: dict[str, Person]) -> None:
    assert people
    asep = sign_in(app, "asep")
    form = {
        "office_name": "Disdukcapil Kota Bogor",
        "hotline": "0251-123456",
        "receiver_rule": ["self", "family"],
        "signature": "required",
        "retain_days": "5",
        "service_seconds": "90",
        "service_seconds_more": "20",
        "spoil_percent": "2",
        "ready_days": "1",
        "wait_days": "14",
    }
    assert asep.post("/kantor/pengaturan", data=form).status_code == 302
    assert settings().receiver_rule == ("self", "family")
    assert settings().service_s(3) == 130
    answer = asep.post("/kantor/pengaturan", data=form | {"retain_days": "banyak"})
    assert answer.status_code == 422
    assert "harus angka 1 sampai 30" in answer.get_data(as_text=True)
    assert asep.post("/kantor/pengaturan", data=form | {"receiver_rule": []}).status_code == 422


def test_a_lost_phone_is_shut_out(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    builders.make_courier(people["budi"].id)
    phone = Phone(clock)
    label = "Mozilla/5.0 (Linux; Android 13; SM-A135F) Chrome/120.0 Mobile"
    take_events(phone.batch(), Sender(people["budi"].id, label), doors)
    siti = sign_in(app, "siti")
    assert "Android 13 · Chrome" in text(siti, "/kantor/petugas/perangkat")
    assert siti.post(f"/kantor/petugas/perangkat/{phone.id}/hilang").status_code == 302
    assert "ditandai hilang" in text(siti, "/kantor/petugas/perangkat")
    assert siti.post("/kantor/petugas/perangkat/tidak-ada/hilang").status_code == 404


def test_an_admin_takes_in_what_a_closed_account_left(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors)
    visit = builders.visits_of(builders.publish(doors, courier, [home]))[home]
    phone = Phone(clock)
    batch = json.dumps(phone.batch(phone.failed(visit, []))).encode()
    asep = sign_in(app, "asep")

    def adopt() -> int:
        form = {"user": people["budi"].id, "file": (io.BytesIO(batch), "kotak.json")}
        return asep.post("/kantor/petugas/perangkat/ambil-alih", data=form).status_code

    assert adopt() == 422  # the account is open
    set_active(people["budi"].id, False, doors, people["asep"].id)  # noqa: FBT003 - accounts' own signature
    assert adopt() == 302
    assert session().query(Event).one().source == "adopted"


def test_the_report_is_the_same_on_screen_and_in_files(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = builders.make_courier(people["budi"].id, title="=Lurah")
    homes = [builders.make_household(doors) for _ in range(2)]
    visits = builders.visits_of(builders.publish(doors, courier, homes))
    phone = Phone(clock)
    event = phone.delivered(visits[homes[0]], builders.cards_of(homes[0]))
    take_events(phone.batch(event), Sender(people["budi"].id), doors)
    siti = sign_in(app, "siti")
    assert "Budi Santoso" in text(siti, "/kantor/laporan")
    lines = csv.reader(text(siti, "/kantor/laporan/hari.csv").splitlines(), delimiter=";")
    row = list(lines)[1]
    assert row[3:8] == ["2", "1", "0", "0", "1"]
    assert not row[2].startswith("=")  # no formula reaches a spreadsheet
    file = siti.get("/kantor/laporan/hari.xlsx").get_data()
    assert load_workbook(io.BytesIO(file)).worksheets[0].max_row == 2
    assert siti.get("/kantor/laporan/hari.exe").status_code == 404


def test_the_trail_is_read_by_an_admin_fifty_a_page(app: Flask, people: dict[str, Person]) -> None:
    asep = sign_in(app, "asep")
    for _ in range(51):
        sign_in(app, "budi")
    page = text(asep, "/kantor/laporan/audit?act=user.sign_in")
    assert page.count("<td>user.sign_in</td>") == 50
    assert "Halaman 1 dari 2" in page
    only = text(asep, f"/kantor/laporan/audit?user={people['asep'].id}&since=2026-11-24")
    assert "<td>Budi Santoso</td>" not in only
    assert "Tidak ada tindakan yang cocok" in text(asep, "/kantor/laporan/audit?until=2020-01-01")
