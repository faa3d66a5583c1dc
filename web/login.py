"""Signing in and out, and the choices of language and colours."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import logout_user
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.roles import Role
from field.services.accounts import Person, sign_in
from web.access import me_or_none, public, start_session
from web.doors import doors
from web.errors import fault_texts
from web.language import LANGUAGES
from web.limits import PER_ADDRESS, PER_NAME, limiter, login_name

blueprint = Blueprint("login", __name__)
YEAR = 31_536_000


def home_of(person: Person) -> str:
    """Return the first page of somebody's working day."""
    if person.role in (Role.COURIER, Role.DRIVER):
        return "/kurir/"
    return "/kantor/"


@blueprint.get("/")
@public
def root() -> Response:
    person = me_or_none()
    return redirect(home_of(person) if person else url_for("login.page"))


@blueprint.get("/masuk")
@public
def page() -> str:
    return render_template("login.html", next=request.args.get("next", ""), fault=None)


@blueprint.post("/masuk")
@public
@limiter.limit(PER_NAME, key_func=login_name)
@limiter.limit(PER_ADDRESS)
def enter() -> Response | tuple[str, int]:
    target = request.form.get("next", "")
    try:
        person = sign_in(
            request.form.get("username", ""), request.form.get("password", ""), doors()
        )
    except Fault as fault:
        page = render_template("login.html", next=target, fault=fault_texts(fault))
        return page, 422
    start_session(person)
    return redirect(target if _is_ours(target) else home_of(person))


@blueprint.post("/keluar")
@public
def leave() -> Response:
    logout_user()
    return redirect(url_for("login.page"))


@blueprint.post("/tampilan")
@public
def appearance() -> Response:
    """Remember language and colours on this browser."""
    back = request.form.get("next", "/")
    response = redirect(back if _is_ours(back) else "/")
    if (lang := request.form.get("lang", "")) in LANGUAGES:
        response.set_cookie("lang", lang, max_age=YEAR, samesite="Lax")
    if (theme := request.form.get("theme", "")) in ("light", "dark", "system"):
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax")
    return response


def _is_ours(target: str) -> bool:
    """Only paths of this site: no open door to a look-alike elsewhere."""
    return target.startswith("/") and not target.startswith(("//", "/\\"))
