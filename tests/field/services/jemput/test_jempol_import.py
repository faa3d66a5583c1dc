"""JEMPOL-BAHAGIA's list goes through the same preview as cards, and becomes requests once."""

import pytest

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.form import BAD_PHONE
from field.domain.jemput.needs import Aid, Service
from field.domain.jemput.request import Act
from field.gateways.doors import Doors
from field.services import completing, deciding, import_report, intake
from field.services.accounts import Person
from field.services.completing import Told as Told_
from field.services.deciding import Decider
from field.store.db import session
from field.store.tables import Card, Job, KitVisit, Request
from tests.fakes import Told
from tests.jempol import csv_file, row
from tests.jemput import MORNING

NIK = "3271015508500077"


def previewed(rows: list[dict[str, str]], doors: Doors, by: int | None = None) -> int:
    import_id = intake.upload("jempol.csv", csv_file(rows), doors, by, queued=False)
    intake.preview(import_id, Told(), doors)
    return import_id


def brought_in(rows: list[dict[str, str]], doors: Doors, by: int | None = None) -> int:
    import_id = previewed(rows, doors, by)
    intake.commit(import_id, doors, by, None, queued=False)
    intake.bring_in(import_id, Told(), doors)
    return import_id


@pytest.mark.both_databases
def test_a_list_is_previewed_and_its_rows_become_requests_to_look_at(
    doors: Doors, people: dict[str, Person]
) -> None:
    rows = [row(nik=NIK), row(no_pemohon="002/2026", nama="Udin", telepon="0812-3456-7890"),
            row(kelurahan="Atlantis"), row(nama="Eni", status_progress="selesai")]  # fmt: skip
    import_id = previewed(rows, doors, people["siti"].id)
    report = import_report.file_report(import_id, "32.71.01")
    assert (report.lists, report.rows, report.good) == ("requests", 4, 2)
    assert (report.known, report.bad) == (1, 1)
    assert session().query(Request).count() == 0
    intake.commit(import_id, doors, people["siti"].id, "32.71.01", queued=False)
    intake.bring_in(import_id, Told(), doors)
    warsih, udin = session().query(Request).order_by(Request.id)
    assert (warsih.channel, warsih.service, warsih.state) == ("import", Service.KIT, "doubtful")
    assert warsih.asker == "JEMPOL-BAHAGIA 001/2026"
    assert set(warsih.doubts) == {"aid_unknown", "no_contact"}
    assert "no_contact" not in udin.doubts
    assert (warsih.household.street, warsih.household.rt) == ("Gg. Mawar II", "003")
    person = warsih.people[0]
    assert (person.aid, person.age_group, person.nik_last4) == (Aid.UNKNOWN, "60", NIK[-4:])
    assert [step.act for step in warsih.steps] == [Act.ASK, Act.DOUBT]
    assert warsih.steps[0].by_user_id == people["siti"].id
    assert session().query(Card).count() == 0
    assert session().query(Job).filter_by(kind="locate").count() == 1
    assert import_report.file_report(import_id, None).added == 2


def test_the_same_list_again_brings_in_nothing(doors: Doors) -> None:
    rows = [row(), row(no_pemohon="002/2026", nama="Udin")]
    brought_in(rows, doors)
    again = previewed([*rows, row(no_pemohon="003/2026", nama="Eni")], doors)
    report = import_report.file_report(again, None)
    assert (report.good, report.known) == (1, 2)
    intake.commit(again, doors, None, None, queued=False)
    intake.bring_in(again, Told(), doors)
    assert session().query(Request).count() == 3


def test_two_without_an_address_are_no_twins_but_one_nik_is(doors: Doors) -> None:
    one = row(lokasi_perekaman="", nik=NIK)
    other = row(lokasi_perekaman="", no_pemohon="002/2026", nama="Udin")
    brought_in([one, other, one | {"no_pemohon": "003/2026", "nama": "Warsih binti"}], doors)
    doubts = [set(request.doubts) for request in session().query(Request).order_by(Request.id)]
    assert "duplicate" not in doubts[0] | doubts[1]
    assert "duplicate" in doubts[2]
    assert "no_address" in doubts[1]


def test_once_it_is_known_what_somebody_can_do_the_kit_comes(
    doors: Doors, people: dict[str, Person]
) -> None:
    brought_in([row()], doors)
    request = session().query(Request).one()
    siti = Decider(people["siti"].id, "32.71.01")
    deciding.set_aid(request.id, {request.people[0].id: Aid.BED}, siti, doors)
    deciding.accept(request.id, MORNING, siti, doors)
    assert session().query(KitVisit).one().request_id == request.id


def test_what_he_has_lies_sealed_for_who_comes(doors: Doors) -> None:
    brought_in([row(status_pemohon="sakit", keterangan="pakai selang")], doors)
    request = session().query(Request).one()
    said = " ".join([*(step.why for step in request.steps), request.asker, request.household.raw])
    assert "selang" not in said
    assert "sakit" not in said
    person = request.people[0]
    opened = doors.vault.open(person.care_cipher or b"", owner=f"care:{person.seal}").decode()
    assert "pakai selang" in opened


def test_what_the_list_did_not_tell_is_completed_by_telephone(
    doors: Doors, people: dict[str, Person]
) -> None:
    brought_in([row(lokasi_perekaman="")], doors)
    request, siti = session().query(Request).one(), people["siti"].id
    with pytest.raises(Fault) as fault:
        completing.complete(request.id, Told_(phone="tanya RT"), siti, None, doors)
    assert fault.value.kind is BAD_PHONE
    with pytest.raises(Fault) as fault:
        completing.complete(request.id, Told_(contact="Eni"), siti, "32.71.02", doors)
    assert fault.value.kind is NOT_FOUND
    told = Told_("Bu Eni", "0812-3456-7890", "Gg. Kenanga No. 9", "depan pos")
    completing.complete(request.id, told, siti, "32.71.01", doors)
    session().expire_all()
    assert (request.contact_name, request.phone) == ("Bu Eni", "6281234567890")
    home = request.household
    assert (home.street, home.number, home.landmark) == ("Gg. Kenanga", "9", "depan pos")
    assert request.doubts == ["aid_unknown"]
