"""The app of the tests: real database, real files, a clock that stands still."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import text
from werkzeug.test import TestResponse

from field.domain.roles import Role
from field.gateways.doors import Doors
from field.services import accounts
from field.services.accounts import NewAccount, Person, create_user
from field.store.db import db
from tests import postgres
from tests.fakes import StillClock
from web.app import create_app, make_doors
from web.config import Config, read_config
from web.limits import limiter

PASSWORD = "kuda makan rumput hijau"  # noqa: S105 - of people who live in the tests only


# Hashes that cost nothing: a test of pages signs in many times.
accounts._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Browser(FlaskClient):
    """A client whose requests share nothing with the test's own context, as in life."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        unsaved = [*db.session.new, *db.session.dirty]
        assert not unsaved, "Commit before you ask a page."
        db.session.rollback()  # the test reads what the request wrote, not an old snapshot
        with self.application.app_context():
            return super().open(*args, **kwargs)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests marked `both_databases` on each; the others on SQLite."""
    if "database_url" in metafunc.fixturenames:
        both = metafunc.definition.get_closest_marker("both_databases")
        kinds = ["sqlite", "postgresql"] if both else ["sqlite"]
        metafunc.parametrize("database_url", kinds, indirect=True)


def config_for(url: str, instance: Path) -> Config:
    return read_config({"DATABASE_URL": url, "INSTANCE_PATH": str(instance)})


def _migrate(url: str, instance: Path) -> None:
    app = create_app(config_for(url, instance))
    with app.app_context():
        upgrade()
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty migrated database, copied for each test."""
    folder = tmp_path_factory.mktemp("template")
    _migrate(f"sqlite:///{folder / 'empty.sqlite'}", folder)
    return folder / "empty.sqlite"


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A migrated PostgreSQL, emptied before each test."""
    folder = tmp_path_factory.mktemp("postgres")
    if given := os.environ.get("TEST_DATABASE_URL"):
        _migrate(given, folder)
        yield given
        return
    with postgres.server() as url:
        _migrate(url, folder)
        yield url


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "test.sqlite")
        return f"sqlite:///{tmp_path / 'test.sqlite'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def app(database_url: str, tmp_path: Path, clock: StillClock) -> Iterator[Flask]:
    """The app in its context; a test that leaves a transaction open fails."""
    config = config_for(database_url, tmp_path / "instance")
    real = make_doors(config)
    app = create_app(config, Doors(**{**vars(real), "clock": clock}))
    app.test_client_class = Browser
    app.config["WTF_CSRF_ENABLED"] = False  # tests/web/test_csrf.py turns it on
    limiter.enabled = False  # likewise
    with app.app_context():
        if db.engine.dialect.name == "postgresql":
            names = ", ".join(f'"{table.name}"' for table in db.metadata.sorted_tables)
            with db.engine.begin() as connection:
                connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
        yield app
        dirty = list(db.session.new) + list(db.session.dirty) + list(db.session.deleted)
        db.session.remove()
        db.engine.dispose()
        assert not dirty, f"The test left unsaved rows: {dirty}"


@pytest.fixture
def doors(app: Flask) -> Doors:
    bundle: Doors = app.extensions["doors"]
    return bundle


@pytest.fixture
def zone() -> ZoneInfo:
    return ZoneInfo("Asia/Jakarta")


@pytest.fixture
def people(doors: Doors) -> dict[str, Person]:
    """Asep (admin), Siti (dispatcher of Bogor Selatan), Budi (courier), Dedi (driver)."""
    new = (
        NewAccount("asep", "Asep Sunandar", Role.ADMIN, PASSWORD),
        NewAccount("siti", "Siti Rohmah", Role.DISPATCHER, PASSWORD, kecamatan="32.71.01"),
        NewAccount("budi", "Budi Santoso", Role.COURIER, PASSWORD),
        NewAccount("wati", "Wati Lestari", Role.COURIER, PASSWORD),
        NewAccount("dedi", "Dedi Kurnia", Role.DRIVER, PASSWORD),
    )
    return {account.username: create_user(account, doors, None) for account in new}


def sign_in(app: Flask, username: str) -> FlaskClient:
    """Return a browser in which this person is signed in."""
    client = app.test_client()
    answer = client.post("/masuk", data={"username": username, "password": PASSWORD})
    assert answer.status_code == 302, answer.get_data(as_text=True)
    return client
