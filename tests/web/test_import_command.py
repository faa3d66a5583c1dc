"""flask import-cards: the same way in, from the terminal."""

from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from field.store.db import session
from field.store.tables import Card, Import, Job
from tests.residents import csv_file, people, row

SECRET = "3271019908670001"  # noqa: S105 - invented, and no good


def run(app: Flask, tmp_path: Path, body: bytes, *options: str) -> tuple[int, str]:
    file = tmp_path / "warga.csv"
    file.write_bytes(body)
    result = app.test_cli_runner().invoke(args=["import-cards", str(file), *options])
    session().rollback()
    return result.exit_code, result.output


def cards() -> int:
    return session().scalar(select(func.count()).select_from(Card)) or 0


def test_good_rows_go_in_and_bad_ones_are_told(app: Flask, tmp_path: Path) -> None:
    code, said = run(app, tmp_path, csv_file([*people(3), row(nik=SECRET)]))

    assert code == 0
    assert "Baris: 4. Baru: 3. Sudah ada: 0. Bermasalah: 1." in said
    assert "baris 5, nik ************0001" in said
    assert SECRET not in said
    assert "Kartu baru: 3" in said
    assert cards() == 3
    kinds = [job.kind for job in session().scalars(select(Job))]
    assert kinds == ["locate"]  # the file itself was read here, not by a worker


def test_a_preview_adds_nothing(app: Flask, tmp_path: Path) -> None:
    code, said = run(app, tmp_path, csv_file(people(2)), "--preview-only")
    assert (code, cards()) == (0, 0)
    assert "Baru: 2" in said
    assert session().scalars(select(Import.state)).all() == ["cancelled"]


def test_nothing_to_bring_in_is_a_failure(app: Flask, tmp_path: Path) -> None:
    code, said = run(app, tmp_path, csv_file([row(nama="")]))
    assert (code, cards()) == (1, 0)
    assert "import.nothing_good" in said
    files = app.extensions["doors"].files
    assert not [path for path in files.root.rglob("*") if path.is_file()]


def test_a_file_that_is_no_list_is_refused_in_words(app: Flask, tmp_path: Path) -> None:
    code, said = run(app, tmp_path, b"%PDF-1.7 \x00")
    assert code == 1
    assert "bukan CSV atau XLSX" in said
