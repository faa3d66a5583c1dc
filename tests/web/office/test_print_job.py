"""Many routes: asked for once, drawn by a job, fetched by who asked."""

import io
from uuid import UUID

from flask import Flask
from pypdf import PdfReader

from field.domain.job import Ending, JobState
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.jobs import begin_job, end_job
from field.store.db import session
from field.store.tables import Job
from tests.conftest import sign_in
from tests.routes_on_paper import DAY, NIK, publish
from web.office.print_job import run_sheets


class Quiet:
    """Somebody who watches a job, and may ask for its end."""

    def __init__(self, *, ends_at: float = 2) -> None:
        self.said: list[float] = []
        self.ends_at = ends_at

    def say(self, done: float, step: str) -> None:
        assert step
        self.said.append(done)

    def cancelled(self) -> bool:
        return bool(self.said) and self.said[-1] >= self.ends_at


def ask(app: Flask, who: str = "siti") -> str:
    answer = sign_in(app, who).post(f"/kantor/lembar/{DAY}/siapkan")
    assert answer.status_code == 302
    job_id = answer.location.rsplit("/", 1)[-1]
    assert UUID(job_id)
    return job_id


def finish(job_id: str, doors: Doors) -> None:
    begin_job(job_id, doors)
    end_job(job_id, Ending(JobState.DONE), doors)


def test_many_stops_go_by_a_job(app: Flask, doors: Doors, people: dict[str, Person]) -> None:
    assert people
    publish(doors, routes=4, stops=25)
    siti = sign_in(app, "siti")
    assert siti.get(f"/kantor/lembar/{DAY}").location.startswith("/kantor/lembar?tanggal=")
    assert "Siapkan PDF" in siti.get(f"/kantor/lembar?tanggal={DAY}").get_data(as_text=True)


def test_the_file_is_there_when_the_job_is_done(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=4)
    publish(doors, routes=1, stops=4, kecamatan="32.71.03", first=8)
    job_id, siti = ask(app), sign_in(app, "siti")
    assert siti.get(f"/kantor/lembar/berkas/{job_id}").status_code == 404
    assert siti.get(f"/kantor/lembar/siap/{job_id}/keadaan").status_code == 204

    watcher = Quiet()
    run_sheets(job_id, watcher, doors)
    run_sheets(job_id, watcher, doors)  # at least once means: perhaps twice
    finish(job_id, doors)

    assert watcher.said == [0, 0.5, 0, 0.5]
    ready = siti.get(f"/kantor/lembar/siap/{job_id}/keadaan")
    assert ready.headers["HX-Redirect"] == f"/kantor/lembar/berkas/{job_id}"
    body = siti.get(f"/kantor/lembar/berkas/{job_id}").data
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    assert "Rute 1" in text
    assert "Rute 2" in text
    assert "Rute 8" not in text  # another kecamatan


def test_the_file_is_sealed_and_for_who_asked(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    publish(doors, routes=1, stops=2)
    job_id = ask(app)
    run_sheets(job_id, Quiet(), doors)
    finish(job_id, doors)

    assert not doors.files.read(f"sheets/{job_id}.pdf").startswith(b"%PDF")
    assert sign_in(app, "asep").get(f"/kantor/lembar/berkas/{job_id}").status_code == 200
    job = session().get(Job, job_id)
    assert job
    assert NIK not in str(job.args)
    job.created_by = people["asep"].id
    session().commit()
    assert sign_in(app, "siti").get(f"/kantor/lembar/berkas/{job_id}").status_code == 404


def test_a_cancelled_job_leaves_no_file(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=3, stops=2)
    job_id = ask(app)
    run_sheets(job_id, Quiet(ends_at=0.3), doors)
    assert not doors.files.has(f"sheets/{job_id}.pdf")


def test_old_files_are_let_go(
    app: Flask, doors: Doors, people: dict[str, Person], clock: object
) -> None:
    assert people
    publish(doors, routes=1, stops=1)
    old = ask(app)
    run_sheets(old, Quiet(), doors)
    finish(old, doors)
    clock.forward(days=3)  # type: ignore[attr-defined]  # the tests' StillClock
    run_sheets(ask(app), Quiet(), doors)
    assert not doors.files.has(f"sheets/{old}.pdf")
