"""Results of a paper sheet, typed line by line."""

import uuid

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.event import FAILURE_REASONS, RELATIONS
from field.domain.fault import Fault
from field.domain.paper import PaperRow
from field.services.day import route_now
from field.services.paper import enter_results
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.day import my_kecamatan
from web.office.stop_words import SHAPES, WORDS

blueprint = Blueprint(
    "office_paper_results",
    __name__,
    url_prefix="/kantor/hari-ini/rute/<int:manifest_id>/kertas",
    template_folder="templates",
)


@blueprint.get("")
@requires(*OFFICE)
def page(manifest_id: int) -> str:
    return _page(manifest_id)


@blueprint.post("")
@requires(*OFFICE)
def keep(manifest_id: int) -> Response | tuple[str, int]:
    try:
        scope = my_kecamatan(), me().id
        count = enter_results(manifest_id, _rows(), _token(), scope, doors())
    except Fault as fault:
        return _page(manifest_id, fault), 422
    flash(gettext("%(count)s hasil dari kertas tersimpan.", count=count), "success")
    return redirect(url_for("office_today.route", manifest_id=manifest_id))


def _page(manifest_id: int, fault: Fault | None = None) -> str:
    return render_template(
        "office/today/paper.html",
        detail=route_now(manifest_id, my_kecamatan()),
        fault=fault_texts(fault) if fault else None,
        token=_token(),
        form=request.form,
        shapes=SHAPES,
        words=WORDS,
        reasons=FAILURE_REASONS,
        relations=RELATIONS,
    )


def _token() -> uuid.UUID:
    """Return the name of this typing: the one in the form, or a new one for an empty form."""
    try:
        return uuid.UUID(request.form.get("token", ""))
    except ValueError:
        return uuid.uuid4()


def _rows() -> list[PaperRow]:
    """Return the lines in which a result was chosen."""
    form = request.form
    return [
        PaperRow(
            visit=visit,
            sequence=int(number) if number.isdecimal() and len(number) < 6 else 0,
            outcome=outcome,
            at=form.get(f"at-{number}", ""),
            receiver=form.get(f"receiver-{number}", ""),
            relation=form.get(f"relation-{number}", "self"),
            reason=form.get(f"reason-{number}", ""),
            note=form.get(f"note-{number}", ""),
        )
        for number, visit in _stops()
        if (outcome := form.get(f"outcome-{number}", ""))
    ]


def _stops() -> list[tuple[str, str]]:
    names = (name for name in request.form if name.startswith("visit-"))
    return [(name.removeprefix("visit-"), request.form[name]) for name in names]
