"""A real Chromium against the running app."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from field.domain.roles import Role
from field.services.accounts import NewAccount, create_user
from tests.conftest import PASSWORD, config_for
from tests.routes_on_paper import publish
from tests.running import RunningApp
from web.app import create_app

# The background chatter of a browser has no place in a closed test network.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def launch_options() -> dict[str, object]:
    """Debian's Chromium where there is one, else Playwright's own."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return {"args": FLAGS, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return launch_options()


@pytest.fixture
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser of its own, for tests that kill it."""
    options = launch_options()
    browser = playwright.chromium.launch(**options)  # type: ignore[arg-type]  # built above
    yield browser
    browser.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningApp]:
    """An installation with an empty migrated database and its web server."""
    app = RunningApp(tmp_path / "instance")
    app.flask("db", "upgrade")
    app.start_web()
    yield app
    app.stop()


@pytest.fixture
def day_out(running: RunningApp) -> RunningApp:
    """An installation with an admin and a day of two published routes."""
    url = f"sqlite:///{running.instance / 'antarjemput.sqlite'}"
    app = create_app(config_for(url, running.instance))
    with app.app_context():
        doors = app.extensions["doors"]
        create_user(NewAccount("asep", "Asep Sunandar", Role.ADMIN, PASSWORD), doors, None)
        publish(doors, routes=2, stops=6)
    return running
