"""The office's pages of a day: what they show, what they do, and to whom."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.domain.roles import Role
from field.gateways.doors import Doors
from field.services.accounts import NewAccount, Person, create_user
from field.services.photos import put_blob
from field.services.recording import Sender, take_events
from field.store.db import session
from field.store.tables import Card, Event
from tests import builders
from tests.conftest import PASSWORD, sign_in
from tests.fakes import StillClock
from tests.phones import Phone, picture


@dataclass
class Office:
    """Siti's screen, on a day with one route of three doors."""

    siti: FlaskClient
    doors: Doors
    budi: int
    courier: int
    manifest: int
    visits: list[str]
    cards: list[int]
    phone: Phone

    def send(self, *events: dict[str, object]) -> None:
        take_events(self.phone.batch(*events), Sender(self.budi), self.doors)

    def page(self, path: str, status: int = 200) -> str:
        answer = self.siti.get(path)
        text = answer.get_data(as_text=True)
        assert answer.status_code == status, text
        return text

    def code(self, place: int) -> str:
        return session().get_one(Card, self.cards[place]).code


@pytest.fixture
def office(app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock) -> Office:
    courier = builders.make_courier(people["budi"].id)
    homes = [builders.make_household(doors) for _ in range(3)]
    manifest = builders.publish(doors, courier, homes)
    visits = builders.visits_of(manifest)
    cards = [builders.cards_of(home)[0] for home in homes]
    clock.forward(hours=2)
    siti = sign_in(app, "siti")
    order = [visits[home] for home in homes]
    return Office(siti, doors, people["budi"].id, courier, manifest, order, cards, Phone(clock))


def test_the_board_tells_how_far_each_route_is(office: Office) -> None:
    failed = office.phone.failed(office.visits[1], [office.cards[1]])
    office.send(office.phone.delivered(office.visits[0], [office.cards[0]]), failed)
    text = office.page("/kantor/hari-ini")
    assert "2 dari 3" in text
    assert text.count("<strong>1</strong>") == 3  # delivered, failed, waiting
    assert "1 diserahkan" in text
    assert "10.00" in text  # at the door, in the city's time
    assert "Tidak ada orang di rumah" in text
    assert 'hx-trigger="every 15s"' in text
    assert "<html" not in office.page("/kantor/hari-ini/papan")


def test_a_day_without_routes_leads_to_planning(office: Office) -> None:
    text = office.page("/kantor/hari-ini?tanggal=2026-11-20")
    assert "Belum ada rute" in text
    assert "every 15s" not in text
    office.page("/kantor/hari-ini?tanggal=kemarin", 422)


def test_a_route_shows_photos_that_are_here_and_those_to_come(
    office: Office, people: dict[str, Person]
) -> None:
    sha256, body = picture()
    event = office.phone.delivered(office.visits[0], [office.cards[0]])
    office.send(event | {"photos": [sha256, "ab" * 32]})
    put_blob(sha256, body, people["budi"].id, office.doors)
    text = office.page(f"/kantor/hari-ini/rute/{office.manifest}")
    assert f"/kantor/foto/{sha256}" in text
    assert f"/kantor/foto/{'ab' * 32}" not in text
    assert "foto menyusul" in text
    assert office.siti.get(f"/kantor/foto/{sha256}").mimetype == "image/jpeg"


def test_the_bag_goes_out_and_what_is_left_comes_in(office: Office) -> None:
    bag = f"/kantor/hari-ini/rute/{office.manifest}/tas"
    assert "Serahkan 3 kartu ke Budi Santoso" in office.page(bag)
    assert office.siti.post(bag, data={"act": "all"}).status_code == 302
    held = f"/kantor/hari-ini/petugas/{office.courier}/kartu"
    assert "Terima 3 kartu" in office.page(held)
    codes = f"{office.code(0)}\nZZZZ-9999"
    answer = office.siti.post(held, data={"act": "codes", "codes": codes})
    assert "1 kode tidak cocok" in answer.get_data(as_text=True)
    office.siti.post(held, data={"act": "rt", "codes": office.code(1)})
    office.siti.post(held, data={"act": "all"})
    places = [session().get_one(Card, card).place for card in office.cards]
    assert places == ["office", "rt", "office"]
    assert "Nol" in office.page(held)


def test_a_day_is_closed_at_zero_or_with_the_word(office: Office) -> None:
    office.siti.post(f"/kantor/hari-ini/rute/{office.manifest}/tas", data={"act": "all"})
    answer = office.siti.post("/kantor/hari-ini/tutup", data={"tanggal": "2026-11-24"})
    assert answer.status_code == 409
    assert "3 kartu masih di tangan petugas" in answer.get_data(as_text=True)
    form = {"tanggal": "2026-11-24", "word": "tutup"}
    assert office.siti.post("/kantor/hari-ini/tutup", data=form).status_code == 302
    assert "ditutup pukul 10.00" in office.page("/kantor/hari-ini/tutup?tanggal=2026-11-24")


def test_results_from_paper_are_typed_and_marked(office: Office) -> None:
    path = f"/kantor/hari-ini/rute/{office.manifest}/kertas"
    assert "Simpan hasil dari kertas" in office.page(path)
    form = {
        "token": "11111111-1111-4111-8111-111111111111",
        "visit-1": office.visits[0],
        "outcome-1": "delivered",
        "at-1": "jam 9",
        "receiver-1": "Siti",
        "relation-1": "self",
        "visit-2": office.visits[1],
        "outcome-2": "",
    }
    answer = office.siti.post(path, data=form)
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    assert "Perhentian 1: jam di pintu" in text
    assert 'value="jam 9"' in text  # nothing typed is lost
    assert form["token"] in text
    form["at-1"] = "9.10"
    assert office.siti.post(path, data=form).status_code == 302
    assert office.siti.post(path, data=form).status_code == 302
    assert [event.source for event in session().query(Event)] == ["paper"]
    assert "dari kertas" in office.page(f"/kantor/hari-ini/rute/{office.manifest}")


def test_stories_that_differ_are_decided(office: Office) -> None:
    event = office.phone.delivered(office.visits[0], [office.cards[0]], relation="proxy")
    office.send(event)
    assert "Penerima di luar aturan kantor" in office.page("/kantor/hari-ini/periksa")
    form = {"visit": office.visits[0], "right": str(event["id"]), "reason": ""}
    assert office.siti.post("/kantor/hari-ini/periksa", data=form).status_code == 422
    form["reason"] = "ada surat kuasa"
    assert office.siti.post("/kantor/hari-ini/periksa", data=form).status_code == 302
    assert "Tidak ada yang perlu diperiksa" in office.page("/kantor/hari-ini/periksa")


def test_another_kecamatan_sees_nothing_of_it(app: Flask, office: Office, doors: Doors) -> None:
    sha256, body = picture()
    event = office.phone.delivered(office.visits[0], [office.cards[0]], relation="proxy")
    office.send(event | {"photos": [sha256]})
    put_blob(sha256, body, office.budi, doors)
    other = _dispatcher_of("32.71.02", app, doors)
    for path in (
        f"/kantor/hari-ini/rute/{office.manifest}",
        f"/kantor/hari-ini/rute/{office.manifest}/tas",
        f"/kantor/hari-ini/rute/{office.manifest}/kertas",
        f"/kantor/hari-ini/petugas/{office.courier}/kartu",
        f"/kantor/foto/{sha256}",
    ):
        assert other.get(path).status_code == 404, path
    for path in ("/kantor/hari-ini", "/kantor/laporan", "/kantor/petugas/perangkat"):
        assert "Budi Santoso" not in other.get(path).get_data(as_text=True)
    assert office.visits[0] not in other.get("/kantor/hari-ini/periksa").get_data(as_text=True)
    assert other.get("/kantor/laporan/audit").status_code == 403
    assert other.get("/kantor/pengaturan").status_code == 403


def _dispatcher_of(kecamatan: str, app: Flask, doors: Doors) -> FlaskClient:

    account = NewAccount("tono", "Tono Hartono", Role.DISPATCHER, PASSWORD, kecamatan)
    create_user(account, doors, None)
    return sign_in(app, "tono")
