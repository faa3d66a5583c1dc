"""Tutup hari: each courier's sum of cards, and the day closed."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.services.closing import close_day, day_sum
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.day import chosen_day, my_kecamatan

blueprint = Blueprint(
    "office_closing", __name__, url_prefix="/kantor/hari-ini/tutup", template_folder="templates"
)
EVEN_SO = "TUTUP"


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("")
@requires(*OFFICE)
def close() -> Response | tuple[str, int]:
    day, even_so = chosen_day(), request.form.get("word", "").strip().upper() == EVEN_SO
    try:
        close_day(day, my_kecamatan(), me().id, doors(), even_so=even_so)
    except Fault as fault:
        return _page(fault), 409
    flash(gettext("Hari ditutup. Hasil yang datang terlambat tetap diterima."), "success")
    return redirect(url_for("office_closing.page", tanggal=day.isoformat()))


def _page(fault: Fault | None = None) -> str:
    day = chosen_day()
    return render_template(
        "office/today/closing.html",
        day=day,
        sums=day_sum(day, my_kecamatan(), doors()),
        fault=fault_texts(fault) if fault else None,
    )
