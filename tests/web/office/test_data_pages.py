"""Data: a file is uploaded, looked over, let in; the table of cards answers by its address."""

import io
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select

from field.gateways.doors import Doors
from field.services import intake
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import Card, Job
from tests.conftest import sign_in
from tests.fakes import Told
from tests.residents import csv_file, row

OTHER = {"nik": "3271014508670002", "nama": "Budi Lain", "tanggal_lahir": "",
         "kelurahan": "Tegallega"}  # fmt: skip
Sign = Callable[[str], FlaskClient]


@pytest.fixture
def sign(app: Flask, people: dict[str, Person]) -> Sign:
    assert people
    return lambda name: sign_in(app, name)


def send(client: FlaskClient, body: bytes, name: str = "warga.csv") -> tuple[int, str, str]:
    answer = client.post("/kantor/data", data={"berkas": (io.BytesIO(body), name)})
    return answer.status_code, answer.location or "", answer.get_data(as_text=True)


def work(doors: Doors) -> None:
    """Do what the worker would."""
    acts = {"preview": intake.run_preview, "import": intake.run_import}
    for job in session().scalars(select(Job).where(Job.state == "queued")).all():
        if job.kind in acts:
            acts[job.kind](job.id, Told(), doors)


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.get_data(as_text=True)


def let_in(client: FlaskClient, doors: Doors, *rows: dict[str, str]) -> str:
    """Upload and commit; returns the file's address."""
    _, address, _ = send(client, csv_file(rows))
    work(doors)
    assert client.post(f"{address}/masukkan").status_code == 302
    work(doors)
    return address


def test_a_file_goes_its_way_from_upload_to_cards(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    status, address, _ = send(asep, csv_file([row(), row(nama="", nik="3271014508670009")]))
    assert (status, address) == (302, "/kantor/data/1")
    assert 'hx-trigger="every 1s"' in text(asep, address)

    work(doors)
    page = text(asep, address)
    assert "Masukkan 1 kartu" in page
    assert "Nama kosong." in page
    assert "hx-trigger" not in text(asep, f"{address}/keadaan")

    asep.post(f"{address}/masukkan")
    work(doors)
    assert "kartu masuk" in text(asep, address)
    assert "Siti Rohmah" in text(asep, "/kantor/data/kartu")
    assert "sudah masuk" in text(asep, "/kantor/data")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "kosong"),
        (b"%PDF-1.4\x00", "bukan CSV atau XLSX"),
        (b"PK\x03\x04rusak", "rusak"),
        (b"nik;nama\n1;a\n", "Kolom yang kurang: alamat"),
    ],
)
def test_a_file_that_is_no_list_is_told_on_the_page(sign: Sign, body: bytes, words: str) -> None:
    status, _, page = send(sign("asep"), body)
    assert status == 422
    assert words in page
    assert 'role="alert"' in page


def test_sending_without_a_file_is_told(sign: Sign) -> None:
    assert sign("asep").post("/kantor/data", data={}).status_code == 422


def test_a_cancelled_file_is_gone(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    _, address, _ = send(asep, csv_file([row()]))
    work(doors)
    assert asep.post(f"{address}/batal").location == "/kantor/data"
    assert "dibatalkan" in text(asep, "/kantor/data")
    assert asep.post(f"{address}/masukkan").status_code == 409


def test_work_that_broke_can_be_asked_for_again(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    _, address, _ = send(asep, csv_file([row()]))
    job = session().scalars(select(Job)).one()
    job.state, job.finished_at = "failed", doors.clock.now()
    session().commit()
    assert "Jalankan lagi" in text(asep, address)
    asep.post(f"{address}/ulang")
    work(doors)
    assert "Masukkan 1 kartu" in text(asep, address)
    assert asep.post(f"{address}/ulang").status_code == 409


def test_problems_come_as_a_sheet_with_masked_numbers(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    _, address, _ = send(asep, csv_file([row(nik="3271019908670001")]))
    work(doors)
    sheet = load_workbook(io.BytesIO(asep.get(f"{address}/masalah.xlsx").data)).worksheets[0]
    head, found = ([cell.value for cell in line] for line in sheet.iter_rows(max_row=2))
    assert head == ["Baris", "Kolom", "Isi", "Masalah", "Yang harus dilakukan", "Akibat"]
    assert found[:3] == ["2", "nik", "************0001"]
    assert "327101" not in text(asep, f"{address}/masalah.csv")


def test_problems_are_shown_fifty_a_page(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    _, address, _ = send(asep, csv_file([row(nama="") for _ in range(60)]))
    work(doors)
    assert text(asep, address).count("Nama kosong.") == 50
    assert text(asep, f"{address}?halaman=2").count("Nama kosong.") == 10


def test_the_template_is_text_and_comes_in_again(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    book = load_workbook(io.BytesIO(asep.get("/kantor/data/contoh.xlsx").data))
    assert book.sheetnames == ["Data", "Contoh", "Petunjuk"]
    assert book["Data"]["A2"].number_format == "@"
    example = asep.get("/kantor/data/contoh.csv").data
    _, address, _ = send(asep, example, "contoh.csv")
    work(doors)
    assert "Masukkan 1 kartu" in text(asep, address)


def test_cards_are_found_by_what_people_type(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    let_in(asep, doors, row(), row(**OTHER, mendesak="ya"))
    code = session().scalars(select(Card.code).where(Card.name == "Siti Rohmah")).one()
    for typed in ("siti", "0001", code, code.replace("-", "").lower()):
        answer = asep.post("/kantor/data/kartu/cari", data={"cari": typed})
        page = text(asep, answer.location)
        assert ("Siti Rohmah" in page, "Budi Lain" in page) == (True, False), typed
    both = asep.post("/kantor/data/kartu/cari", data={"cari": "3/7"})
    assert "2 kartu" in text(asep, both.location)
    assert "1 kartu" in text(asep, "/kantor/data/kartu?mendesak=ya")
    assert "1 kartu" in text(asep, "/kantor/data/kartu?kelurahan=32.71.01.1002")
    assert "Tidak ada kartu" in text(asep, "/kantor/data/kartu?tempat=courier")


def test_a_whole_number_finds_the_card_and_stays_out_of_addresses(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    let_in(asep, doors, row())
    found = asep.post("/kantor/data/kartu/cari", data={"cari": "3271014508670001"})
    assert found.location == "/kantor/data/kartu/1"
    unknown = asep.post("/kantor/data/kartu/cari", data={"cari": "3271014508679999"})
    assert unknown.location == "/kantor/data/kartu?cari=9999"
    assert "Siti" not in text(asep, "/kantor/data/kartu?cari=3271014508670001")


def test_the_table_sorts_and_downloads_what_is_seen(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    let_in(asep, doors, row(), row(**OTHER))
    names = re.findall(r"Siti Rohmah|Budi Lain", text(asep, "/kantor/data/kartu?urut=name"))
    assert names == ["Budi Lain", "Siti Rohmah"]
    turned = text(asep, "/kantor/data/kartu?urut=name&arah=turun")
    assert re.findall(r"Siti Rohmah|Budi Lain", turned) == ["Siti Rohmah", "Budi Lain"]
    sheet = text(asep, "/kantor/data/kartu/kartu.csv?cari=budi&urut=name")
    assert "Budi Lain" in sheet
    assert "Siti" not in sheet
    assert "************0002" in sheet


def test_a_card_tells_where_it_has_been(sign: Sign, doors: Doors) -> None:
    asep = sign("asep")
    let_in(asep, doors, row())
    page = text(asep, "/kantor/data/kartu/1")
    assert "masuk dari berkas" in page
    assert "Asep Sunandar" in page
    assert asep.get("/kantor/data/kartu/99").status_code == 404


def test_a_dispatcher_sees_his_kecamatan_only(sign: Sign, doors: Doors) -> None:
    asep, siti = sign("asep"), sign("siti")
    address = let_in(asep, doors, row(), row(**OTHER))
    other = session().scalars(select(Card.id).where(Card.name == "Budi Lain")).one()

    assert siti.get(address).status_code == 404
    assert siti.get(f"{address}/masalah.csv").status_code == 404
    for act in ("masukkan", "batal", "ulang"):
        assert siti.post(f"{address}/{act}").status_code == 404
    assert siti.get(f"/kantor/data/kartu/{other}").status_code == 404
    assert "warga.csv" not in text(siti, "/kantor/data")
    for page in ("/kantor/data/kartu", "/kantor/data/kartu/kartu.csv"):
        assert "Siti Rohmah" in text(siti, page)
        assert "Budi Lain" not in text(siti, page)
    found = siti.post("/kantor/data/kartu/cari", data={"cari": "3271014508670002"})
    assert found.location == "/kantor/data/kartu?cari=0002"


def test_couriers_have_no_way_in(sign: Sign) -> None:
    budi = sign("budi")
    for page in ("/kantor/data", "/kantor/data/1", "/kantor/data/kartu", "/kantor/alamat"):
        assert budi.get(page).status_code == 403
