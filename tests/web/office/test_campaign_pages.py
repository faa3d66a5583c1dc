"""The campaign as the office meets it: asked for, watched, refused, accepted, followed, printed."""

import io
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from pypdf import PdfReader

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.campaigns import batches_of
from field.store.db import session, transaction
from field.store.tables import Campaign, Job, Printer
from tests.builders import TODAY
from tests.campaigns import accepted, newest_plan, run
from tests.conftest import sign_in
from tests.printing import make_blanks, make_ready, make_room


@pytest.fixture
def admin(app: Flask, people: dict[str, Person], doors: Doors) -> FlaskClient:
    """Asep at the office of sixty cards, one printer and one operator."""
    assert people
    printer, _ = make_room()
    with transaction() as live:
        live.get_one(Printer, printer).cards_per_hour = 20
    make_blanks(doors, 500)
    make_ready(doors, 60)
    return sign_in(app, "asep")


def form(days: int = 5, **changed: str) -> dict[str, str]:
    found = {"name": "Kampanye uji", "cards": "60", "first": f"{TODAY}", "days": f"{days}"}
    for step in range(days):
        day = TODAY + timedelta(days=step)
        found |= {f"hours-{day}": "2", f"couriers-{day}": "2" if day.isoweekday() < 6 else "0"}
    return found | changed


def asked(admin: FlaskClient) -> int:
    answer = admin.post("/kantor/cetak/kampanye", data=form())
    assert answer.status_code == 302, answer.get_data(as_text=True)
    return int(answer.location.rsplit("/", 1)[1])


def page(admin: FlaskClient, path: str) -> str:
    answer = admin.get(path)
    assert answer.status_code == 200, answer.status
    return answer.get_data(as_text=True)


def test_the_form_is_filled_in_from_the_citys_lists_and_calendar(admin: FlaskClient) -> None:
    shown = page(admin, "/kantor/cetak/kampanye/baru?days=7")
    assert "60 kartu menunggu" in shown
    saturday, friday = TODAY + timedelta(days=4), TODAY + timedelta(days=3)
    assert f'name="printers-{friday}" min="0" max="50" value="1"' in shown
    assert f'name="couriers-{saturday}" min="0" max="1000" value="0"' in shown


def test_what_makes_no_sense_comes_back_with_words_and_with_what_was_typed(
    admin: FlaskClient,
) -> None:
    answer = admin.post("/kantor/cetak/kampanye", data=form(cards="0", name="Punya saya"))
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Jumlah kartu harus angka 1 sampai 200000" in shown
    assert "Punya saya" in shown
    nothing = form() | {f"hours-{TODAY + timedelta(days=step)}": "0" for step in range(5)}
    assert admin.post("/kantor/cetak/kampanye", data=nothing).status_code == 422
    assert session().query(Campaign).count() == 0


def test_it_is_watched_cancelled_and_planned_again(admin: FlaskClient, doors: Doors) -> None:
    number = asked(admin)
    path = f"/kantor/cetak/kampanye/{number}"
    assert "sedang direncanakan" in page(admin, path)
    assert admin.get(f"{path}/siap").status_code == 204
    job = session().get_one(Campaign, number).job_id
    admin.post(f"/kantor/pekerjaan/{job}/batal")
    assert admin.get(f"{path}/siap").headers["HX-Redirect"] == path
    assert "Perencanaannya dibatalkan" in page(admin, path)
    assert admin.post(f"{path}/ulang", data=form()).status_code == 302
    run(number, doors)
    plan = newest_plan(number).id
    ready = admin.get(f"{path}/siap").headers["HX-Redirect"]
    assert ready == f"/kantor/cetak/kampanye/rencana/{plan}"
    shown = page(admin, ready)
    assert "<strong>60</strong>dari 60 kartu dicetak" in shown
    with transaction() as live:
        assert live.get_one(Job, str(job)).state == "cancelled"


def test_an_accepted_plan_is_followed_and_taken_along(admin: FlaskClient, doors: Doors) -> None:
    number = asked(admin)
    run(number, doors)
    plan = newest_plan(number)
    answer = admin.post(f"/kantor/cetak/kampanye/rencana/{plan.id}/pakai", follow_redirects=True)
    assert "<strong>0</strong>dari 60 kartu sudah dicetak" in answer.get_data(as_text=True)
    first = min(batch.day for batch in batches_of(plan.id))
    made = admin.post(f"/kantor/cetak/kampanye/rencana/{plan.id}/{first}", follow_redirects=True)
    assert "kelompok dibuat di antrean cetak" in made.get_data(as_text=True)
    again = admin.post(f"/kantor/cetak/kampanye/rencana/{plan.id}/{first}")
    assert again.status_code == 409
    table = (
        admin.get(f"/kantor/cetak/kampanye/{number}/hari.csv").data.decode("utf-8-sig").splitlines()
    )
    sheet = load_workbook(
        io.BytesIO(admin.get(f"/kantor/cetak/kampanye/{number}/hari.xlsx").data)
    ).active
    assert sheet is not None
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == [
        line.split(";") for line in table
    ]
    assert table[-1].split(";")[1] == "60"


def test_the_mayors_page_is_one_page_with_the_figures_of_the_screen(
    admin: FlaskClient, doors: Doors
) -> None:
    number = asked(admin)
    run(number, doors)
    accepted(number, doors)
    reader = PdfReader(io.BytesIO(admin.get(f"/kantor/cetak/kampanye/{number}/wali-kota").data))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    for words in ("Kampanye uji", "60 kartu dalam kampanye", "Belum dicetak", "Bogor Selatan"):
        assert words in " ".join(text.split()), text


def test_a_dispatcher_sees_the_campaigns_of_the_own_kecamatan_only(
    app: Flask, admin: FlaskClient, doors: Doors
) -> None:
    number = asked(admin)
    run(number, doors)
    siti = sign_in(app, "siti")
    assert "Kampanye uji" not in page(siti, "/kantor/cetak/kampanye")
    assert siti.get(f"/kantor/cetak/kampanye/{number}").status_code == 404
    assert siti.get(f"/kantor/cetak/kampanye/rencana/{newest_plan(number).id}").status_code == 404
