"""The whole day as people live it: a list comes in, routes go out, proof comes back."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, Playwright, expect

from field.store.db import session
from field.store.tables import Blob, Card, Event
from tests.browser import delivery_day as day
from tests.running import RunningApp

pytestmark = pytest.mark.browser

CARDS, ROUTES, DELIVERIES = 300, 6, 20
COURIER = "kurir1"
SLACK = timedelta(seconds=3)  # clocks are compared over a request, not to the millisecond


@pytest.fixture
def ahead_s() -> int:
    return day.seconds_to_the_morning()


@pytest.fixture
def office(tmp_path: Path, ahead_s: int) -> Iterator[RunningApp]:
    office = RunningApp(tmp_path / "instance", ahead_s=ahead_s)
    office.flask("db", "upgrade")
    day.open_accounts(office)
    office.start_web()
    office.start_worker()
    yield office
    office.stop()


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[day.Phone]:
    phone = day.Phone(playwright, tmp_path / "profile")
    yield phone
    phone.context.close()


def a_photo(number: int) -> FilePayload:
    """A picture unlike the others: its hash is its name."""
    out = io.BytesIO()
    Image.effect_noise((800, 600), 10 + number).convert("RGB").save(out, "JPEG")
    return {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_the_day_without_signal_reaches_the_office_whole(
    office: RunningApp, phone: day.Phone, page: Page, ahead_s: int
) -> None:
    page.goto(office.url)
    day.sign_in(page, "asep")
    file = day.list_of_residents(office, CARDS)
    day.bring_in(page, office.url, file, CARDS)
    day.plan_and_publish(page, office.url, ROUTES)

    phone.page.goto(f"{office.url}/masuk")
    day.sign_in(phone.page, COURIER)
    phone.page.locator(".stops li").first.wait_for()
    assert phone.page.evaluate(day.READY) >= 1
    phone.context.set_offline(True)
    office.kill("web")

    visits = [phone.deliver(a_photo(n), done=n) for n in range(1, DELIVERIES + 1)]
    phone.kill()
    office.start_web()
    phone.page.goto(f"{office.url}/kurir/")
    expect(phone.page.locator(".line")).to_contain_text(f"{DELIVERIES} dari")
    phone.send_all(COURIER)

    _office_shows(page, office)
    _books_hold(office, visits, timedelta(seconds=ahead_s))


def _office_shows(page: Page, office: RunningApp) -> None:
    page.goto(f"{office.url}/kantor/hari-ini")
    expect(page.locator(".sums li").first).to_contain_text(str(DELIVERIES))
    page.locator("tr", has_text=f"{DELIVERIES} dari").get_by_role("link").first.click()
    delivered = page.locator("tbody tr", has=page.locator(".state-done"))
    expect(delivered).to_have_count(DELIVERIES)
    expect(delivered.locator("img")).to_have_count(DELIVERIES)
    for picture in delivered.locator("img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("image => image.naturalWidth") > 0


def _books_hold(office: RunningApp, visits: list[day.Visit], ahead: timedelta) -> None:
    """Exactly these deliveries, each at the time of its door by the office's clock."""
    with day.same_books(office).app_context():
        events = session().query(Event).order_by(Event.seq).all()
        assert [event.kind for event in events] == ["delivered"] * DELIVERIES
        for event, visit in zip(events, visits, strict=True):
            at = event.at_corrected - ahead
            assert visit.began - SLACK <= at <= visit.ended + SLACK
        assert session().query(Blob).count() == DELIVERIES
        with_people = session().query(Card).filter(Card.place == "resident").count()
        assert with_people >= DELIVERIES
        session().remove()
