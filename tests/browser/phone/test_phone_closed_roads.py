"""Closed roads on the phone's map: drawn, said in words, and there without signal."""

import pytest
from playwright.sync_api import expect

from field.domain.place import Point
from field.domain.polyline import encode
from tests.browser.axe import violations
from tests.browser.phone.conftest import Phone
from tests.browser.phone.stub_office import Plug, StubOffice

pytestmark = pytest.mark.browser
WORDS = "Ditutup: Banjir (Motor), Selasa, 24 Nov 2026"


def test_a_closed_road_is_on_the_map_of_a_phone_without_signal(
    phone: Phone, plug: Plug, office: StubOffice
) -> None:
    line = encode([Point(-6.6105, 106.8005), Point(-6.6120, 106.8020)])
    office.closed = [{"effect": "closed", "words": WORDS, "lines": [line]}]
    page = phone.open(plug.url)
    page.get_by_text("Ibu Siti Rohmah 1").first.wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(f"{plug.url}#/peta")
    page.locator("path.stretch.closed").wait_for()
    phone.context.set_offline(True)
    plug.pull()
    page.reload()
    page.locator("path.stretch.closed").wait_for()
    expect(page.locator(".closed-note")).to_have_text(WORDS)
    page.locator("path.stretch.closed").dispatch_event("click")
    expect(page.locator(".leaflet-popup")).to_contain_text("Banjir")
    assert not violations(page)
