"""Laporan: one day per courier, on screen and as a sheet."""

from flask import Blueprint, current_app, render_template
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import NOT_FOUND, Fault
from field.services.day_report import FORMATS, Labels, report_file, report_of
from web.access import OFFICE, requires
from web.doors import doors
from web.office.day import chosen_day, my_kecamatan

blueprint = Blueprint(
    "office_reports", __name__, url_prefix="/kantor/laporan", template_folder="templates"
)


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    day = chosen_day()
    report = report_of(day, my_kecamatan(), doors())
    return render_template("office/reports.html", day=day, report=report, head=_labels().head)


@blueprint.get("/hari.<kind>")
@requires(*OFFICE)
def download(kind: str) -> Response:
    if kind not in FORMATS:
        raise Fault(NOT_FOUND, what=gettext("Berkas"))
    day = chosen_day()
    report = report_of(day, my_kecamatan(), doors())
    response = current_app.response_class(report_file(report, _labels(), kind))
    response.mimetype = FORMATS[kind]
    name = f"laporan-{day.isoformat()}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _labels() -> Labels:
    return Labels(
        title=gettext("Laporan hari"),
        head=(
            gettext("Rute"),
            gettext("Petugas"),
            gettext("Jabatan"),
            gettext("Perhentian"),
            gettext("Diserahkan"),
            gettext("Tidak berhasil"),
            gettext("Perlu diperiksa"),
            gettext("Menunggu"),
            gettext("Kartu diterima"),
            gettext("Pintu pertama"),
            gettext("Pintu terakhir"),
            gettext("Jarak rencana (m)"),
        ),
    )
