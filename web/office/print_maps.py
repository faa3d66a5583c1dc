"""Maps to print: one route, or all of a day with an overview in front."""

from datetime import date
from functools import partial

from flask import Blueprint, redirect, render_template, url_for
from flask_babel import get_locale, gettext
from werkzeug.wrappers import Response

from field.domain.route_sheet import RouteSheet
from field.services.printing import Wanted, ask_sheets
from field.services.route_sheets import sheet_of
from web.access import OFFICE, me, requires
from web.doors import doors
from web.office.day import my_kecamatan
from web.office.print import as_page, paper_of, pdf
from web.paper.ground import ground_on
from web.paper.map_documents import map_documents, map_parts, overview_parts
from web.paper.pdf import pdf_of

blueprint = Blueprint(
    "office_print_maps", __name__, url_prefix="/kantor/lembar/peta", template_folder="templates"
)


@blueprint.get("/<iso:day>")
@requires(*OFFICE)
def whole_day(day: date) -> Response | str:
    many = gettext("Petanya banyak: tekan Siapkan, berkasnya digambar di latar belakang.")
    return paper_of(day, _page, partial(_pdf, name=f"peta-{day}.pdf"), many)


@blueprint.post("/<iso:day>/siapkan")
@requires(*OFFICE)
def prepare(day: date) -> Response:
    wanted = Wanted(day, my_kecamatan(), str(get_locale()), "maps")
    job_id = ask_sheets(wanted, me().id, doors())
    return redirect(url_for("office_print.waiting", job_id=job_id))


@blueprint.get("/rute/<int:manifest_id>")
@requires(*OFFICE)
def route(manifest_id: int) -> Response | str:
    sheet = sheet_of(manifest_id, my_kecamatan(), doors())
    if as_page():
        return _page([sheet])
    return _pdf([sheet], f"peta-{sheet.number}-{sheet.date}.pdf")


def _pdf(sheets: list[RouteSheet], name: str) -> Response:
    documents = map_documents(sheets, ground_on(sheets[0].date))
    return pdf(pdf_of(documents, gettext("Peta rute")), name)


def _page(sheets: list[RouteSheet]) -> str:
    ground = ground_on(sheets[0].date)
    return render_template(
        "office/paper/map_view.html",
        overview=overview_parts(sheets, ground) if len(sheets) > 1 else None,
        routes=[map_parts(sheet, ground) for sheet in sheets],
    )
