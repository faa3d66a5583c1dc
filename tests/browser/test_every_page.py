"""Every page that the app has, in a real browser: clean for axe, and asking nobody else."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Page

from field.gateways.doors import Doors
from field.services.accounts import Person
from tests.browser.axe import violations
from tests.browser.phone.stub_office import Plug
from tests.conftest import PASSWORD, sign_in
from tests.web.knocking import knocks
from tests.web.trespass_world import make_world

pytestmark = pytest.mark.browser

# (width, colours, language): a laptop by day in Indonesian, a phone by night in English.
LOOKS = ((1366, "light", "id"), (360, "dark", "en"))


@pytest.fixture
def pages(app: Flask, doors: Doors, people: dict[str, Person]) -> list[str]:
    """Return the address of each whole HTML page that an admin can open."""
    world = make_world(app, doors, people)
    admin = sign_in(app, "asep")
    found = []
    for knock in knocks(app, world):
        if knock.method == "GET":
            with knock.at(admin) as answer:
                whole = answer.mimetype == "text/html" and b"<html" in answer.data
                if whole and answer.status_code == 200:
                    found.append(knock.path)
    return found


@pytest.fixture
def url(app: Flask, page: Page) -> Iterator[str]:
    plug = Plug(app)
    plug.put_in()
    url = plug.url.removesuffix("/kurir/")
    page.goto(f"{url}/masuk")
    page.get_by_label("Nama pengguna").fill("asep")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.locator(".office-menu").wait_for()
    yield url
    plug.pull()


@pytest.mark.parametrize(("width", "colours", "language"), LOOKS)
def test_every_page_is_clean_and_asks_no_other_host(
    pages: list[str], url: str, page: Page, width: int, colours: str, language: str
) -> None:
    assert len(pages) > 25
    asked: set[str] = set()
    complaints: list[str] = []
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": width, "height": 800})
    chosen = {"lang": language, "theme": colours}
    page.context.add_cookies([{"name": k, "value": v, "url": url} for k, v in chosen.items()])
    for path in pages:
        page.goto(url + path)
        complaints += [f"{path}: {found}" for found in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            complaints.append(f"{path}: {wide} px too wide")
    assert not complaints, "\n".join(complaints)
    assert asked <= {"", urlsplit(url).hostname}
