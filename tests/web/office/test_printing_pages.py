"""Cetak in the office, from a print-ready list to cards at the office, and its paper read back."""

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from field.gateways.doors import Doors
from field.services import intake
from field.services.accounts import Person
from field.store import blanks
from field.store.db import session
from field.store.tables import Card, CardMove, PrintAct
from tests import printing
from tests.builders import BONDONGAN
from tests.conftest import sign_in
from tests.fakes import Told
from tests.residents import csv_file, people

SHIFT = {"mulai": "07:30", "sampai": "16:00", "hari": ["1", "2", "3", "4", "5"]}


@pytest.fixture
def asep(app: Flask, people: dict[str, Person]) -> FlaskClient:
    assert people
    return sign_in(app, "asep")


def send_list(asep: FlaskClient, doors: Doors, rows: list[dict[str, str]], what: str) -> int:
    """Bring a list in through the page; returns how many cards it added."""
    file = (io.BytesIO(csv_file(rows)), "warga.csv")
    answer = asep.post("/kantor/data", data={"berkas": file, "isi": what})
    import_id = int(answer.location.rsplit("/", 1)[1])
    intake.preview(import_id, Told(), doors)
    row = intake._row(import_id)
    if row.good:
        intake.commit(import_id, doors, None, None, queued=False)
        intake.bring_in(import_id, Told(), doors)
    return intake._row(import_id).added


def set_up(asep: FlaskClient) -> None:
    """Add a printer, an operator and blanks through the pages."""
    printer = SHIFT | {"nama": "Mesin A", "kecepatan": "100", "pemanasan": "0"}
    assert asep.post("/kantor/cetak/mesin/baru", data=printer).status_code == 302
    assert (
        asep.post("/kantor/cetak/mesin/operator", data=SHIFT | {"nama": "Rina"}).status_code == 302
    )
    assert asep.post("/kantor/cetak/blangko/datang", data={"jumlah": "20"}).status_code == 302


def test_a_print_ready_list_becomes_cards_at_the_office(asep: FlaskClient, doors: Doors) -> None:
    assert send_list(asep, doors, people(5, tanggal_cetak=""), "siap") == 5
    set_up(asep)
    page = asep.get("/kantor/cetak").get_data(as_text=True)
    assert re.search(r'<span class="big">5</span>\s+siap cetak', page)
    made = asep.post("/kantor/cetak/kelompok-baru", data={"kelurahan": BONDONGAN, "rw": "007"})
    batch = made.location
    asep.post(f"{batch}/mulai", data={"mesin": "1", "operator": "1"})
    asep.post(f"{batch}/dicetak", data={"jumlah": "4"})
    codes = [card.code for card in session().query(Card).order_by(Card.position)]
    asep.post(f"{batch}/rusak", data={"codes": codes[0], "alasan": "buram"})
    asep.post(f"{batch}/periksa", data={"act": "codes", "codes": f"{codes[1]}\n{codes[2].lower()}"})
    page = asep.get(batch).get_data(as_text=True)
    for count, word in (
        (1, "belum dicetak"),
        (1, "dicetak, belum"),
        (2, "diperiksa:"),
        (1, "rusak,"),
    ):
        assert re.search(rf'<span class="big">{count}</span>\s+{word}', page), word
    assert blanks.stock().left == 16
    act = session().query(PrintAct).order_by(PrintAct.id.desc()).first()
    assert act
    asep.post(f"{batch}/catatan/{act.id}/batal")
    assert {card.place for card in session().query(Card)} == {"queued", "printed", "ready"}
    asep.post(f"{batch}/dicetak", data={"jumlah": "1"})
    asep.post(f"{batch}/periksa", data={"act": "all"})
    assert session().query(Card).filter_by(place="office").count() == 4
    assert "selesai" in asep.get(batch).get_data(as_text=True)
    steps = session().query(CardMove.to_place).filter_by(card_id=2).order_by(CardMove.id)
    assert [step[0] for step in steps][:4] == ["ready", "queued", "printed", "office"]


def test_what_does_not_fit_is_said_where_it_was_typed(asep: FlaskClient, doors: Doors) -> None:
    printing.make_ready(doors, 2)
    set_up(asep)
    batch = asep.post("/kantor/cetak/kelompok-baru", data={"kelurahan": BONDONGAN}).location
    early = asep.post(f"{batch}/dicetak", data={"jumlah": "1"})
    assert (early.status_code, "belum mulai dicetak" in early.get_data(as_text=True)) == (409, True)
    asep.post(f"{batch}/mulai", data={"mesin": "1", "operator": "1"})
    assert asep.post(f"{batch}/dicetak", data={"jumlah": "x"}).status_code == 409
    wrong = asep.post(f"{batch}/rusak", data={"codes": "ZZZZ-9999"}).get_data(as_text=True)
    assert "ZZZZ-9999" in wrong
    assert (
        asep.post("/kantor/cetak/kelompok-baru", data={"kelurahan": BONDONGAN}).status_code == 409
    )
    assert asep.post("/kantor/cetak/kelompok-baru", data={}).status_code == 409


def test_the_same_people_join_the_queue_once(asep: FlaskClient, doors: Doors) -> None:
    rows = people(3, tanggal_cetak="", tanggal_siap_cetak="2026-11-18")
    assert send_list(asep, doors, rows, "siap") == 3
    assert send_list(asep, doors, rows, "siap") == 0
    later = people(4, tanggal_cetak="", tanggal_siap_cetak="2026-11-20")
    assert send_list(asep, doors, later, "siap") == 1  # the others wait for their cards already
    assert {card.ready_on for card in session().query(Card)} == {"2026-11-18", "2026-11-20"}
    assert send_list(asep, doors, people(3), "kartu") == 3  # printed elsewhere: cards all the same


def test_printers_operators_and_outages_count_in_what_a_day_prints(
    asep: FlaskClient, doors: Doors
) -> None:
    assert doors
    set_up(asep)
    page = "/kantor/cetak/mesin"
    assert "<strong>750</strong>" in asep.get(page).get_data(as_text=True)  # 8.5 h less lunch
    asep.post(f"{page}/1/gangguan", data={"mulai": "2026-11-24T13:00", "alasan": "pita habis"})
    said = asep.get(page).get_data(as_text=True)
    assert "<strong>450</strong>" in said
    assert "pita habis" in said
    asep.post(f"{page}/operator/1/tidak-masuk", data={"tanggal": "2026-11-24"})
    assert "<strong>0</strong>" in asep.get(page).get_data(as_text=True)
    asep.post(f"{page}/operator/1/tidak-masuk", data={"tanggal": "2026-11-24", "back": "1"})
    asep.post(f"{page}/gangguan/1/selesai")
    assert "<strong>750</strong>" in asep.get(page).get_data(as_text=True)
    for wrong in ({"nama": ""}, {"nama": "Mesin A"}, {"sampai": "07:30"}, {"kecepatan": "0"}):
        form = SHIFT | {"nama": "Mesin B", "kecepatan": "100", "pemanasan": "0"} | wrong
        assert asep.post(f"{page}/baru", data=form).status_code == 422, wrong


def test_blanks_are_expected_arrive_and_are_counted(asep: FlaskClient, doors: Doors) -> None:
    assert doors
    page = "/kantor/cetak/blangko"
    asep.post(f"{page}/kiriman", data={"tanggal": "2026-11-30", "jumlah": "500"})
    asep.post(f"{page}/kiriman/1", data={"act": "datang", "jumlah": "480"})
    asep.post(f"{page}/hitung", data={"jumlah": "475"})
    asep.post(f"{page}/rusak", data={"jumlah": "5"})
    stock = blanks.stock()
    assert (stock.left, stock.arrived, stock.counted, stock.spoiled) == (470, 480, -5, 5)
    assert asep.post(f"{page}/rusak", data={"jumlah": "900"}).status_code == 409
    assert asep.post(f"{page}/kiriman/1", data={"jumlah": "9"}).status_code == 404


def test_the_sheet_to_sign_holds_each_card_and_no_number(asep: FlaskClient, doors: Doors) -> None:
    cards = printing.make_ready(doors, 45)
    batch = asep.post("/kantor/cetak/kelompok-baru", data={"kelurahan": BONDONGAN}).location
    body = asep.get(f"{batch}/lembar").data
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]
    text = "\n".join(pages)
    for card in cards:
        assert text.count(printing.code_of(card)) == 1
    assert "45 kartu menurut urutan cetak" in text
    assert len(pages) > 1
    assert all(f"hal. {n} dari {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert not re.search(r"\d{16}", text.replace(" ", ""))
    labels = PdfReader(io.BytesIO(asep.get(f"{batch}/label").data)).pages
    assert len(labels) == 4  # fourteen on a sheet


def test_who_died_is_taken_off_and_may_come_back(asep: FlaskClient, doors: Doors) -> None:
    (card,) = printing.make_ready(doors, 1)
    code = printing.code_of(card)
    asep.post("/kantor/cetak/batal", data={"codes": code, "alasan": "meninggal"})
    assert printing.place_of(card) == "cancelled"
    assert "meninggal" in asep.get("/kantor/cetak").get_data(as_text=True)
    asep.post("/kantor/cetak/batal/1/cabut")
    assert printing.place_of(card) == "ready"
