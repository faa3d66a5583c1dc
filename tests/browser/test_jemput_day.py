"""A day of jemput as people live it: asked for on a phone, driven without signal, all home."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, Playwright, expect

from field.domain.jemput.whereabouts import Where
from field.gateways.doors import Doors
from field.services import drafts, homeward
from field.services.accounts import Person
from field.services.publishing import publish
from field.services.tracking import by_id
from field.store.db import session
from field.store.tables import Request, Trip
from tests.browser.asking import SMALLEST, Family, ask
from tests.browser.axe import violations
from tests.browser.jemput_day import (
    DriversPhone,
    OtherDriver,
    break_down,
    days,
    driver_of,
    make_day,
    most_at_once,
)
from tests.browser.phone.stub_office import Plug
from tests.builders import TODAY
from tests.conftest import PASSWORD
from tests.fakes import StillClock
from tests.fetching import at
from tests.phones import Phone
from tests.planned import plan_now

pytestmark = pytest.mark.browser
MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
SITI = Family("Ibu Siti Rohmah", "Gg. Mawar II No. 5", "0812-3456-7890")
STRANGER = Family("Bapak Jauh", "Jl. Raya Cipaku No. 9", "0813-9876-5432", returns="jam")


@pytest.fixture
def plug(app: Flask) -> Iterator[Plug]:
    plug = Plug(app)
    plug.put_in()
    yield plug
    plug.pull()


@pytest.fixture
def phone(
    playwright: Playwright, tmp_path: Path, clock: StillClock, doors: Doors
) -> Iterator[DriversPhone]:
    phone = DriversPhone(playwright, tmp_path / "profile", clock, doors)
    yield phone
    phone.context.close()


@pytest.fixture
def photo() -> FilePayload:
    out = io.BytesIO()
    Image.effect_noise((800, 600), 40).convert("RGB").save(out, "JPEG")
    return {"name": "rumah.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_everybody_is_home_or_explained(  # noqa: PLR0913, PLR0915 - one day, from asking to home
    plug: Plug, browser: Browser, phone: DriversPhone, photo: FilePayload, doors: Doors,
    people: dict[str, Person], clock: StillClock,
) -> None:  # fmt: skip
    url = plug.url.removesuffix("/kurir/")
    clock.at = MONDAY
    crew = make_day(doors, people)
    family = browser.new_context(viewport=SMALLEST).new_page()  # type: ignore[arg-type]  # a ViewportSize
    link = ask(family, url, SITI)
    refused = browser.new_context(viewport=SMALLEST, java_script_enabled=False).new_page()  # type: ignore[arg-type]  # likewise
    no = ask(refused, url, STRANGER)
    family.goto(link)
    expect(family.get_by_role("main")).to_contain_text("Belum ditentukan")
    desk = browser.new_context().new_page()
    _decide(desk, url)
    refused.goto(no)
    expect(refused.get_by_role("main")).to_contain_text("Di luar Kota Bogor")
    family.reload()
    expect(family.get_by_role("main")).to_contain_text("24 Nov 2026, 08.00")

    clock.at = at(7)
    asked = session().query(Request).filter_by(contact_name="Rudi", state="accepted").one().id
    session().rollback()
    _publish(doors, people["asep"].id)
    break_down(crew.booths[0], people["siti"].id, doors)
    _publish(doors, people["asep"].id, again=True)
    assert most_at_once() <= 2
    _page_tells_the_promise(family, asked, doors)

    ours = driver_of(asked)
    theirs = crew.yanto if ours == crew.dedi else crew.dedi
    phone.sign_in(plug.url, "dedi" if ours == crew.dedi else "yanto", ours)
    phone.page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    phone.context.set_offline(True)
    other = OtherDriver(theirs, doors, Phone(clock))
    while phone.page.locator(".next .purpose").count():
        phone.drive_on()
        who, purpose = phone.name, phone.purpose
        if who != SITI.name and purpose == "Jemput di rumah" and not other.absent:
            other.absent = who
            phone.no_show(photo)
        elif who == other.absent:
            phone.end("Tadi tidak berangkat")
        elif who == SITI.name:
            step = phone.press()
            seen = _SITI_SEES.get((purpose, step))
            if seen:
                other.tell_until(clock.now())
                phone.find_signal()
                family.reload()
                expect(family.get_by_role("main")).to_contain_text(seen)
            if step == "Sudah diterima petugas kantor":
                _call_for_the_car(phone, asked, clock)
                _page_tells_the_promise(family, asked, doors)
        else:
            phone.press()
    clock.at = max(clock.now(), at(17))
    other.tell_until(clock.now())
    phone.find_signal()

    assert homeward.who_is_away(TODAY, None, doors) == []
    found = days()
    assert len(found) == 10
    assert not [request for request, each in found.items() if any(day.open for day in each)]
    assert sum(day.where is Where.HOME for each in found.values() for day in each) == 9
    assert sum(day.explained for each in found.values() for day in each) == 1
    _the_absent_are_told_why(other.absent, doors)


_SITI_SEES = {
    ("Jemput di rumah", "Saya sudah sampai"): "belum berangkat",
    ("Jemput di rumah", "Semua sudah naik"): "dalam perjalanan ke kantor",
    ("Antar ke kantor", "Sudah diterima petugas kantor"): "di kantor",
    ("Pulang: naik di kantor", "Semua sudah naik"): "dalam perjalanan pulang",
    ("Pulang: antar sampai ke dalam rumah", "Semua sudah turun"): "dalam perjalanan pulang",
    ("Pulang: antar sampai ke dalam rumah", "Sudah di dalam rumah"): "sudah di rumah",
}


def _decide(desk: Page, url: str) -> None:
    """Siti of the kecamatan accepts the one and refuses the other, with a reason."""
    desk.goto(f"{url}/masuk")
    desk.get_by_label("Nama pengguna").fill("siti")
    desk.get_by_label("Kata sandi").fill(PASSWORD)
    desk.get_by_role("button", name="Masuk").click()
    desk.locator(".office-menu").wait_for()
    desk.goto(f"{url}/kantor/jemput")
    desk.get_by_role("link", name=SITI.name).first.click()
    form = desk.locator("form[action$=terima]")
    form.get_by_label("Tanggal").fill("2026-11-24")
    form.get_by_role("button", name="Terima permohonan").click()
    expect(desk.get_by_role("main")).to_contain_text("Permohonan diterima")
    assert violations(desk) == []
    desk.goto(f"{url}/kantor/jemput")
    desk.get_by_role("link", name=STRANGER.name).first.click()
    desk.get_by_text("Tidak bisa dilayani").first.click()
    desk.locator("#alasan-tolak").fill("Di luar Kota Bogor")
    desk.get_by_role("button", name="Simpan penolakan").click()
    expect(desk.get_by_role("main")).to_contain_text("Tercatat")


def _publish(doors: Doors, by: int, *, again: bool = False) -> None:
    plan = plan_now(doors, again=again, seconds=5)
    assert drafts.draft(plan, None, "id", doors).unassigned == ()
    publish(plan, None, by, doors)


def _call_for_the_car(phone: DriversPhone, asked: int, clock: StillClock) -> None:
    """She is recorded sooner than thought: a car is found for her, and soon."""
    phone.page.get_by_role("link", name=SITI.name).nth(1).click()
    phone.wait(12)
    phone.press("Sudah direkam, siap pulang")
    phone.find_signal()
    there, back = session().query(Trip).filter_by(request_id=asked).order_by(Trip.id)
    assert there.riders[0].ready
    assert back.scheduled_pickup
    assert 0 <= (back.scheduled_pickup - clock.now()).total_seconds() <= 45 * 60
    session().rollback()


def _page_tells_the_promise(family: Page, asked: int, doors: Doors) -> None:
    """What the family reads is what the books hold."""
    followed = by_id(asked, doors)
    session().rollback()
    assert followed.officer
    assert followed.eta
    family.reload()
    main = family.get_by_role("main")
    expect(main).to_contain_text(followed.officer.name)
    expect(main).to_contain_text(followed.officer.plate)
    expect(main).to_contain_text(f"{followed.eta.astimezone(doors.zone):%H.%M} WIB")


def _the_absent_are_told_why(name: str, doors: Doors) -> None:
    request = next(r for r in session().query(Request) if r.people[0].name == name)
    followed = by_id(request.id, doors)
    assert followed.where == ((name, "tidak ada di tempat"),)
    assert followed.eta is None
    session().rollback()
