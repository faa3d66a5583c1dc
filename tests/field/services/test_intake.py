"""Intake: previewed, let in once, sealed while it waits, gone afterwards."""

import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services import intake
from field.services.accounts import Person
from field.services.import_report import FileReport, file_report, problem_counts, problems
from field.services.intake import cards
from field.store.db import session, transaction
from field.store.tables import Card, CardMove, Household, Job
from field.store.tables import Import as ImportRow
from tests.fakes import Told
from tests.residents import csv_file, row, xlsx_file
from tests.residents import people as rows_of

pytestmark = pytest.mark.both_databases


def job_of(import_id: int) -> str:
    file = session().get(ImportRow, import_id)
    assert file
    assert file.job_id
    return file.job_id


def uploaded(body: bytes, doors: Doors, by: int | None = None, *, printed: bool = True) -> int:
    """Upload a file and do its preview job."""
    import_id = intake.upload("warga.csv", body, doors, by, printed=printed)
    intake.run_preview(job_of(import_id), Told(), doors)
    return import_id


def brought_in(
    body: bytes, doors: Doors, by: int | None = None, *, printed: bool = True
) -> FileReport:
    import_id = uploaded(body, doors, by, printed=printed)
    intake.commit(import_id, doors, by, None)
    intake.run_import(job_of(import_id), Told(), doors)
    return file_report(import_id, None)


def count(table: type) -> int:
    return session().scalar(select(func.count()).select_from(table)) or 0


def files_in(doors: Doors) -> list[Path]:
    return [path for path in doors.files.root.rglob("*") if path.is_file()]


def test_a_preview_counts_and_changes_nothing(doors: Doors) -> None:
    body = csv_file([*rows_of(3), row(nama=""), row(kelurahan="Antah")])
    report = file_report(uploaded(body, doors), None)

    assert (report.state, report.rows, report.good, report.bad) == ("preview", 5, 3, 2)
    found = problems(report.id, None)
    assert [(problem.line, problem.field) for problem in found] == [(5, "nama"), (6, "kelurahan")]
    assert problem_counts(report.id, None).fatal == 2
    assert count(Card) == count(Household) == 0


def test_good_rows_become_cards_in_the_office(doors: Doors, people: dict[str, Person]) -> None:
    by = people["asep"].id
    report = brought_in(csv_file([row(), row(nama="")]), doors, by)

    assert (report.state, report.added) == ("done", 1)
    card = session().scalars(select(Card)).one()
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}", card.code)
    assert (card.name, card.nik_last4, card.place) == ("Siti Rohmah", "0001", "office")
    assert doors.vault.open(card.nik_cipher, owner=card.code) == b"3271014508670001"
    assert card.nik_index == doors.vault.index("3271014508670001")
    house = card.household
    assert (house.rt, house.rw, house.kelurahan, house.kecamatan) == (
        "003", "007", "32.71.01.1002", "32.71.01",
    )  # fmt: skip
    move = session().scalars(select(CardMove)).one()
    assert (move.card_id, move.to_place, move.why, move.by_user_id) == (
        card.id, "office", "import", by,
    )  # fmt: skip
    assert [job.kind for job in session().scalars(select(Job).where(Job.kind == "locate"))]


def test_the_same_file_twice_adds_nothing_twice(doors: Doors) -> None:
    body = csv_file(rows_of(4))
    brought_in(body, doors)
    report = file_report(uploaded(body, doors), None)

    assert (report.good, report.known) == (0, 4)
    with pytest.raises(Fault) as refused:
        intake.commit(report.id, doors, None, None)
    assert refused.value.code == "import.nothing_good"
    assert count(Card) == count(CardMove) == 4


def test_a_new_print_for_the_same_person_is_a_new_card(doors: Doors) -> None:
    brought_in(csv_file([row()]), doors)
    assert brought_in(csv_file([row(tanggal_cetak="2026-11-23")]), doors).added == 1
    assert (count(Card), count(Household)) == (2, 1)


def test_who_was_printed_elsewhere_leaves_the_print_queue(doors: Doors) -> None:
    body = csv_file([row(tanggal_cetak="", tanggal_siap_cetak="2026-11-18")])
    brought_in(body, doors, printed=False)
    places = select(Card.place).order_by(Card.place)
    brought_in(csv_file([row(tanggal_cetak="2026-11-17")]), doors)
    assert list(session().scalars(places)) == ["office", "ready"]
    brought_in(csv_file([row(tanggal_cetak="2026-11-19")]), doors)
    assert list(session().scalars(places)) == ["cancelled", "office", "office"]


def test_a_card_twice_in_one_file_is_told_and_taken_once(doors: Doors) -> None:
    report = brought_in(csv_file([row(), row()]), doors)
    assert (report.added, report.known) == (1, 1)
    (problem,) = problems(report.id, None)
    assert (problem.fault.code, problem.line, problem.fatal) == ("row.repeated", 3, False)


def test_one_house_is_one_visit(doors: Doors) -> None:
    same = {"alamat": "gang mawar ii nomor 5", "rt": "3", "rw": "7", "telepon": ""}
    rows = [row(), row(nik="3271014508670002", tanggal_lahir="", **same)]
    brought_in(csv_file(rows), doors)
    assert (count(Card), count(Household)) == (2, 1)
    house = session().scalars(select(Household)).one()
    assert house.phone == "6281200000001"


def test_a_point_given_later_completes_the_household(doors: Doors) -> None:
    brought_in(csv_file([row()]), doors)
    later = row(nik="3271014508670002", tanggal_lahir="", koordinat="-6.6149, 106.8062")
    brought_in(csv_file([later]), doors)
    house = session().scalars(select(Household)).one()
    assert (house.lat, house.confidence, house.located_at) == (-6.6149, "given", None)


def test_a_numeric_nik_of_a_sheet_is_kept_or_refused(doors: Doors) -> None:
    head = ("nik", "nama", "alamat", "rt/rw", "kelurahan")
    rows = [
        [3271014508670001, "Siti", "Gg. Mawar No. 5", "3/7", "Bondongan"],
        [3271014508670010, "Budi", "Gg. Mawar No. 6", "3/7", "Bondongan"],
    ]
    report = brought_in(xlsx_file(rows, head), doors)
    assert report.added == 1
    (problem,) = problems(report.id, None)
    assert (problem.line, problem.fault.code) == (3, "nik.rounded_by_sheet")
    assert "Teks" in problem.fault.action


def test_a_file_waits_sealed_and_is_gone_afterwards(doors: Doors) -> None:
    import_id = uploaded(csv_file([row()]), doors)
    (path,) = files_in(doors)
    assert b"3271014508670001" not in path.read_bytes()
    assert b"Siti" not in path.read_bytes()
    intake.commit(import_id, doors, None, None)
    intake.run_import(job_of(import_id), Told(), doors)
    assert files_in(doors) == []


def test_a_cancelled_file_is_gone_and_adds_nothing(doors: Doors) -> None:
    import_id = uploaded(csv_file([row()]), doors)
    intake.cancel(import_id, doors, None, None)
    assert files_in(doors) == []
    assert file_report(import_id, None).state == "cancelled"
    with pytest.raises(Fault) as refused:
        intake.commit(import_id, doors, None, None)
    assert refused.value.code == "import.not_in_preview"


def test_cancelling_while_it_is_brought_in_wins(doors: Doors) -> None:
    import_id = uploaded(csv_file([row()]), doors)
    intake.commit(import_id, doors, None, None)
    job_id = job_of(import_id)
    intake.run_import(job_id, Told(stop=True), doors)
    intake.cancel(import_id, doors, None, None)
    intake.run_import(job_id, Told(), doors)
    assert count(Card) == 0
    job = session().get(Job, job_id)
    assert job
    assert job.cancel_asked_at


def test_cancelling_at_the_last_moment_wins(doors: Doors) -> None:
    import_id = uploaded(csv_file([row()]), doors)
    intake.commit(import_id, doors, None, None)

    class Late(Told):
        def say(self, done: float, step: str) -> None:
            super().say(done, step)
            if step == "Menyimpan":
                intake.cancel(import_id, doors, None, None)

    intake.run_import(job_of(import_id), Late(), doors)
    assert file_report(import_id, None).state == "cancelled"
    assert count(Card) == 0


class PowerCut(Exception):
    pass


def test_a_crash_half_way_leaves_nothing_and_a_rerun_adds_each_once(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = uploaded(csv_file(rows_of(3)), doors)
    intake.commit(import_id, doors, None, None)

    def cut(*_: object) -> object:
        raise PowerCut

    with monkeypatch.context() as broken:  # the cards are in, their moves are not
        broken.setattr("field.store.residents.insert", cut)
        with pytest.raises(PowerCut):
            intake.run_import(job_of(import_id), Told(), doors)
    assert count(Card) == count(Household) == 0

    for _ in range(2):
        intake.run_import(job_of(import_id), Told(), doors)
    assert count(Card) == count(CardMove) == 3
    assert len(list(session().scalars(select(Job).where(Job.kind == "locate")))) == 1


def test_two_files_with_the_same_card_add_it_once(doors: Doors) -> None:
    first, second = (uploaded(csv_file([row()]), doors) for _ in range(2))
    for import_id in (first, second):
        intake.commit(import_id, doors, None, None)
    for import_id in (first, second):
        intake.run_import(job_of(import_id), Told(), doors)
    assert (count(Card), count(CardMove)) == (1, 1)
    assert file_report(second, None).added == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "sheet.empty"),
        (b"nik,nama\n1,a\n", "sheet.missing_columns"),
        (b"nik,nama,alamat\n", "sheet.no_rows"),
        (b"PK\x03\x04xx", "sheet.broken"),
    ],
)
def test_a_file_that_is_no_list_leaves_no_trace(body: bytes, code: str, doors: Doors) -> None:
    with pytest.raises(Fault) as refused:
        intake.upload("warga.csv", body, doors, None)
    assert refused.value.code == code
    assert count(ImportRow) == count(Job) == 0
    assert files_in(doors) == []


def test_a_file_that_breaks_further_down_fails_in_words(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = intake.upload("warga.csv", csv_file(rows_of(5)), doors, None)
    monkeypatch.setattr("field.gateways.sheets.MAX_ROWS", 3)
    with pytest.raises(Fault):
        intake.run_preview(job_of(import_id), Told(), doors)
    assert file_report(import_id, None).state == "failed"
    (problem,) = problems(import_id, None)
    assert problem.fault.code == "sheet.too_many_rows"
    assert files_in(doors) == []


def test_a_dispatcher_brings_in_his_own_kecamatan_only(
    doors: Doors, people: dict[str, Person]
) -> None:
    siti = people["siti"]
    rows = [row(), row(nik="3271014508670002", kelurahan="Tegallega", tanggal_lahir="")]
    import_id = uploaded(csv_file(rows), doors, siti.id)

    report = file_report(import_id, siti.kecamatan)
    assert (report.good, report.bad) == (1, 1)
    (problem,) = problems(import_id, siti.kecamatan)
    assert problem.fault.code == "row.other_territory"


def test_files_of_other_people_are_not_found(doors: Doors, people: dict[str, Person]) -> None:
    import_id = uploaded(csv_file([row()]), doors, people["asep"].id)
    for ask in (
        lambda: file_report(import_id, "32.71.01"),
        lambda: problems(import_id, "32.71.01"),
        lambda: intake.commit(import_id, doors, people["siti"].id, "32.71.01"),
        lambda: intake.cancel(import_id, doors, people["siti"].id, "32.71.01"),
    ):
        with pytest.raises(Fault) as refused:
            ask()
        assert refused.value.code == "not_found"


def test_codes_that_are_taken_are_drawn_again(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_in(csv_file([row()]), doors)
    taken = session().scalars(select(Card.code)).one()
    drawn = iter([taken, "AAAA-2222"])
    monkeypatch.setattr(cards, "envelope_code", lambda _choose: next(drawn))
    with transaction() as live:
        assert cards._codes(live, 1) == ["AAAA-2222"]
