"""The database: one engine, SQLite in WAL by default, PostgreSQL when DATABASE_URL says so."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import DateTime, Engine, event
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.orm import DeclarativeBase, registry, scoped_session
from sqlalchemy.types import TypeDecorator

BUSY_TIMEOUT_MS = 15_000


class Moment(TypeDecorator[datetime]):
    """A point in time, stored in UTC; a naive datetime is refused at the door."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs its time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Root of all tables; a datetime in an annotation becomes a Moment."""

    registry = registry(type_annotation_map={datetime: Moment()})


class House(SQLAlchemy):
    """Our own engine alone gets our manners; other libraries in the process keep theirs."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        engine = super()._make_engine(bind_key, options, app)
        event.listen(engine, "connect", _open_connection)
        event.listen(engine, "begin", _begin)
        return engine


db = House(model_class=Base)
Live = scoped_session[Session]  # the session of a request or job, as functions take it


def session() -> Live:
    """Return the session of this request or job."""
    return db.session


@contextmanager
def transaction() -> Iterator[Live]:
    """Open the one write transaction of a service call; all of it lands, or nothing.

    On SQLite it takes the write lock at once (BEGIN IMMEDIATE), so that two
    writers queue instead of failing half-way.
    """
    live = db.session
    live.rollback()  # end a read snapshot, or BEGIN IMMEDIATE would come too late
    live.connection(execution_options={"begin": "IMMEDIATE"})
    try:
        yield live
        live.commit()
    except BaseException:
        live.rollback()
        raise


def _open_connection(raw: object, _record: object) -> None:
    """Set SQLite up for two processes that both write; leave PostgreSQL alone."""
    if not isinstance(raw, sqlite3.Connection):
        return
    raw.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")
