"""The worker dies in the middle of its work: the work is done all the same, once."""

import os
import re
import shutil
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import NullPool, create_engine, text

from field.gateways.city_days import next_working_day
from field.gateways.clock import SystemClock, local_date
from tests import postgres
from tests.running import RunningApp
from tests.waiting import until

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def demo_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with the demo city on SQLite, copied for each test."""
    folder = tmp_path_factory.mktemp("demo") / "instance"
    load_demo(RunningApp(folder))
    return folder


@pytest.fixture
def office(demo_city: Path, tmp_path: Path) -> Iterator[RunningApp]:
    """The demo city with no process running."""
    shutil.copytree(demo_city, tmp_path / "instance")
    running = RunningApp(tmp_path / "instance")
    yield running
    running.stop()


@pytest.fixture
def office_on_postgres(tmp_path: Path) -> Iterator[RunningApp]:
    with postgres.server() as url:
        running = RunningApp(tmp_path / "instance", url)
        load_demo(running)
        yield running
        running.stop()


def load_demo(office: RunningApp) -> None:
    office.flask("db", "upgrade")
    office.flask("load-demo")


class Database:
    """What stands in the database, seen from outside the app."""

    def __init__(self, office: RunningApp) -> None:
        embedded = f"sqlite:///{office.instance / 'antarjemput.sqlite'}"
        url = office.environment.get("DATABASE_URL") or embedded
        self.engine = create_engine(url, poolclass=NullPool)

    def row(self, query: str) -> tuple[object, ...]:
        with self.engine.connect() as connection:
            return tuple(connection.execute(text(query)).one())

    def job(self) -> dict[str, object]:
        names = ("state", "progress", "cancel_asked_at", "fault_code")
        found = self.row(f"SELECT {', '.join(names)} FROM job WHERE kind = 'plan'")  # noqa: S608 - our own names
        return dict(zip(names, found, strict=True))

    def plans(self) -> object:
        return self.row("SELECT count(*) FROM plan")[0]


def ask(office: RunningApp, seconds: int) -> str:
    tomorrow = local_date(SystemClock().now(), ZoneInfo("Asia/Jakarta")) + timedelta(days=1)
    day = next_working_day("32.71", tomorrow).isoformat()
    said = office.flask("plan", "--date", day, "--time-limit", str(seconds), "--queue")
    found = re.search(r"[0-9a-f-]{36}", said)
    assert found, said
    return found.group()


def children(job_id: str) -> list[int]:
    """Return the processes that do this job, by their command line; children of anybody."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue  # it has ended meanwhile
        if b"run-job" in command and job_id.encode() in command:
            found.append(int(folder.name))
    return found


@pytest.mark.parametrize("fixture", ["office", "office_on_postgres"])
def test_a_plan_comes_once_although_the_worker_was_killed(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    office: RunningApp = request.getfixturevalue(fixture)
    seen = Database(office)
    job_id = ask(office, 4)
    office.start_worker()
    until(lambda: float(str(seen.job()["progress"])) > 0.1, "the solver to be at work")
    office.kill("worker")
    until(lambda: not children(job_id), "the child to die with its worker", 10)
    assert seen.plans() == 0
    assert seen.job()["state"] == "running"
    office.start_worker()
    until(lambda: seen.job()["state"] == "done", "the plan of the second worker")
    assert seen.plans() == 1


def test_a_killed_child_is_told_as_a_fault(office: RunningApp) -> None:
    seen = Database(office)
    job_id = ask(office, 60)
    office.start_worker()
    (child,) = until(lambda: children(job_id), "the child")
    os.kill(child, signal.SIGKILL)
    until(lambda: seen.job()["state"] == "failed", "the end of the job")
    assert seen.job()["fault_code"] == "job.crashed"
    assert seen.plans() == 0


def test_a_running_solve_ends_when_somebody_cancels(office: RunningApp) -> None:
    seen = Database(office)
    job_id = ask(office, 120)
    office.start_worker()
    until(lambda: float(str(seen.job()["progress"])) > 0.03, "the solver to be at work")
    office.flask("cancel-job", job_id)
    until(lambda: seen.job()["state"] == "cancelled", "the end of the job", 15)
    until(lambda: not children(job_id), "the end of the child", 10)
    assert seen.plans() == 0


def test_a_second_worker_of_one_installation_steps_back(office: RunningApp) -> None:
    office.start_worker()
    until(lambda: (office.instance / "jobs.sqlite").exists(), "the first worker")
    with pytest.raises(AssertionError, match="Pekerja lain"):
        office.flask("worker")
