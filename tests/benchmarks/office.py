"""The office measured: the numbers that the README quotes, taken now on this machine."""

import os
import sys
import time

from field.services import publishing
from tests.benchmarks import geocoder, lighthouse, print_queue
from tests.benchmarks.browser_session import session_cookie
from tests.benchmarks.demo_office import empty_office, find_points, hire, list_of
from tests.browser.delivery_day import same_books
from tests.conftest import PASSWORD
from tests.running import RunningApp


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def timed(office: RunningApp, what: str, *command: str) -> str:
    began = time.monotonic()
    printed = office.flask(*command)
    say(f"{what}: {time.monotonic() - began:.1f} s")
    return printed


def import_and_plan(cards: int, couriers: int) -> None:
    """Bring a list in, find its points, plan the day: each as its own whole process."""
    with empty_office() as office:
        hire(office, couriers)
        file = str(list_of(office, cards))
        timed(office, f"import of {cards} cards", "import-cards", file)
        find_points(office)
        printed = timed(office, f"plan of {cards} cards, {couriers} couriers", "plan")
        say("  " + next(line for line in printed.splitlines() if line.startswith("Tidak masuk")))


def courier_page() -> None:
    """Lighthouse as a phone on the courier's page, five times, with a route of the day."""
    with empty_office() as office:
        hire(office, 6)
        office.flask("import-cards", str(list_of(office, 300)))
        find_points(office)
        office.flask("plan", "--time-limit", "3")
        app = same_books(office)
        with app.app_context():
            publishing.publish(1, None, None, app.extensions["doors"])
        office.start_web()
        cookie = session_cookie(office.url, "kurir1", PASSWORD)
        found = lighthouse.scores(f"{office.url}/kurir/", cookie)
        say("Lighthouse on a phone, median of 5: " + str(found))


def main() -> None:
    say(f"{os.cpu_count()} processors")
    courier_page()
    import_and_plan(300, 6)
    import_and_plan(4_000, 136)
    with empty_office() as office:
        timed(office, "import of 10000 cards", "import-cards", str(list_of(office, 10_000)))
    print_queue.main()
    geocoder.main()
