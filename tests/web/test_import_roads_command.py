"""flask import-roads: what it tells, and what the plan page says afterwards."""

from dataclasses import replace
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from field.domain.roads import NETWORK
from field.gateways.doors import Doors
from field.store.db import session
from field.store.tables import AuditEntry
from tests.field.gateways.roads.village import OSM, copy_of
from web.office.plan_words import road_words


def run(app: Flask, file: Path, *options: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["import-roads", str(file), *options])
    session().rollback()
    return result.exit_code, result.output


def test_it_tells_what_was_taken_in(app: Flask, doors: Doors) -> None:
    code, said = run(app, OSM, "--date", "2026-11-01")
    assert code == 0
    assert "OpenStreetMap contributors, lisensi ODbL 1.0, tanggal 2026-11-01." in said
    assert "Simpang: 15." in said
    assert "Larangan belok: 1. Jembatan: 1." in said
    assert "0.2 km di antaranya terputus" in said
    assert doors.roads.in_use().kind == NETWORK
    entry = session().scalars(select(AuditEntry).where(AuditEntry.act == "roads.import")).one()
    counts = entry.detail["counts"]
    assert isinstance(counts, dict)
    assert counts["bridges"] == 1


def test_who_drew_the_map_is_named(app: Flask, doors: Doors) -> None:
    with app.test_request_context():
        assert "CC BY-SA 3.0" in road_words(doors.roads.in_use())
        assert "perkiraan" in road_words(doors.roads.in_use())
        run(app, OSM)
        assert "OpenStreetMap contributors, ODbL 1.0" in road_words(doors.roads.in_use())
        assert "perkiraan" not in road_words(doors.roads.in_use())


def test_a_map_of_an_older_version_is_asked_for_again(app: Flask, doors: Doors) -> None:
    with app.test_request_context():
        said = road_words(replace(doors.roads.in_use(), left_aside=True))
        assert "Minta admin mengimpornya lagi (import-roads)." in said
        assert "CC BY-SA 3.0" in said  # and what plans go by until then


def test_doubts_are_told_with_their_ways(app: Flask, tmp_path: Path) -> None:
    path = copy_of(tmp_path)
    path.write_text(path.read_text().replace('v="Jembatan"/>', 'v="J"/><tag k="width" v="x"/>'))
    assert "! 1 x lebar yang tidak terbaca: diabaikan (107)" in run(app, path)[1]


def test_a_bad_file_is_refused_with_its_code(app: Flask, doors: Doors, tmp_path: Path) -> None:
    path = copy_of(tmp_path)
    path.write_bytes(path.read_bytes()[:500])
    code, said = run(app, path)
    assert code == 1
    assert "rusak atau terpotong" in said
    assert "[roads.broken]" in said
    assert doors.roads.in_use().estimated
