"""Migrations: rows stay when a table is rebuilt, and the end is what the code says."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from field.store.db import db
from tests.conftest import config_for
from web.app import create_app

HOME = """INSERT INTO household (id, key, raw, street, number, rt, rw, kelurahan, kecamatan,
landmark, phone, brief, point_source, point_clash) VALUES (1, 'k', 'r', '', '', '003', '007',
'32.71.01.1002', '32.71.01', '', '', '', '', '')"""
CARD = """INSERT INTO card (id, code, name, nik_cipher, nik_index, nik_last4, kk_index, printed_on,
urgent, place, attempts, household_id, waiting_since) VALUES (1, 'K7Q2-9FXM', 'Siti', 'x', 'i',
'0001', '', '2026-11-20', 0, 'office', 0, 1, '2026-11-20 00:00:00')"""
MOVE = """INSERT INTO card_move (card_id, at, to_place, why)
VALUES (1, '2026-11-20 00:00:00', 'office', 'import')"""


def test_cards_live_through_the_step_that_rebuilds_their_table(tmp_path: Path) -> None:
    app = create_app(config_for(f"sqlite:///{tmp_path / 'old.sqlite'}", tmp_path))
    with app.app_context():
        upgrade(revision="0006")
        with db.engine.begin() as connection:
            for statement in (HOME, CARD, MOVE):
                connection.execute(text(statement))
        upgrade()
        with db.engine.begin() as connection:
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
            assert connection.execute(text("SELECT place, reprints FROM card")).one() == (
                "office",
                0,
            )
            assert connection.scalar(text("SELECT count(*) FROM card_move")) == 1
            found = compare_metadata(MigrationContext.configure(connection), db.metadata)
            # A list is a change of a type's name only, which SQLite does not keep.
            assert [change for change in found if not isinstance(change, list)] == []
        downgrade(revision="0006")
        with db.engine.begin() as connection:
            assert connection.scalar(text("SELECT count(*) FROM card_move")) == 1
        db.engine.dispose()
