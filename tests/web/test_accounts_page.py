"""The admin's page of accounts, and one's own password."""

from flask import Flask

from field.services.accounts import Person
from tests.conftest import PASSWORD, sign_in

NEW = {"username": "rina", "name": "Rina Marlina", "role": "dispatcher", "password": PASSWORD}


def test_the_admin_opens_an_account(app: Flask, people: dict[str, Person]) -> None:
    assert people
    admin = sign_in(app, "asep")
    answer = admin.post("/kantor/akun", data={**NEW, "kecamatan": "32.71.02"})
    assert answer.status_code == 302
    assert "Rina Marlina" in admin.get("/kantor/akun").get_data(as_text=True)
    assert sign_in(app, "rina").get("/kantor/").status_code == 200


def test_a_dispatcher_without_kecamatan_is_refused_in_words(
    app: Flask, people: dict[str, Person]
) -> None:
    assert people
    answer = sign_in(app, "asep").post("/kantor/akun", data=NEW)
    assert answer.status_code == 422
    assert "account.no_kecamatan" in answer.get_data(as_text=True)


def test_a_closed_account_is_out_at_once(app: Flask, people: dict[str, Person]) -> None:
    siti = sign_in(app, "siti")
    assert siti.get("/kantor/").status_code == 200
    sign_in(app, "asep").post(f"/kantor/akun/{people['siti'].id}/tutup")
    assert siti.get("/kantor/").status_code == 302


def test_nobody_closes_the_own_account(app: Flask, people: dict[str, Person]) -> None:
    answer = sign_in(app, "asep").post(f"/kantor/akun/{people['asep'].id}/tutup")
    assert answer.status_code == 409


def test_a_new_password_ends_other_logins_but_not_this_one(
    app: Flask, people: dict[str, Person]
) -> None:
    assert people
    here, elsewhere = sign_in(app, "siti"), sign_in(app, "siti")
    form = {"old": PASSWORD, "new": "sapi minum air sejuk"}
    assert here.post("/kantor/akun/sandi", data=form).status_code == 302
    assert here.get("/kantor/").status_code == 200
    assert elsewhere.get("/kantor/").status_code == 302
