"""flask import-names: what it tells, and what is found afterwards."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from field.gateways.doors import Doors
from field.store.db import session
from field.store.tables import AuditEntry
from tests.field.gateways.roads.village import OSM as VILLAGE

OSM = Path(__file__).parent.parent / "field/gateways/names/kampung.osm"


def run(app: Flask, command: str, file: Path) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=[command, str(file)])
    session().rollback()
    return result.exit_code, result.output


def test_it_tells_what_was_taken_in_and_puts_it_on_record(app: Flask, doors: Doors) -> None:
    code, said = run(app, "import-names", OSM)
    assert code == 0
    assert "OpenStreetMap contributors, lisensi ODbL 1.0" in said
    assert "Kampung: 1. Perumahan: 1, blok: 1. Patokan: 1. Nomor rumah: 2." in said
    assert doors.geocoders.names.book()
    assert session().scalars(select(AuditEntry).where(AuditEntry.act == "names.import")).one()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.osm.pbf", b"\x00\x00\x00\x0d\x0a\x09OSMHeader", "rusak atau terpotong"),
        ("a.osm", b"<osm version='0.6'></osm>", "tidak memuat nama"),
        ("a.csv", b"a,b", "bukan peta yang dikenal"),
    ],
)
def test_a_bad_file_changes_nothing(
    name: str, content: bytes, words: str, app: Flask, doors: Doors, tmp_path: Path
) -> None:
    run(app, "import-names", OSM)
    before = doors.geocoders.names.book()
    (tmp_path / name).write_bytes(content)
    code, said = run(app, "import-names", tmp_path / name)
    assert code == 1
    assert words in said
    assert doors.geocoders.names.book() is before


def test_import_roads_takes_the_names_along(app: Flask) -> None:
    code, said = run(app, "import-roads", VILLAGE)
    assert code == 0
    assert "Nama di peta:" in said or "tidak memuat nama" in said
