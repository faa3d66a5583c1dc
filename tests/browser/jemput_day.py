"""A day of jemput for the browser: two drivers, three booths, nine more households."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, Playwright, expect
from sqlalchemy import select

from field.domain.jemput.fleet import OutageForm
from field.domain.jemput.needs import Aid
from field.domain.jemput.whereabouts import PersonDay
from field.domain.roles import Role
from field.gateways.doors import Doors
from field.services import outages
from field.services.accounts import NewAccount, Person, create_user
from field.services.day import TripStop
from field.services.outages import Reporter
from field.services.recording import Sender, take_events
from field.services.routes import route_for
from field.store.db import session, transaction
from field.store.tables import Request, Trip, Turn
from field.store.trip_settle import days_of
from tests.browser.conftest import launch_options
from tests.browser.phone.outbox import NO_DIALLER, send_now
from tests.builders import TODAY
from tests.conftest import PASSWORD
from tests.fakes import StillClock
from tests.fetching import ZONE, make_booths, make_driver, make_request
from tests.phones import Phone as Events

AIDS = (Aid.WALKS, Aid.ARM, Aid.WHEELCHAIR_FOLDS)
HOURS = ((8, 9), (8, 9), (8, 10), (9, 11), (9, 11), (10, 11), (10, 12), (14, 15), (14, 15))
NOON = datetime(2026, 11, 24, 12, tzinfo=ZONE)
KINDS = {
    ("outbound", "pickup"): ("arrived", "aboard"),
    ("outbound", "dropoff"): ("dropped", "at_office"),
    ("return", "pickup"): ("arrived", "aboard"),
    ("return", "dropoff"): ("dropped", "home"),
}
SLOW_MS = 120_000  # the first search of a process compiles its engine
STORED = """(version) => new Promise((found) => {
    const opened = indexedDB.open("antarjemput-kurir");
    opened.onsuccess = () => {
        const asked = opened.result.transaction("routes").objectStore("routes").getAll();
        asked.onsuccess = () => {
            opened.result.close();
            found(asked.result.some((one) => one.manifests.some((m) => m.version === version)));
        };
    };
})"""


@dataclass(frozen=True)
class Crew:
    """Dedi with his phone in the browser; Yanto, whose events come by the wire."""

    dedi: int
    yanto: int
    booths: list[int]


def make_day(doors: Doors, people: dict[str, Person]) -> Crew:
    yanto = create_user(NewAccount("yanto", "Yanto Surya", Role.DRIVER, PASSWORD), doors, None)
    crew = Crew(people["dedi"].id, yanto.id, make_booths(3))
    make_driver(crew.dedi)
    make_driver(crew.yanto)
    for number, hours in enumerate(HOURS):
        make_request(doors, [AIDS[number % len(AIDS)]], hours)
    return crew


def break_down(booth: int, by: int, doors: Doors) -> None:
    """A recording device is out of order for the morning."""
    form = OutageForm(doors.clock.now(), NOON, "Kamera mati")
    outages.report(booth, form, Reporter(by, None), doors)


def most_at_once() -> int:
    """Return how many are recorded at the same moment of the morning."""
    turns = session().scalars(select(Turn).where(Turn.starts_at < NOON)).all()
    spans = [
        (turn.starts_at, turn.starts_at + timedelta(seconds=turn.duration_s)) for turn in turns
    ]
    session().rollback()
    return max(sum(start <= one[0] < end for start, end in spans) for one in spans)


def driver_of(request_id: int) -> int:
    """Return the account that drives this household's outbound trip."""
    query = select(Trip).where(Trip.request_id == request_id, Trip.leg == "outbound")
    trip = session().scalars(query).one()
    assert trip.courier
    user: int = trip.courier.user_id
    session().rollback()
    return user


@dataclass
class OtherDriver:
    """A driver without a browser, who tells what his plan has; he knows who stayed at home."""

    user: int
    doors: Doors
    events: Events
    told: set[str] = field(default_factory=set)
    absent: str = ""

    def tell_until(self, moment: datetime) -> None:
        batch = []
        for shown in route_for(self.user, TODAY, self.doors).routes[0].stops:
            stop, trip = shown.stop, shown.trip
            if trip is None or stop.arrival > moment or stop.visit in self.told:
                continue
            self.told.add(stop.visit)
            for kind in self._kinds(trip):
                event = self.events.event(kind, stop.visit, {"people": [], "note": ""})
                batch.append(event | {"at": stop.arrival.isoformat()})
        session().rollback()
        if batch:
            sent = take_events(self.events.batch(*batch), Sender(self.user), self.doors)
            assert not sent.conflicts

    def _kinds(self, trip: TripStop) -> tuple[str, ...]:
        if trip.people[0].name == self.absent:
            return ("cancelled",) if trip.what == "pickup" else ()
        return KINDS[trip.leg, trip.what]


def days() -> dict[int, list[PersonDay]]:
    """Return where everybody is, by request."""
    with transaction() as live:
        return {
            request.id: list(days_of(live, request).values())
            for request in live.scalars(select(Request).where(Request.state != "refused"))
        }


class DriversPhone:
    """Dedi's phone, whose clock stands where the office's stands."""

    def __init__(
        self, playwright: Playwright, profile: Path, clock: StillClock, doors: Doors
    ) -> None:
        launch = playwright.chromium.launch_persistent_context
        self.context: BrowserContext = launch(
            profile,
            viewport={"width": 360, "height": 740},
            **launch_options(),  # type: ignore[arg-type]  # built in conftest
        )
        self.clock, self.doors, self.user = clock, doors, 0
        self.page: Page = self.context.pages[0]
        self.page.set_default_timeout(30_000)
        self.kept = 0  # events that the office does not know yet
        self._set()

    def sign_in(self, url: str, username: str, user: int) -> None:
        self.user = user
        self.page.goto(url)
        self.page.get_by_role("link", name="Masuk").click()
        self.page.get_by_label("Nama pengguna").fill(username)
        self.page.get_by_label("Kata sandi").fill(PASSWORD)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.locator(".stops li").first.wait_for()

    def wait(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)
        self._set()

    def _set(self) -> None:
        self.context.clock.set_fixed_time(self.clock.now())

    @property
    def name(self) -> str:
        return self.page.locator(".next h1 a").inner_text()

    @property
    def purpose(self) -> str:
        return self.page.locator(".next .purpose").inner_text()

    def drive_on(self) -> None:
        """Come to the next stop when the plan says so."""
        planned = self.page.locator(".next .times dd").all_inner_texts()
        hour, minute = next(t for t in reversed(planned) if t[0].isdigit())[:5].split(".")
        arrival = self.clock.now().astimezone(ZONE).replace(hour=int(hour), minute=int(minute))
        self.clock.at = max(self.clock.at, arrival)
        self._set()

    def press(self, name: str = "") -> str:
        """Press a button, the likely step where none is named; returns what it said."""
        footer = self.page.locator("footer .actions > button").first
        button = self.page.get_by_role("button", name=name, exact=True) if name else footer
        said = button.inner_text()
        self._click(button)
        return said

    def _click(self, what: Locator) -> None:
        toast = self.page.locator(".toast span")
        before = toast.inner_text() if toast.count() else ""
        what.click()
        self.kept += 1
        expect(self.page.locator(".line")).to_contain_text(f"{self.kept} belum terkirim")
        expect(toast).not_to_have_text(before)  # the screen has gone on, too

    def no_show(self, photo: FilePayload) -> None:
        self.press("Saya sudah sampai")
        self.page.evaluate(NO_DIALLER)
        self._click(self.page.locator("footer").get_by_role("link", name="Telepon"))
        self.wait(6)
        self.end("Kami sampai, menunggu", photo)

    def end(self, choice: str, photo: FilePayload | None = None) -> None:
        self.page.get_by_role("link", name="Tidak jadi").click()
        self.page.get_by_label(choice).check()
        if photo:
            self.page.locator("input[type=file]").set_input_files([photo])
            self.page.get_by_alt_text("Foto yang diambil").wait_for()
        self.press("Simpan “tidak jadi”")

    def find_signal(self) -> None:
        """Send what waits, take up the newest route, and be without signal again."""
        self.context.set_offline(False)
        send_now(self.page)
        expect(self.page.locator(".line")).to_contain_text("Semua terkirim", timeout=SLOW_MS)
        version = route_for(self.user, TODAY, self.doors).routes[0].manifest.version
        session().rollback()
        self.page.reload()
        self.page.wait_for_function(STORED, arg=version, timeout=SLOW_MS)
        self.kept = 0
        self.context.set_offline(True)
        self.page.goto(self.page.url.split("#")[0] + "#/")
        self.page.reload()
        self.page.locator(".stops li").first.wait_for()
