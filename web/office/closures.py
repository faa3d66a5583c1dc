"""Jalan: what couriers could not pass, what is closed or turned, and the drawing of more."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.closures import REASONS
from field.domain.courier import VEHICLES
from field.domain.fault import Fault
from field.services import city, closures
from field.services.roads import roads_in_use
from web.access import OFFICE, requires
from web.closure_words import EFFECTS, STATES, on_map, term, title, who
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.closure_form import actor, drawing, stretch
from web.office.day import today
from web.office.plan_words import road_words
from web.office.scope import within

blueprint = Blueprint(
    "office_closures", __name__, url_prefix="/kantor/jalan", template_folder="templates"
)
Answer = Response | tuple[str, int]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _render(
        "list.html",
        reports=closures.waiting(within()),
        decided=closures.decided(within()),
        standing=closures.standing(doors()),
        past=closures.past(doors()),
    )


@blueprint.get("/peta.json")
@requires(*OFFICE)
def map_data() -> Response:
    """Return what stands on the map; reports are the own kecamatan's only."""
    reports = [
        {"id": view.row.id, "lat": view.row.lat, "lon": view.row.lon}
        for view in closures.waiting(within())
    ]
    return jsonify(
        boundaries=city.boundaries(doors().city, within()),
        closed=[on_map(shown) for shown in closures.shown_from(doors())],
        reports=reports,
    )


@blueprint.get("/pratinjau.json")
@requires(*OFFICE)
def preview() -> Response:
    """Return the roads that a drawing means, before anything is saved."""
    try:
        lines = closures.meant(stretch(request.args), doors())
    except Fault as fault:
        return jsonify(lines=[], said=fault_texts(fault)["message"])
    said = gettext("%(count)s ruas jalan kena.", count=len(lines))
    if not lines:
        said = gettext("Tidak ada jalan di peta ini yang kena. Geser titiknya ke jalan.")
    return jsonify(lines=lines, said=said)


@blueprint.get("/baru")
@requires(*OFFICE)
def new() -> str:
    return _render("draw.html")


@blueprint.post("/baru")
@requires(*OFFICE)
def draw() -> Answer:
    try:
        closures.draw(drawing(today()), actor(), doors())
    except Fault as fault:
        return _render("draw.html", fault=fault_texts(fault)), STATUS[fault.kind.nature]
    return _back(gettext("Tersimpan. Rencana berikutnya memakainya."))


@blueprint.get("/laporan/<int:report_id>")
@requires(*OFFICE)
def report(report_id: int) -> str:
    return _report(report_id)


@blueprint.post("/laporan/<int:report_id>/terima")
@requires(*OFFICE)
def accept(report_id: int) -> Answer:
    closures.report(report_id, within())  # somebody else's is not found, whatever the form says
    try:
        closures.accept(report_id, drawing(today()), actor(), doors())
    except Fault as fault:
        return _report(report_id, fault), STATUS[fault.kind.nature]
    return _back(gettext("Laporan diterima. Rencana berikutnya menghindari jalan itu."))


@blueprint.post("/laporan/<int:report_id>/tolak")
@requires(*OFFICE)
def refuse(report_id: int) -> Answer:
    closures.report(report_id, within())
    try:
        closures.refuse(report_id, request.form.get("jawaban", ""), actor(), doors())
    except Fault as fault:
        return _report(report_id, fault), STATUS[fault.kind.nature]
    return _back(gettext("Laporan ditolak; bisa dibuka lagi dari riwayat."))


@blueprint.post("/laporan/<int:report_id>/buka")
@requires(*OFFICE)
def reopen(report_id: int) -> Answer:
    closures.reopen(report_id, actor(), doors())
    return _back(gettext("Laporan menunggu keputusan lagi."))


@blueprint.post("/<int:closure_id>/akhiri")
@requires(*OFFICE)
def lift(closure_id: int) -> Answer:
    closures.lift(closure_id, actor(), doors())
    return _back(gettext("Diakhiri. Bila keliru, berlakukan lagi dari riwayat."))


@blueprint.post("/<int:closure_id>/lagi")
@requires(*OFFICE)
def put_back(closure_id: int) -> Answer:
    closures.put_back(closure_id, actor(), doors())
    return _back(gettext("Berlaku lagi."))


def _report(report_id: int, fault: Fault | None = None) -> str:
    told = closures.report(report_id, within())
    return _render("report.html", told=told, fault=fault_texts(fault) if fault else None)


def _render(template: str, **shown: object) -> str:
    words: dict[str, object] = {
        "reasons": REASONS, "vehicles": VEHICLES, "effects": EFFECTS, "states": STATES,
        "who": who, "term": term, "title_of": title, "roads": road_words(roads_in_use(doors())),
        "fault": None, "form": request.form, "mine": within(), "today": today(),
    }  # fmt: skip
    return render_template(f"office/roads/{template}", **(words | shown))


def _back(said: str) -> Response:
    flash(said, "success")
    return redirect(url_for(".page"))
