"""Accounts: what sign-in says yes and no to."""

import pytest

from field.domain.fault import Fault
from field.domain.roles import Role
from field.gateways.doors import Doors
from field.services.accounts import NewAccount, Person, create_user, person_or_none, sign_in
from field.store.db import session
from field.store.tables import AuditEntry, User
from tests.conftest import PASSWORD

pytestmark = pytest.mark.both_databases


def test_a_person_signs_in_and_it_is_on_record(people: dict[str, Person], doors: Doors) -> None:
    person = sign_in("Budi", PASSWORD, doors)

    assert person == people["budi"]
    acts = [(entry.act, entry.user_id) for entry in session().query(AuditEntry)]
    assert ("user.sign_in", person.id) in acts


@pytest.mark.parametrize(("username", "password"), [("budi", "salah"), ("nobody", PASSWORD)])
def test_a_mismatch_never_says_which(
    username: str, password: str, people: dict[str, Person], doors: Doors
) -> None:
    assert people
    with pytest.raises(Fault) as refused:
        sign_in(username, password, doors)
    assert refused.value.code == "account.wrong_login"


def test_a_closed_account_and_an_ended_login_are_nobody(
    people: dict[str, Person], doors: Doors
) -> None:
    budi = people["budi"]
    assert person_or_none(budi.id, budi.login_epoch) == budi
    assert person_or_none(budi.id, budi.login_epoch + 1) is None
    user = session().get(User, budi.id)
    assert user
    user.active = False
    session().commit()
    assert person_or_none(budi.id, budi.login_epoch) is None
    with pytest.raises(Fault):
        sign_in("budi", PASSWORD, doors)


def test_a_name_is_taken_once_and_a_password_is_long(
    people: dict[str, Person], doors: Doors
) -> None:
    assert people
    with pytest.raises(Fault) as taken:
        create_user(NewAccount("budi", "Budi Lain", Role.COURIER, PASSWORD), doors, None)
    assert taken.value.code == "account.name_taken"
    with pytest.raises(Fault) as weak:
        NewAccount("joko", "Joko", Role.COURIER, "pendek")
    assert weak.value.code == "account.weak_password"


def test_a_password_is_stored_as_argon2(people: dict[str, Person], app: object) -> None:
    assert people
    assert app
    hashes = [user.password_hash for user in session().query(User)]
    assert all(text.startswith("$argon2id$") for text in hashes)
