"""Every door is tried by everybody: who may not enter learns nothing and changes nothing."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from field.gateways.doors import Doors
from field.services.accounts import Person, set_active
from tests.conftest import sign_in
from tests.web.doors import EVERYONE, NEEDS
from tests.web.knocking import knocks
from tests.web.trespass_world import (
    CODE,
    NAME,
    NEXT_DAY,
    STREET,
    World,
    make_world,
    snapshot,
)

ROLES = {
    "asep": "admin",
    "siti": "dispatcher",
    "neni": "dispatcher",
    "budi": "courier",
    "wati": "courier",
    "dedi": "driver",
    "tono": "",  # his account is closed while he is signed in
    "nobody": "",
}
# What a dispatcher may do for the own kecamatan, whatever the form says.
OWN_ACTS = {"office_plans.ask", "office_print.prepare", "office_closing.close"}
OWN_ACTS |= {"office_accounts.change_own", "office_print_maps.prepare"}


@pytest.fixture
def world(app: Flask, doors: Doors, people: dict[str, Person]) -> World:
    return make_world(app, doors, people)


def browser_of(app: Flask, name: str, doors: Doors, world: World) -> FlaskClient:
    if name == "nobody":
        return app.test_client()
    browser = sign_in(app, name)
    if name == "tono":
        set_active(world.closing, False, doors, world.admin)  # noqa: FBT003 - closed, as stored
    return browser


def is_refused(answer: TestResponse) -> bool:
    to_login = answer.status_code == 302 and answer.location.startswith("/masuk")
    return to_login or answer.status_code in (401, 403, 404)


def tells(answer: TestResponse, world: World) -> list[str]:
    """Return what an answer tells of the first kecamatan's people."""
    said = answer.get_data() + repr(list(answer.headers)).encode()
    return [secret for secret in world.secrets if secret.encode() in said]


def test_a_role_without_the_key_is_refused(app: Flask, doors: Doors, world: World) -> None:
    for name, role in ROLES.items():
        browser = browser_of(app, name, doors, world)
        shut = [knock for knock in knocks(app, world) if not _opens(NEEDS[knock.endpoint], role)]
        assert len(shut) > 5
        before = snapshot(doors)
        for knock in shut:
            answer = knock.at(browser)
            assert is_refused(answer), f"{name} gets {answer.status_code}: {knock}"
            assert not tells(answer, world), f"{name} reads: {knock}"
            assert snapshot(doors) == before, f"{name} changes something: {knock}"


def _opens(key: frozenset[str], role: str) -> bool:
    return key == EVERYONE or role in key


def test_the_ids_are_real_to_their_owner(app: Flask, doors: Doors, world: World) -> None:
    siti, shown = browser_of(app, "siti", doors, world), 0
    for knock in knocks(app, world):
        if knock.method == "GET" and knock.has_id and "dispatcher" in NEEDS[knock.endpoint]:
            answer = knock.at(siti)
            is_of_other_work = "lembar/berkas" in knock.path and world.plan_job in knock.path
            assert answer.status_code < 400 or is_of_other_work, str(knock)
            shown += bool(tells(answer, world))
    assert shown > 10


def test_a_dispatcher_of_another_kecamatan_finds_none_of_it(
    app: Flask, doors: Doors, world: World
) -> None:
    neni = browser_of(app, "neni", doors, world)
    before = snapshot(doors)
    for knock in knocks(app, world):
        if "dispatcher" not in NEEDS[knock.endpoint]:
            continue
        answer = knock.at(neni)
        assert not knock.has_id or knock.method == "OPTIONS" or is_refused(answer), (
            f"{answer.status_code}: {knock}"
        )
        # What was typed into a field may be repeated beside it.
        said = [one for one in tells(answer, world) if one not in str(knock.body)]
        assert not said, f"{said} in {knock}"
        if knock.endpoint in OWN_ACTS:
            before = snapshot(doors)
        assert snapshot(doors) == before, str(knock)


ASKED_FOR = (
    f"kecamatan=32.71.01&tanggal=2026-11-24&cari={NAME}",
    f"kecamatan=32.71.01&tanggal={NEXT_DAY}&cari={STREET}&kelurahan=32.71.01.1002",
    f"kecamatan=32.71.01&cari={CODE}&rute=1&halaman=1",
)


def test_asking_for_another_kecamatan_shows_none_of_it(
    app: Flask, doors: Doors, world: World
) -> None:
    neni, asep = browser_of(app, "neni", doors, world), browser_of(app, "asep", doors, world)
    lists = [
        knock
        for knock in knocks(app, world)
        if knock.method == "GET" and not knock.has_id and "dispatcher" in NEEDS[knock.endpoint]
    ]
    for asked in ASKED_FOR:
        wider = [replace(knock, path=f"{knock.path}?{asked}") for knock in lists]
        for knock in wider:
            # What was searched for is repeated in its field.
            said = [one for one in tells(knock.at(neni), world) if one not in asked]
            assert not said, f"{said} in {knock}"
        assert any(tells(knock.at(asep), world) for knock in wider)


def test_a_neighbours_door_is_not_mine_to_choose(app: Flask, doors: Doors, world: World) -> None:
    neni, before = browser_of(app, "neni", doors, world), snapshot(doors)
    mine = f"/kantor/petugas/{world.neighbours_courier}/pilihan"
    form = {"household": world.homes[2], "tanggal": NEXT_DAY}
    assert neni.post(mine, data=form).status_code == 404
    assert neni.post(mine, data=form | {"remove": "1"}).status_code == 404
    bag = f"/kantor/hari-ini/rute/{world.neighbours_manifest}/tas"
    said = neni.post(bag, data={"codes": CODE}).get_data(as_text=True)
    assert NAME not in said
    after = snapshot(doors)
    assert {name for name in before if before[name] != after[name]} <= {"audit"}
