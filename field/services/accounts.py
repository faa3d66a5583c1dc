"""Accounts: open one, sign in, change a password, close one."""

from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.roles import Role
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit, people
from field.store.db import transaction
from field.store.tables import User

MIN_PASSWORD = 10
LONGEST_NAME = 120

WRONG_LOGIN = FaultKind(
    "account.wrong_login",
    Nature.BAD_INPUT,
    N_("Nama pengguna atau kata sandi tidak cocok."),
    N_("Periksa lagi, atau minta kata sandi baru kepada admin."),
)
NAME_TAKEN = FaultKind(
    "account.name_taken",
    Nature.CONFLICT,
    N_("Nama pengguna %(username)s sudah dipakai."),
    N_("Pilih nama pengguna lain."),
)
WEAK_PASSWORD = FaultKind(
    "account.weak_password",
    Nature.BAD_INPUT,
    N_("Kata sandi terlalu pendek: paling sedikit %(least)s huruf."),
    N_("Pakai beberapa kata yang mudah Anda ingat."),
)
NO_USERNAME = FaultKind(
    "account.no_username",
    Nature.BAD_INPUT,
    N_("Nama pengguna hanya huruf kecil, angka, titik, atau garis, 3-64 karakter."),
    N_("Contoh: siti.rohmah"),
)

NO_KECAMATAN = FaultKind(
    "account.no_kecamatan",
    Nature.BAD_INPUT,
    N_("Petugas kecamatan harus punya kecamatan."),
    N_("Pilih kecamatannya, lalu simpan lagi."),
)
OWN_ACCOUNT = FaultKind(
    "account.own",
    Nature.CONFLICT,
    N_("Akun Anda sendiri tidak bisa ditutup."),
    N_("Minta admin lain menutupnya."),
)

_hasher = PasswordHasher()
# Verified when the name is unknown, so that the answer takes as long either way.
_DECOY = _hasher.hash("nobody has this one")


@dataclass(frozen=True)
class Person:
    """Who is asking, as far as pages and services need to know."""

    id: int
    username: str
    name: str
    role: Role
    kecamatan: str | None
    login_epoch: int


def _person(user: User) -> Person:
    return Person(
        user.id, user.username, user.name, Role(user.role), user.kecamatan, user.login_epoch
    )


@dataclass(frozen=True)
class NewAccount:
    """What it takes to open an account."""

    username: str
    name: str
    role: Role
    password: str
    kecamatan: str | None = None

    def __post_init__(self) -> None:
        if self.role == Role.DISPATCHER and not self.kecamatan:
            raise Fault(NO_KECAMATAN)
        plain = self.username.replace(".", "").replace("-", "").replace("_", "")
        if not (3 <= len(self.username) <= 64 and plain.isalnum() and plain == plain.lower()):
            raise Fault(NO_USERNAME)
        _check_password(self.password)


def _check_password(password: str) -> None:
    if len(password) < MIN_PASSWORD:
        raise Fault(WEAK_PASSWORD, least=MIN_PASSWORD)


def create_user(account: NewAccount, doors: Doors, by: int | None) -> Person:
    """Open an account; raises when its name is taken."""
    now = doors.clock.now()
    password_hash = _hasher.hash(account.password)
    with transaction() as live:
        if people.user_by_name_or_none(account.username):
            raise Fault(NAME_TAKEN, username=account.username)
        user = User(
            username=account.username,
            name=account.name,
            role=account.role,
            kecamatan=account.kecamatan,
            password_hash=password_hash,
            created_at=now,
        )
        live.add(user)
        live.flush()
        audit.record(live, "user.create", at=now, by=by, subject=f"user:{user.id}")
        return _person(user)


def sign_in(username: str, password: str, doors: Doors) -> Person:
    """Return whose login this is; raises one and the same fault for every mismatch."""
    user = people.user_by_name_or_none(username.strip())
    try:
        _hasher.verify(user.password_hash if user else _DECOY, password)
    except VerificationError:
        raise Fault(WRONG_LOGIN) from None
    if not user or not user.active:
        raise Fault(WRONG_LOGIN)
    person = _person(user)
    with transaction() as live:
        audit.record(live, "user.sign_in", at=doors.clock.now(), by=person.id)
    return person


def person_or_none(user_id: int, login_epoch: int) -> Person | None:
    """Return who a session cookie speaks for, unless that login has ended."""
    user = people.user_or_none(user_id)
    if user is None or not user.active or user.login_epoch != login_epoch:
        return None
    return _person(user)


def set_password(user_id: int, password: str, doors: Doors, by: int) -> Person:
    """Give a new password; all logins of that account end, on each phone and browser."""
    _check_password(password)
    password_hash = _hasher.hash(password)
    now = doors.clock.now()
    with transaction() as live:
        user = _user(user_id)
        user.password_hash = password_hash
        user.login_epoch += 1
        audit.record(live, "user.password", at=now, by=by, subject=f"user:{user.id}")
        return _person(user)


def change_own_password(person: Person, old: str, new: str, doors: Doors) -> Person:
    """Change one's own password; the old one must be right."""
    sign_in(person.username, old, doors)
    return set_password(person.id, new, doors, person.id)


def set_active(user_id: int, active: bool, doors: Doors, by: int) -> Person:  # noqa: FBT001 - open or closed, the very value that is stored
    """Close an account at once, or open it again."""
    if user_id == by:
        raise Fault(OWN_ACCOUNT)
    now = doors.clock.now()
    with transaction() as live:
        user = _user(user_id)
        user.active = active
        user.login_epoch += 1
        act = "user.open" if active else "user.close"
        audit.record(live, act, at=now, by=by, subject=f"user:{user.id}")
        return _person(user)


def all_users() -> list[User]:
    """Return every account, for the admin's list."""
    return people.users()


def _user(user_id: int) -> User:
    user = people.user_or_none(user_id)
    if user is None:
        raise Fault(NOT_FOUND, what=N_("Akun"))
    return user
