"""Kecepatan jalan: how slow which hours are, what the records say of it, and what plans go by."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.roles import Role
from field.domain.speed_lessons import LEAST_LEGS
from field.domain.speeds import BAD_FACTOR, BAD_HOURS, DRIVEN, ROADS, WEEKDAYS, Rule
from field.services import speeds
from field.services.jobs import job_of
from field.services.speeds import DAYS
from web import typed
from web.access import me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.jobs import owner
from web.office.speed_plot import plot_of

blueprint = Blueprint(
    "office_speeds", __name__, url_prefix="/kantor/kecepatan", template_folder="templates"
)
Answer = Response | str | tuple[str, int]
HOURS = range(6, 19)


@blueprint.get("")
@requires(Role.ADMIN)
def page() -> str:
    return _page()


@blueprint.post("/hitung")
@requires(Role.ADMIN)
def learn() -> Response:
    """Ask for a look at the records; what plans go by does not change."""
    return redirect(url_for("office_speeds.learning", job_id=speeds.ask_learn(me().id, doors())))


@blueprint.get("/hitung/<job_id>")
@requires(Role.ADMIN)
def learning(job_id: str) -> Answer:
    if not job_of(job_id, owner(), doors()).open:
        return redirect(url_for("office_speeds.page"))
    return render_template("office/speeds_learning.html", job_id=job_id)


@blueprint.post("/pakai")
@requires(Role.ADMIN)
def use() -> Answer:
    try:
        used = speeds.use_learned(me().id, doors())
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(
        gettext("Rencana berikutnya memakai hasil catatan untuk %(count)s jam.", count=used),
        "success",
    )
    return redirect(url_for("office_speeds.page"))


@blueprint.post("/berhenti")
@requires(Role.ADMIN)
def stop() -> Response:
    speeds.stop_using(me().id, doors())
    flash(gettext("Rencana berikutnya memakai tabel saja."), "success")
    return redirect(url_for("office_speeds.page"))


@blueprint.post("/aturan")
@requires(Role.ADMIN)
def add() -> Answer:
    try:
        speeds.add_rule(_rule(), me().id, doors())
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(gettext("Kecepatan disimpan; rencana berikutnya memakainya."), "success")
    return redirect(url_for("office_speeds.page"))


@blueprint.post("/aturan/<int:rule_id>/hapus")
@requires(Role.ADMIN)
def remove(rule_id: int) -> Response:
    speeds.remove_rule(rule_id, me().id, doors())
    flash(gettext("Kecepatan dihapus; tabel kota berlaku lagi."), "success")
    return redirect(url_for("office_speeds.page"))


def _rule() -> Rule:
    form = request.form
    try:
        days = frozenset(typed.number(day) for day in form.getlist("weekday"))
        since, until = (typed.number(form.get(name, "")) for name in ("since", "until"))
    except ValueError:
        raise Fault(BAD_HOURS) from None
    said = form.get("factor", "").strip()[:10]
    try:
        factor = float(said.replace(",", "."))
    except ValueError:
        raise Fault(BAD_FACTOR, value=said or "-") from None
    return Rule(form.get("roads", ""), form.get("vehicle", ""), days, since, until, factor)


def _page(fault: Fault | None = None) -> str:
    vehicle = request.args.get("kendaraan", "")
    vehicle = vehicle if vehicle in DRIVEN else "motor"
    weekday = request.args.get("hari", "")
    day = int(weekday) if weekday in map(str, WEEKDAYS) else 1
    view = speeds.speeds_now(vehicle, day, HOURS, doors())
    return render_template(
        "office/speeds.html",
        view=view,
        plot=plot_of(view.slots),
        vehicle=vehicle,
        weekday=day,
        vehicles=DRIVEN,
        weekdays=WEEKDAYS,
        roads=ROADS,
        least=LEAST_LEGS,
        days=DAYS,
        typed=request.form,
        fault=fault_texts(fault) if fault else None,
    )
