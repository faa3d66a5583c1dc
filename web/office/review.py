"""Periksa: stops whose stories differ, and the office's decision."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.event import FAILURE_REASONS, RELATIONS
from field.domain.fault import Fault
from field.domain.review import NONE, Decision
from field.domain.review import WORDS as REVIEW_WORDS
from field.services.day import pictures_of
from field.services.review import cases, decide
from field.services.trip_review import decide_trip, trip_cases
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.day import my_kecamatan
from web.office.stop_words import EVENT_WORDS, SHAPES, SOURCE_WORDS, trip_purpose

blueprint = Blueprint(
    "office_review", __name__, url_prefix="/kantor/hari-ini/periksa", template_folder="templates"
)


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("")
@requires(*OFFICE)
def settle() -> Response | tuple[str, int]:
    form = request.form
    chosen = form.get("visit", ""), form.get("right", ""), form.get("reason", "")
    try:
        if form.get("what") == "trip":
            decide_trip(Decision(*chosen), my_kecamatan(), me().id, doors())
        else:
            decide(Decision(*chosen), my_kecamatan(), me().id, doors())
    except Fault as fault:
        return _page(fault), 422
    flash(gettext("Keputusan dicatat; riwayatnya tetap tersimpan."), "success")
    return redirect(url_for("office_review.page"))


def _page(fault: Fault | None = None) -> str:
    return render_template(
        "office/today/review.html",
        cases=cases(my_kecamatan()),
        trips=trip_cases(my_kecamatan()),
        pictures_of=pictures_of,
        trip_purpose=trip_purpose,
        fault=fault_texts(fault) if fault else None,
        form=request.form,
        no_story=NONE,
        review_words=REVIEW_WORDS,
        event_words=EVENT_WORDS,
        source_words=SOURCE_WORDS,
        shapes=SHAPES,
        reasons=FAILURE_REASONS,
        relations=RELATIONS,
    )
