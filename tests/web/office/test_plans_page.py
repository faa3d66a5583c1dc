"""Rencana on the page: ask, watch, change by hand, publish; each dispatcher in one kecamatan."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.jobs import job_of
from field.services.planning import plan_of_job, run_plan
from field.store.db import session, transaction
from field.store.tables import Card, Job, Plan
from tests.builders import make_courier
from tests.conftest import sign_in
from tests.planned import Silent, make_doors_to_visit, manifests_of, plan_now

OTHER = "32.71.02.1001"


@pytest.fixture
def budi(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id)


@pytest.fixture
def siti(app: Flask, budi: int) -> FlaskClient:
    assert budi
    return sign_in(app, "siti")


def test_a_day_is_planned_changed_and_published_by_hand(
    siti: FlaskClient, budi: int, doors: Doors
) -> None:
    homes = make_doors_to_visit(doors, 4)
    page = siti.get("/kantor/rencana?tanggal=2026-11-24").get_data(as_text=True)
    assert "4" in page
    assert "Budi Santoso" in page
    asked = siti.post("/kantor/rencana", data={"tanggal": "2026-11-25", "seconds": "1"})
    job_id = asked.location.rsplit("/", 1)[1]
    assert siti.get(f"/kantor/rencana/pekerjaan/{job_id}/siap").status_code == 204
    run_plan(job_id, Silent(), doors)
    plan_id = plan_of_job(job_id)
    ready = siti.get(f"/kantor/rencana/pekerjaan/{job_id}/siap")
    assert ready.headers["HX-Redirect"] == f"/kantor/rencana/{plan_id}"
    form = {"household": homes[0], "courier": budi, "position": 4, "revision": 1}
    siti.post(f"/kantor/rencana/{plan_id}/pindah", data=form)
    page = siti.get(f"/kantor/rencana/{plan_id}").get_data(as_text=True)
    assert re.search(r"Akibatnya: [+-]\d+ menit", page)
    assert page.index(f"alamat-{homes[1]}") < page.index(f"alamat-{homes[0]}")
    data = siti.get(f"/kantor/rencana/{plan_id}/peta.json").json
    assert data
    assert data["routes"][0]["stops"][3]["id"] == homes[0]
    assert "1 rute dengan 4 kunjungan" in siti.get(f"/kantor/rencana/{plan_id}/terbit").get_data(
        as_text=True
    )
    siti.post(f"/kantor/rencana/{plan_id}/terbit", data={"revision": 2})
    assert [stop.household_id for stop in manifests_of(budi)[0].stops][3] == homes[0]


def test_a_refused_move_is_told_on_the_page_that_stays(
    siti: FlaskClient, budi: int, doors: Doors
) -> None:
    homes = make_doors_to_visit(doors, 2)
    plan_id = plan_now(doors, kecamatan="32.71.01")
    form = {"household": homes[0], "courier": budi, "position": 1, "revision": 7}
    answer = siti.post(f"/kantor/rencana/{plan_id}/pindah", data=form)
    assert answer.status_code == 409
    assert 'data-code="plan.changed"' in answer.get_data(as_text=True)
    undone = siti.post(f"/kantor/rencana/{plan_id}/urung", data={"revision": 1})
    assert 'data-code="plan.nothing_to_undo"' in undone.get_data(as_text=True)


@pytest.mark.parametrize(
    ("day", "status", "code"),
    [
        ("2026-11-20", 422, "plan.past_day"),
        ("2026-11-28", 409, "plan.closed_day"),
        ("2026-11-25", 409, "plan.nothing_to_plan"),
    ],
)
def test_a_day_that_cannot_be_planned_is_told_in_words(
    day: str, status: int, code: str, siti: FlaskClient
) -> None:
    answer = siti.post("/kantor/rencana", data={"tanggal": day})
    assert answer.status_code == status
    assert f'data-code="{code}"' in answer.get_data(as_text=True)
    assert session().query(Job).count() == 0


def test_a_dispatcher_plans_the_own_kecamatan_whatever_the_form_says(
    siti: FlaskClient, people: dict[str, Person], doors: Doors
) -> None:
    make_courier(people["wati"].id, kelurahan=OTHER)
    make_doors_to_visit(doors, 1)
    make_doors_to_visit(doors, 1, kelurahan=OTHER)
    form = {"tanggal": "2026-11-25", "kecamatan": "32.71.02"}
    job_id = siti.post("/kantor/rencana", data=form).location.rsplit("/", 1)[1]
    assert session().get_one(Job, job_id).args["kecamatan"] == "32.71.01"
    assert job_of(job_id, people["siti"].id, doors)


@pytest.mark.parametrize("path", ["", "/peta.json", "/terbit"])
def test_a_plan_of_another_kecamatan_is_not_found(
    path: str, siti: FlaskClient, people: dict[str, Person], doors: Doors
) -> None:
    make_courier(people["wati"].id, kelurahan=OTHER)
    make_doors_to_visit(doors, 1, kelurahan=OTHER)
    plan_id = plan_now(doors, kecamatan="32.71.02")
    assert siti.get(f"/kantor/rencana/{plan_id}{path}").status_code == 404
    for act in ("pindah", "urung", "buang", "terbit"):
        answer = siti.post(f"/kantor/rencana/{plan_id}/{act}", data={"revision": 1})
        assert answer.status_code == 404, act
    assert session().get_one(Plan, plan_id, populate_existing=True).state == "draft"


def test_the_routes_of_a_day_that_has_become_empty_are_taken_back(
    siti: FlaskClient, budi: int, doors: Doors
) -> None:
    make_doors_to_visit(doors, 2)
    area = "32.71.01"
    siti.post(f"/kantor/rencana/{plan_now(doors, kecamatan=area)}/terbit", data={"revision": 1})
    with transaction() as live:
        for card in live.query(Card):
            card.place = "withdrawn"
    plan_id = plan_now(doors, kecamatan=area, again=True)
    assert f"/kantor/rencana/{plan_id}/terbit" in siti.get(f"/kantor/rencana/{plan_id}").text
    assert "Tarik semua rute" in siti.get(f"/kantor/rencana/{plan_id}/terbit").text
    siti.post(f"/kantor/rencana/{plan_id}/terbit", data={"revision": 1})
    session().expire_all()
    assert [one.replaced_at is None for one in manifests_of(budi)] == [False]
