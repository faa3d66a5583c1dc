"""Installations to measure: a demo city of any size, on the clock of a working morning."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.demo import residents, write_csv
from field.domain.roles import Role
from field.services import crew, demo
from field.services.accounts import NewAccount, create_user
from field.store.work import OPEN, jobs_in
from tests.browser.delivery_day import CITY, same_books, seconds_to_the_morning
from tests.conftest import PASSWORD
from tests.running import RunningApp
from tests.waiting import until


@contextmanager
def empty_office() -> Iterator[RunningApp]:
    """Yield a migrated installation at seven in the morning of a working day."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        office = RunningApp(Path(folder) / "instance", ahead_s=seconds_to_the_morning())
        office.flask("db", "upgrade")
        try:
            yield office
        finally:
            office.stop()


def hire(office: RunningApp, couriers: int) -> None:
    """Give so many couriers of the demo city an account and a beat."""
    app = same_books(office)
    with app.app_context():
        doors = app.extensions["doors"]
        for member in demo.demo_crew(doors, couriers)[:couriers]:
            account = NewAccount(member.username, member.name, Role.COURIER, PASSWORD)
            user = create_user(account, doors, None)
            crew.add_courier(user.id, member.beat, None, doors, None)


def list_of(office: RunningApp, cards: int) -> Path:
    """Write a list of invented residents in the form of the template."""
    file = office.instance / "warga.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        write_csv(residents(CITY, cards), out)
    return file


def find_points(office: RunningApp) -> None:
    """Let a worker find the points of what came in, as it does behind an import."""
    app = same_books(office)

    def all_done() -> bool:
        with app.app_context():
            return not jobs_in(*OPEN)

    office.start_worker()
    until(all_done, "the points to be found", seconds=300)
    office.kill("worker")
