"""Alembic's entry: runs the steps against the database of the running app."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy.engine import Connection

from field.store.db import db


@contextmanager
def _loose_keys(connection: Connection) -> Iterator[None]:
    """Let SQLite rebuild a table that others refer to, and see that nothing hangs in the air.

    Dropping the old copy would count as deleting its rows. The switch is deaf within a transaction,
    so it is turned below SQLAlchemy, which would open one.
    """
    raw: object = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        yield
        return
    raw.execute("PRAGMA foreign_keys=OFF")
    yield
    broken = raw.execute("PRAGMA foreign_key_check").fetchall()
    raw.execute("PRAGMA foreign_keys=ON")
    if broken:
        raise RuntimeError(f"Rows without what they refer to: {broken[:5]}")


def migrate() -> None:
    """Apply the steps in one transaction."""
    # SQLite rebuilds a table to alter it; PostgreSQL alters in place. Batch mode does both.
    with db.engine.connect() as connection, _loose_keys(connection):
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


if context.is_offline_mode():
    raise SystemExit(f"Migrations of {current_app.name} run against a live database.")
migrate()
