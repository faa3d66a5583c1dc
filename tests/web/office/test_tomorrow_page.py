"""Besok: the list, its message and script, marks, and the file of what is seen."""

import csv
import io
from urllib.parse import unquote

from flask import Flask

from field.domain.settings import Settings
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.settings import change_settings
from field.services.tomorrow import residents_of
from field.store.db import transaction
from field.store.tables import Card, Household
from tests.conftest import sign_in
from tests.routes_on_paper import DAY, NIK, publish
from web.office.resident_words import message

OFFICE = Settings(office_name="Disdukcapil Kota Bogor", hotline="(0251) 8324111")


def test_tomorrow_is_shown_without_asking(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    change_settings(OFFICE, people["asep"].id, doors)
    publish(doors, routes=2, stops=4)
    text = sign_in(app, "siti").get("/kantor/besok").get_data(as_text=True)
    assert "Rabu, 25 Nov 2026: 8 rumah, 0 sudah dihubungi." in text
    assert "08.00\u201310.00" in text
    assert "Naskah telepon" in text
    assert "Tidak ada nomor" not in text
    assert NIK not in text


def test_the_message_asks_for_nothing_and_can_be_checked(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    change_settings(OFFICE, people["asep"].id, doors)
    publish(doors, routes=1, stops=7)
    one = residents_of(DAY, None, doors)[6]
    with app.test_request_context():
        text = message(one, DAY, OFFICE, "id")
    for part in (*one.names, *one.codes, "08.00\u201310.00", "gratis", "Rabu, 25 Nov 2026"):
        assert part in text
    assert OFFICE.hotline in text
    assert "tidak meminta" in text
    assert "?" not in text.replace("Ragu?", "")  # no question, no link, nothing to answer
    assert "http" not in text

    page = sign_in(app, "asep").get("/kantor/besok").get_data(as_text=True)
    assert one.phone
    assert f"https://wa.me/{one.phone.digits}?text=" in page
    assert one.codes[0] in unquote(page[page.index(f"wa.me/{one.phone.digits}") :][:1500])
    assert 'rel="noopener noreferrer"' in page


def test_a_landline_is_called_and_nobody_is_written_without_a_number(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=2)
    with transaction() as live:
        first, second = live.query(Household).order_by(Household.id)
        first.phone, second.phone = "622518323351", ""
    text = sign_in(app, "asep").get("/kantor/besok").get_data(as_text=True)
    assert "wa.me" not in text
    assert "tel:+622518323351" in text
    assert "(0251) 8323351" in text
    assert "Tidak ada nomor: lewat RT" in text


def test_a_mark_is_set_with_and_without_htmx(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=2)
    home = residents_of(DAY, None, doors)[0].household_id
    siti, path = sign_in(app, "siti"), f"/kantor/besok/{DAY}/{home}"

    row = siti.post(path, data={"outcome": "reached"}, headers={"HX-Request": "true"})
    assert row.get_data(as_text=True).strip().startswith(f'<tr id="warga-{home}">')
    assert "Batalkan" in row.get_data(as_text=True)
    plain = siti.post(path, data={"outcome": "unreached", "urut": "name"})
    assert plain.location == f"/kantor/besok?tanggal={DAY}&urut=name#warga-{home}"
    page = siti.get("/kantor/besok?keadaan=unreached").get_data(as_text=True)
    assert f"warga-{home}" in page
    siti.post(path, data={"outcome": ""})
    empty = siti.get("/kantor/besok?keadaan=unreached").get_data(as_text=True)
    assert "Tidak ada warga yang cocok" in empty


def test_the_file_holds_exactly_what_is_seen(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=3)
    with transaction() as live:
        card = live.query(Card).order_by(Card.id).first()
        assert card
        card.name = "=HYPERLINK(0)"
    body = sign_in(app, "asep").get(f"/kantor/besok/{DAY}/daftar.csv?rute=1").data
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Rute", "Urutan", "Nama"]
    assert [row[:2] for row in rows[1:]] == [["1", "1"], ["1", "2"], ["1", "3"]]
    assert rows[1][2] == "'=HYPERLINK(0)"
    assert rows[1][4:6] == ["003", "007"]
    assert NIK[-4:] not in body.decode()


def test_another_kecamatan_is_neither_seen_nor_marked(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=2, kecamatan="32.71.03")
    home = residents_of(DAY, None, doors)[0].household_id
    siti = sign_in(app, "siti")
    assert "Belum ada rute" in siti.get(f"/kantor/besok?tanggal={DAY}").get_data(as_text=True)
    assert siti.post(f"/kantor/besok/{DAY}/{home}", data={"outcome": "reached"}).status_code == 404
    listed = siti.get(f"/kantor/besok/{DAY}/daftar.csv?kecamatan=32.71.03").data
    assert len(listed.decode().splitlines()) == 1
    for path in ("/kantor/besok", f"/kantor/besok/{DAY}/daftar.csv"):
        assert sign_in(app, "budi").get(path).status_code == 403


def test_fifty_a_page_and_the_filters_stay(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=55)
    siti = sign_in(app, "siti")
    first = siti.get("/kantor/besok?rute=2").get_data(as_text=True)
    assert first.count('<tr id="warga-') == 50
    assert "halaman=2" in first
    second = siti.get("/kantor/besok?rute=2&halaman=2").get_data(as_text=True)
    assert second.count('<tr id="warga-') == 5
    assert siti.get("/kantor/besok?halaman=999").status_code == 200
