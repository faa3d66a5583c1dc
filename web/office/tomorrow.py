"""Besok: who is visited on the next day out, and whether they know."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from field.domain.contact import Outcome
from field.services.route_sheets import days_with_sheets
from field.services.settings import settings
from field.services.tomorrow import (
    Resident,
    Wanted,
    choose,
    mark_contact,
    next_day_out,
    resident_of,
    residents_of,
)
from web import typed
from web.access import OFFICE, me, requires
from web.doors import doors
from web.office.contact_list import contact_list
from web.office.day import chosen_day, my_kecamatan, today
from web.office.resident_words import names_of, whatsapp_link, window_of

blueprint = Blueprint(
    "office_tomorrow", __name__, url_prefix="/kantor/besok", template_folder="templates"
)
PAGE_SIZE = 50


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    kecamatan, wanted = my_kecamatan(), _wanted()
    day = chosen_day(next_day_out(kecamatan, today()) or today() + timedelta(days=1))
    everyone = residents_of(day, kecamatan, doors())
    found = choose(everyone, wanted)
    number = max(request.args.get("halaman", 1, type=typed.number), 1)
    return render_template(
        "office/tomorrow.html",
        day=day,
        kecamatan=kecamatan,
        wanted=wanted,
        everyone=everyone,
        found=found,
        shown=found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
        number=number,
        pages=-(-len(found) // PAGE_SIZE),
        days=days_with_sheets(kecamatan, today()),
        query=_query(),
        **_words(day),
    )


@blueprint.get("/<iso:day>/daftar.csv")
@requires(*OFFICE)
def download(day: date) -> Response:
    """Send exactly what the filters show, all pages of it."""
    return contact_list(choose(residents_of(day, my_kecamatan(), doors()), _wanted()), day)


@blueprint.post("/<iso:day>/<int:household_id>")
@requires(*OFFICE)
def mark(day: date, household_id: int) -> Response | str:
    kecamatan, text = my_kecamatan(), request.form.get("outcome", "")
    outcome = Outcome(text) if text in set(Outcome) else None
    mark_contact(day, household_id, outcome, kecamatan=kecamatan, by=me().id, doors=doors())
    if "HX-Request" not in request.headers:
        back: dict[str, Any] = {"tanggal": day, **_query(), "_anchor": f"warga-{household_id}"}
        return redirect(url_for(".page", **back))
    one = resident_of(day, household_id, kecamatan, doors())
    return render_template(
        "office/tomorrow_row.html", one=one, day=day, query=_query(), **_words(day)
    )


def _wanted() -> Wanted:
    value = request.values.get
    return Wanted(
        value("kelurahan", ""), value("rute", ""), value("keadaan", ""), value("urut", "route")
    )


def _query() -> dict[str, str]:
    """Return the filters as they stand in the address, so that links and forms keep them."""
    names = ("kecamatan", "kelurahan", "rute", "keadaan", "urut", "bahasa", "halaman")
    return {name: request.values[name] for name in names if request.values.get(name)}


def _words(day: date) -> dict[str, object]:
    office, language = settings(), request.values.get("bahasa", "id")

    def chat(one: Resident) -> str | None:
        return whatsapp_link(one, day, office, language)

    return {"chat": chat, "window_of": window_of, "names_of": names_of, "office": office}
