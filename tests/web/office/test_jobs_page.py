"""Pekerjaan: who sees which long work, its fault in words, its end on request."""

from flask import Flask

from field.domain.job import CRASHED, Ending, JobState
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.jobs import advance_job, begin_job, cancel_job, end_job, job_of
from field.store.db import transaction
from field.store.work import open_job
from tests.conftest import sign_in


def asked_by(person: Person, doors: Doors) -> str:
    with transaction() as live:
        return open_job(live, "plan", {}, by=person.id, at=doors.clock.now()).id


def test_a_dispatcher_sees_own_work_and_an_admin_all(
    app: Flask, people: dict[str, Person], doors: Doors
) -> None:
    hers, his = asked_by(people["siti"], doors), asked_by(people["asep"], doors)
    siti, asep = sign_in(app, "siti"), sign_in(app, "asep")
    page = siti.get("/kantor/pekerjaan").get_data(as_text=True)
    assert f"job-{hers}" in page
    assert f"job-{his}" not in page
    assert siti.get(f"/kantor/pekerjaan/{his}/baris").status_code == 404
    assert siti.post(f"/kantor/pekerjaan/{his}/batal").status_code == 404
    page = asep.get("/kantor/pekerjaan").get_data(as_text=True)
    assert f"job-{hers}" in page
    assert f"job-{his}" in page


def test_a_row_asks_again_until_it_has_ended(
    app: Flask, people: dict[str, Person], doors: Doors
) -> None:
    job_id = asked_by(people["siti"], doors)
    siti = sign_in(app, "siti")
    begin_job(job_id, doors)
    advance_job(job_id, 0.4, "Menghitung rute")
    row = siti.get(f"/kantor/pekerjaan/{job_id}/baris").get_data(as_text=True)
    assert 'hx-trigger="every 1s"' in row
    assert "40%" in row
    assert "Menghitung rute" in row
    end_job(job_id, Ending(JobState.FAILED, CRASHED.code, {"reference": "abc"}), doors)
    row = siti.get(f"/kantor/pekerjaan/{job_id}/baris").get_data(as_text=True)
    assert "hx-trigger" not in row
    assert "beri tahu admin kode abc" in row


def test_queued_work_ends_at_once_and_never_begins(people: dict[str, Person], doors: Doors) -> None:
    job_id = asked_by(people["siti"], doors)
    cancel_job(job_id, people["siti"].id, people["siti"].id, doors)
    assert job_of(job_id, None, doors).state == JobState.CANCELLED
    assert not begin_job(job_id, doors)


def test_an_end_is_written_once(people: dict[str, Person], doors: Doors) -> None:
    job_id = asked_by(people["siti"], doors)
    assert begin_job(job_id, doors)
    assert begin_job(job_id, doors), "a job that a crash interrupted begins again"
    end_job(job_id, Ending(JobState.DONE), doors)
    end_job(job_id, Ending(JobState.FAILED, CRASHED.code), doors)
    assert job_of(job_id, None, doors).state == JobState.DONE
    assert not begin_job(job_id, doors)
