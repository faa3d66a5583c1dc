"""Data: lists of residents come in here, are looked over, and let in."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.services import import_report, intake
from field.services.template import template
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.paging import Pager, page_number
from web.office.scope import within
from web.office.sending import send

blueprint = Blueprint(
    "office_data", __name__, url_prefix="/kantor/data", template_folder="templates"
)


def _page(fault: Fault | None = None) -> str:
    page = page_number()
    files, more = import_report.files(within(), page)
    told = fault_texts(fault) if fault else None
    return render_template("office/data.html", files=files, page=page, more=more, fault=told)


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("")
@requires(*OFFICE)
def upload() -> Response | tuple[str, int]:
    file = request.files.get("berkas")
    try:
        name, body = (file.filename or "", file.read()) if file else ("", b"")
        printed = request.form.get("isi") != "siap"
        import_id = intake.upload(name, body, doors(), me().id, printed=printed)
    except Fault as fault:
        return _page(fault), 422
    return redirect(url_for("office_data.one", import_id=import_id))


@blueprint.get("/contoh.<any(xlsx, csv):form>")
@requires(*OFFICE)
def example(form: str) -> Response:
    return send(template(form, gettext, request.args.get("daftar", "")))


def _state(import_id: int, template_name: str) -> str:
    report = import_report.file_report(import_id, within())
    counts = import_report.problem_counts(import_id, within())
    pager = Pager(page_number(), counts.total)
    shown = [] if report.busy else import_report.problems(import_id, within(), pager.page)
    told = [(problem, fault_texts(problem.fault)) for problem in shown]
    return render_template(template_name, file=report, counts=counts, pager=pager, problems=told)


@blueprint.get("/<int:import_id>")
@requires(*OFFICE)
def one(import_id: int) -> str:
    return _state(import_id, "office/import.html")


@blueprint.get("/<int:import_id>/keadaan")
@requires(*OFFICE)
def state(import_id: int) -> str:
    """Return the part of the page that changes; it asks again while work is going on."""
    return _state(import_id, "office/import_state.html")


@blueprint.get("/<int:import_id>/masalah.<any(xlsx, csv):form>")
@requires(*OFFICE)
def problem_sheet(import_id: int, form: str) -> Response:
    return send(import_report.problem_sheet(import_id, within(), form, gettext, fault_texts))


@blueprint.post("/<int:import_id>/<any(masukkan, ulang, batal):act>")
@requires(*OFFICE)
def decide(import_id: int, act: str) -> Response:
    acts = {"masukkan": intake.commit, "ulang": intake.retry, "batal": intake.cancel}
    acts[act](import_id, doors(), me().id, within())
    if act == "batal":
        flash(gettext("Berkas dibatalkan dan dihapus; tidak ada yang masuk."), "success")
        return redirect(url_for("office_data.page"))
    return redirect(url_for("office_data.one", import_id=import_id))
