"""Peta under Laporan: cards that wait, coverage and success by kelurahan, map and table."""

from datetime import timedelta

from flask import Blueprint, render_template, request, url_for
from flask_babel import get_locale, gettext
from werkzeug.wrappers import Response

from field.domain.area import Period
from field.domain.fault import Fault
from field.services.coverage import Labels, coverage_file, coverage_of
from field.services.waiting import heat_of, waiting_of
from web import typed
from web.access import OFFICE, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.coverage_map import MEASURES, coverage_map
from web.office.day import BAD_DATE, my_kecamatan, today
from web.office.frames import framed, ground
from web.office.sending import send
from web.office.waiting_map import waiting_map

blueprint = Blueprint(
    "office_areas", __name__, url_prefix="/kantor/laporan/peta", template_folder="templates"
)
WAYS = ("kelompok", "panas")
USUAL = timedelta(days=13)  # two weeks, both ends within


@blueprint.get("/menunggu")
@requires(*OFFICE)
def waiting() -> str:
    kecamatan, way = my_kecamatan(), _one_of("cara", WAYS)
    return render_template(
        "office/areas/waiting.html",
        kecamatan=kecamatan,
        way=way,
        waiting=waiting_of(kecamatan, doors()),
        frame=url_for(".waiting_frame", kecamatan=kecamatan, cara=way),
    )


@blueprint.get("/menunggu/isi")
@requires(*OFFICE)
def waiting_frame() -> Response:
    kecamatan = my_kecamatan()
    cells = heat_of(kecamatan) if _one_of("cara", WAYS) == "panas" else None
    area, below = (doors().city, kecamatan), ground()
    found = waiting_of(kecamatan, doors())
    return framed(waiting_map(found, cells, area, str(get_locale()), below), below)


@blueprint.get("/cakupan")
@requires(*OFFICE)
def coverage() -> str | tuple[str, int]:
    kecamatan, measure = my_kecamatan(), _one_of("ukur", MEASURES)
    fault, period = None, _usual_period()
    try:
        period = _period()
    except Fault as wrong:
        fault = wrong
    page = render_template(
        "office/areas/coverage.html",
        kecamatan=kecamatan,
        measure=measure,
        period=period,
        rows=coverage_of(period, kecamatan, doors()),
        here={"kecamatan": kecamatan, "dari": period.first, "sampai": period.last},
        fault=fault_texts(fault) if fault else None,
    )
    return (page, STATUS[fault.kind.nature]) if fault else page


@blueprint.get("/cakupan/isi")
@requires(*OFFICE)
def coverage_frame() -> Response:
    kecamatan, measure = my_kecamatan(), _one_of("ukur", MEASURES)
    rows = coverage_of(_period(), kecamatan, doors())
    area, below = (doors().city, kecamatan), ground()
    return framed(coverage_map(rows, measure, area, str(get_locale()), below), below)


@blueprint.get("/cakupan.<any(csv, xlsx):form>")
@requires(*OFFICE)
def coverage_download(form: str) -> Response:
    period = _period()
    rows = coverage_of(period, my_kecamatan(), doors())
    return send(coverage_file(rows, _labels(), form, period))


def _labels() -> Labels:
    return Labels(
        title=gettext("Cakupan"),
        head=(
            gettext("Kelurahan"),
            gettext("Kecamatan"),
            gettext("Kartu"),
            gettext("Diterima"),
            gettext("Menunggu"),
            gettext("Cakupan (%)"),
            gettext("Kunjungan diserahkan"),
            gettext("Kunjungan tidak berhasil"),
            gettext("Keberhasilan (%)"),
        ),
    )


def _one_of(name: str, known: tuple[str, ...]) -> str:
    chosen = request.args.get(name, known[0])
    return chosen if chosen in known else known[0]


def _usual_period() -> Period:
    return Period(today() - USUAL, today())


def _period() -> Period:
    usual = _usual_period()
    first, last = request.args.get("dari", ""), request.args.get("sampai", "")
    try:
        return Period(
            typed.day(first) if first else usual.first, typed.day(last) if last else usual.last
        )
    except ValueError:
        raise Fault(BAD_DATE, value=f"{first} {last}"[:20]) from None
