"""Alembic's entry: runs the steps against the database of the running app."""

from alembic import context
from flask import current_app

from field.store.db import db


def migrate() -> None:
    """Apply the steps in one transaction."""
    # SQLite rebuilds a table to alter it; PostgreSQL alters in place. Batch mode does both.
    with db.engine.connect() as connection:
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
