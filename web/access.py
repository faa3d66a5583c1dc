"""Who may open which door. An endpoint without a key stays shut."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, current_app, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user
from werkzeug.wrappers import Response

from field.domain.fault import NOT_ALLOWED, Fault, FaultKind, Nature
from field.domain.roles import Role
from field.domain.text import N_
from field.services.accounts import Person, person_or_none

View = TypeVar("View", bound=Callable[..., Any])

EVERYONE: frozenset[str] = frozenset({"everyone"})
OFFICE = (Role.ADMIN, Role.DISPATCHER)

LOGIN_NEEDED = FaultKind(
    "login_needed",
    Nature.NOT_ALLOWED,
    N_("Anda belum masuk, atau sesi Anda sudah berakhir."),
    N_("Masuk lagi. Yang tersimpan di HP tetap aman."),
)


class Login(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """A person as Flask-Login wants to see one."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def get_id(self) -> str:
        return f"{self.person.id}.{self.person.login_epoch}"


def requires(*roles: Role) -> Callable[[View], View]:
    """Open a view to these roles only."""

    def mark(view: View) -> View:
        view.access = frozenset(role.value for role in roles)  # type: ignore[attr-defined]  # our own mark on the function
        return view

    return mark


def public(view: View) -> View:
    """Open a view to everyone; it shows nothing of anybody."""
    view.access = EVERYONE  # type: ignore[attr-defined]  # our own mark on the function
    return view


def access_of(endpoint: str) -> frozenset[str] | None:
    """Return who may call an endpoint; None when nobody has said so."""
    if endpoint == "static":
        return EVERYONE
    return getattr(current_app.view_functions[endpoint], "access", None)


def me() -> Person:
    """Return who is asking; raises when nobody is signed in."""
    if not current_user.is_authenticated:
        raise Fault(LOGIN_NEEDED)
    return cast(Login, current_user).person


def me_or_none() -> Person | None:
    return cast(Login, current_user).person if current_user.is_authenticated else None


def start_session(person: Person) -> None:
    """Sign a person in on this browser.

    On a phone it outlives a dead battery and lasts 30 days; at a desk it ends with the browser.
    """
    session.permanent = person.role in (Role.COURIER, Role.DRIVER)
    login_user(Login(person), remember=False, force=True)


def _guard() -> Response | None:
    if request.endpoint is None:
        return None  # no such page: 404 says so
    allowed = access_of(request.endpoint)
    if allowed == EVERYONE:
        return None
    person = me()
    if allowed is None or person.role.value not in allowed:
        raise Fault(NOT_ALLOWED)
    return None


def _load(login_id: str) -> Login | None:
    user_id, _, epoch = login_id.partition(".")
    if not (user_id.isdigit() and epoch.isdigit()):
        return None
    person = person_or_none(int(user_id), int(epoch))
    return Login(person) if person else None


def init_access(app: Flask) -> None:
    """Guard every request."""
    manager = LoginManager(app)
    manager.user_loader(_load)
    app.before_request(_guard)
