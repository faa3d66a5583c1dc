"""Paper for the day: route sheets as one PDF, or as a page that the browser prints."""

from collections.abc import Callable
from datetime import date

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import get_locale, gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.route_sheet import RouteSheet
from field.services.jobs import job_of
from field.services.printing import NO_ROUTES, Wanted, ask_sheets, read_sheets
from field.services.route_sheets import days_with_sheets, sheet_of, sheets_of
from web.access import OFFICE, me, requires
from web.doors import doors
from web.leg_words import leg_line
from web.office.day import chosen_day, my_kecamatan
from web.office.jobs import describe, owner
from web.paper.documents import (
    brief_document,
    handpicked,
    label_document,
    route_document,
    sheet_parts,
)
from web.paper.ground import ground_on
from web.paper.pdf import can_make_pdf, pdf_of
from web.paper.qr import qr

blueprint = Blueprint(
    "office_print", __name__, url_prefix="/kantor/lembar", template_folder="templates"
)

# Measured: about 0.03 s a stop on one core. More than this goes by a job with a bar.
AT_ONCE = 90


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    day, kecamatan = chosen_day(), my_kecamatan()
    sheets = sheets_of(day, kecamatan, doors())
    return render_template(
        "office/print.html",
        day=day,
        kecamatan=kecamatan,
        sheets=sheets,
        days=days_with_sheets(kecamatan, day),
        few=at_once(sheets),
    )


@blueprint.get("/<iso:day>")
@requires(*OFFICE)
def whole_day(day: date) -> Response | str:
    def drawn(sheets: list[RouteSheet]) -> Response:
        documents = [route_document(sheet, ground_on(day)) for sheet in sheets]
        return pdf(pdf_of(documents, gettext("Rute %(number)s", number=day)), f"rute-{day}.pdf")

    many = gettext("Rutenya banyak: tekan Siapkan, berkasnya digambar di latar belakang.")
    return paper_of(day, _page, drawn, many)


@blueprint.post("/<iso:day>/siapkan")
@requires(*OFFICE)
def prepare(day: date) -> Response:
    wanted = Wanted(day, my_kecamatan(), str(get_locale()))
    job_id = ask_sheets(wanted, me().id, doors())
    return redirect(url_for("office_print.waiting", job_id=job_id))


@blueprint.get("/siap/<job_id>")
@requires(*OFFICE)
def waiting(job_id: str) -> str:
    row = describe(job_of(job_id, owner(), doors()))
    return render_template("office/print_waiting.html", row=row)


@blueprint.get("/siap/<job_id>/keadaan")
@requires(*OFFICE)
def ready(job_id: str) -> Response:
    """Send the waiting page on to the file, once it is drawn."""
    done = job_of(job_id, owner(), doors()).state == "done"
    answer = current_app.response_class(status=204)
    if done:
        answer.headers["HX-Redirect"] = url_for("office_print.file", job_id=job_id)
    return answer


@blueprint.get("/berkas/<job_id>")
@requires(*OFFICE)
def file(job_id: str) -> Response:
    return pdf(read_sheets(job_id, owner(), doors()), "rute.pdf")


@blueprint.get("/rute/<int:manifest_id>")
@requires(*OFFICE)
def route(manifest_id: int) -> Response | str:
    sheet = sheet_of(manifest_id, my_kecamatan(), doors())
    if as_page():
        return _page([sheet])
    name = f"rute-{sheet.number}-{sheet.date}.pdf"
    title = gettext("Rute %(number)s", number=sheet.number)
    return pdf(pdf_of([route_document(sheet, ground_on(sheet.date))], title), name)


@blueprint.get("/arahan/<int:manifest_id>")
@requires(*OFFICE)
def brief(manifest_id: int) -> Response | str:
    sheet = sheet_of(manifest_id, my_kecamatan(), doors())
    if as_page():
        return _page([handpicked(sheet)], "brief")
    title = gettext("Arahan kunjungan")
    document = brief_document(sheet, ground_on(sheet.date))
    return pdf(pdf_of([document], title), f"arahan-{sheet.date}.pdf")


@blueprint.get("/label/<int:manifest_id>")
@requires(*OFFICE)
def labels(manifest_id: int) -> Response | str:
    document = label_document(sheet_of(manifest_id, my_kecamatan(), doors()))
    if as_page():
        return document
    return pdf(pdf_of([document], gettext("Label amplop")), f"label-{manifest_id}.pdf")


def pdf(body: bytes, name: str) -> Response:
    """Answer a PDF that opens in the browser; its viewer needs more than our policy allows."""
    response = current_app.response_class(body, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Content-Security-Policy"] = "frame-ancestors 'self'"
    return response


def _page(sheets: list[RouteSheet], kind: str = "route") -> str:
    ground = ground_on(sheets[0].date)
    routes = [(sheet, sheet_parts(sheet, ground)) for sheet in sheets]
    return render_template(
        "office/paper/view.html", routes=routes, kind=kind, qr=qr, leg_line=leg_line
    )


def paper_of(
    day: date,
    page: Callable[[list[RouteSheet]], str],
    drawn: Callable[[list[RouteSheet]], Response],
    many: str,
) -> Response | str:
    """Answer a day's paper: as a page, drawn at once, or with a word that there is too much."""
    sheets = sheets_of(day, my_kecamatan(), doors())
    if not sheets:
        raise Fault(NO_ROUTES)
    if as_page():
        return page(sheets)
    if not at_once(sheets):
        flash(many)
        return redirect(url_for("office_print.page", tanggal=day, kecamatan=my_kecamatan()))
    return drawn(sheets)


def as_page() -> bool:
    return request.args.get("tampilan") == "html" or not can_make_pdf()


def at_once(sheets: list[RouteSheet]) -> bool:
    return sum(len(sheet.stops) for sheet in sheets) <= AT_ONCE or not can_make_pdf()
