"""Layanan malam for families: which evenings there are, a place, and giving it back."""

import secrets

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.jemput.evening import CLOSED, How
from field.services import evenings
from field.services.city import kecamatan_names, office_list
from field.services.evenings import off
from web.access import public
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.family.words import page_words
from web.limits import limiter
from web.typed import number

blueprint = Blueprint("family_evenings", __name__, url_prefix="/malam", template_folder="templates")
PER_LINE = "60 per minute"


@blueprint.get("")
@public
def page() -> str:
    return render_template(
        "family/evenings.html", nights=evenings.open_nights(doors()),
        kecamatan=kecamatan_names(doors().city), **page_words(),
    )  # fmt: skip


def _form(evening_id: int, fault: Fault | None = None) -> str:
    return render_template(
        "family/evening.html", night=evenings.night(evening_id, None), places=_places(),
        form_key=request.form.get("form_key") or secrets.token_hex(16),
        fault=fault_texts(fault) if fault else None, typed=request.form if fault else None,
        wrong=str(fault.values.get("field", "")) if fault else "", **page_words(),
    )  # fmt: skip


def _places() -> dict[str, str]:
    return {office.code: office.name for office in office_list(doors().city)}


@blueprint.get("/<int:evening_id>")
@public
def one(evening_id: int) -> str:
    return _form(evening_id)


@blueprint.post("/<int:evening_id>")
@public
@limiter.limit(PER_LINE)
def book(evening_id: int) -> Response | tuple[str, int]:
    form = request.form
    wish = evenings.Wish(
        name=form.get("nama", ""), phone=form.get("telepon", ""), how=How.PAGE,
        form_key=f"page:{form.get('form_key', '')[:32]}", agreed=form.get("setuju") == "ya",
        line=request.remote_addr or "",
    )  # fmt: skip
    try:
        token = evenings.book(evening_id, wish, None, doors())
    except Fault as fault:
        return _form(evening_id, fault), STATUS[fault.kind.nature]
    return redirect(url_for(".ticket", token=token))


@blueprint.get("/tempat/<token>")
@public
@limiter.limit(PER_LINE)
def ticket(token: str) -> str:
    shown = evenings.ticket(token, doors())
    return render_template(
        "family/ticket.html", ticket=shown, places=_places(),
        kecamatan=kecamatan_names(doors().city), **page_words(),
    )  # fmt: skip


@blueprint.post("/tempat/<token>/pindah")
@public
@limiter.limit(PER_LINE)
def move(token: str) -> Response:
    """Take a place on another evening in the place of one that was called off."""
    try:
        chosen = number(request.form.get("malam", ""))
    except ValueError:
        raise Fault(CLOSED) from None
    return redirect(url_for(".ticket", token=off.move(token, chosen, doors())))


@blueprint.post("/tempat/<token>/batal")
@public
@limiter.limit(PER_LINE)
def give_up(token: str) -> Response:
    evenings.give_up(token, doors())
    return redirect(url_for(".ticket", token=token))
