"""A family asks on the smallest phone, page by page, with scripts and without."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from field.store.db import session
from field.store.tables import Request
from tests.browser.asking import SMALLEST, Family, ask
from tests.browser.phone.stub_office import Plug

pytestmark = pytest.mark.browser
SITI = Family("Ibu Siti Rohmah", "Gg. Mawar II No. 5", "0812-3456-7890")


@pytest.fixture
def plug(app: Flask) -> Iterator[Plug]:
    plug = Plug(app)
    plug.put_in()
    yield plug
    plug.pull()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_family_asks_on_the_smallest_phone(
    browser: Browser, plug: Plug, *, scripts: bool
) -> None:
    context = browser.new_context(viewport=SMALLEST, java_script_enabled=scripts)  # type: ignore[arg-type]  # a ViewportSize
    page = context.new_page()
    link = ask(page, plug.url.removesuffix("/kurir/"), SITI)
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text(SITI.name)
    request = session().query(Request).one()
    assert (request.will_call, len(request.photo)) == (True, 64)
    session().rollback()
    context.close()
