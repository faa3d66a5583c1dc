"""A phone in front of an office that can be unplugged."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, FilePayload, Page, Playwright
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from tests.browser.conftest import launch_options
from tests.browser.phone.stub_office import Plug, StubOffice, stub_api
from tests.conftest import config_for
from web.app import create_app

WAIT_MS = 10_000


@pytest.fixture
def office() -> StubOffice:
    return StubOffice()


@pytest.fixture
def plug(office: StubOffice, tmp_path: Path) -> Iterator[Plug]:
    instance = tmp_path / "instance"
    app = create_app(config_for(f"sqlite:///{tmp_path / 'unused.sqlite'}", instance))
    plug = Plug(DispatcherMiddleware(app, {"/api": stub_api(office)}))
    plug.put_in()
    yield plug
    plug.pull()


class Phone:
    """A phone whose browser can be killed and opened again on the same store."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self._playwright = playwright
        self._profile = profile
        self.context = self._open()

    def _open(self) -> BrowserContext:
        look: dict[str, Any] = {"has_touch": True, "is_mobile": True, **launch_options()}
        launch = self._playwright.chromium.launch_persistent_context
        return launch(self._profile, viewport={"width": 360, "height": 740}, **look)

    @property
    def page(self) -> Page:
        return self.context.pages[0]

    def kill(self) -> None:
        self.context.close()
        self.context = self._open()

    def open(self, url: str) -> Page:
        self.page.set_default_timeout(WAIT_MS)
        self.page.goto(url)
        self.page.wait_for_selector("main h1")
        return self.page


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    phone = Phone(playwright, tmp_path / "profile")
    yield phone
    phone.context.close()


@pytest.fixture
def photo() -> FilePayload:
    """A picture as a camera hands it over."""
    out = io.BytesIO()
    Image.effect_noise((2400, 1800), 40).convert("RGB").save(out, "JPEG")
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
