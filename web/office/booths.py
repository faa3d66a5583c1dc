"""Alat rekam: devices by office with their hours; what fails, and who gets another turn."""

from collections.abc import Iterable
from datetime import datetime, time

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.jemput.fleet import BAD_BOOTH, BAD_OUTAGE, BoothForm, OutageForm
from field.services import booths, outages
from field.services.booths import BoothView
from field.services.city import office_list
from field.services.outages import Effect, Reporter
from field.services.planning import local_today
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.scope import within
from web.typed import day

blueprint = Blueprint(
    "office_booths", __name__, url_prefix="/kantor/jemput/alat", template_folder="templates"
)
Answer = Response | str | tuple[str, int]
_RECORD = ("disdukcapil", "mpp", "kecamatan")  # where people are recorded


def _offices() -> dict[str, str]:
    """Return the names of the offices that this person may write devices down for."""
    bound = within()
    return {
        office.code: office.name
        for office in office_list(doors().city)
        if office.kind in _RECORD and (bound is None or office.code.startswith(bound))
    }


def _page(fault: Fault | None = None) -> str:
    views = booths.booths_of(within(), doors())
    by_office = {code: _of(views, code) for code in _offices()}
    return render_template(
        "office/jemput/booths.html", offices=_offices(), typed=request.form,
        groups={code: rows for code, rows in by_office.items() if rows},
        fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


def _of(views: Iterable[BoothView], office: str) -> list[BoothView]:
    return [view for view in views if view.booth.office == office]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("")
@requires(*OFFICE)
def add() -> Answer:
    try:
        booths.add(_booth(), within(), me().id, doors())
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(gettext("Alat rekam ditambahkan; rencana berikutnya memakainya."), "success")
    return redirect(url_for(".page"))


def _one(booth_id: int, fault: Fault | None = None) -> str:
    view = booths.booth_of(booth_id, within(), doors())
    return render_template(
        "office/jemput/booth.html", one=view, offices=_offices(), typed=request.form,
        moved=booths.moved_at(view.booth.office, doors()), today=local_today(doors()),
        now=doors().clock.now(), fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


@blueprint.get("/<int:booth_id>")
@requires(*OFFICE)
def one(booth_id: int) -> str:
    return _one(booth_id)


@blueprint.post("/<int:booth_id>")
@requires(*OFFICE)
def change(booth_id: int) -> Answer:
    active = "aktif" in request.form
    try:
        booths.change(booth_id, _booth(), within(), me().id, doors(), active=active)
    except Fault as fault:
        return _one(booth_id, fault), STATUS[fault.kind.nature]
    flash(gettext("Perubahan alat rekam tersimpan."), "success")
    return redirect(url_for(".page"))


@blueprint.post("/<int:booth_id>/rusak")
@requires(*OFFICE)
def broken(booth_id: int) -> Answer:
    """Write an outage down; who loses a turn gets another one at once."""
    try:
        effect = outages.report(booth_id, _outage(), Reporter(me().id, within()), doors())
    except Fault as fault:
        return _one(booth_id, fault), STATUS[fault.kind.nature]
    flash(_said(effect), "success")
    return redirect(url_for(".one", booth_id=booth_id))


@blueprint.post("/kerusakan/<int:outage_id>/pulih")
@requires(*OFFICE)
def repaired(outage_id: int) -> Response:
    booth_id = outages.repaired(outage_id, Reporter(me().id, within()), doors())
    flash(gettext("Alat rekam dicatat sudah bisa dipakai."), "success")
    return redirect(url_for(".one", booth_id=booth_id))


def _said(effect: Effect) -> str:
    if effect == Effect():
        return str(gettext("Kerusakan tercatat. Tidak ada giliran yang hilang."))
    parts = [gettext("Kerusakan tercatat.")]
    if effect.moved:
        parts.append(gettext("%(count)s giliran pindah jam.", count=effect.moved))
    if effect.postponed:
        parts.append(gettext("%(count)s keluarga ditawari hari lain.", count=effect.postponed))
    if effect.stranded:
        said = gettext("%(count)s orang sudah di jalan tanpa giliran: telepon sekarang.",
                       count=effect.stranded)  # fmt: skip
        parts.append(said)
    return " ".join(map(str, parts))


def _booth() -> BoothForm:
    form = request.form
    office, name = form.get("kantor", ""), " ".join(form.get("nama", "").split())
    if office not in _codes():
        raise Fault(BAD_BOOTH)
    return BoothForm(office, name, form.get("buka") or None, form.get("tutup") or None)


def _codes() -> set[str]:
    return {office.code for office in office_list(doors().city)}


def _outage() -> OutageForm:
    form = request.form
    try:
        begins = _moment(form.get("tanggal", ""), form.get("mulai", ""))
        ends = form.get("sampai", "")
        return OutageForm(
            begins,
            _moment(form.get("sampai_tanggal") or form.get("tanggal", ""), ends) if ends else None,
            form.get("sebab", "")[:300],
        )
    except ValueError:
        raise Fault(BAD_OUTAGE) from None


def _moment(on: str, at: str) -> datetime:
    return datetime.combine(day(on), time.fromisoformat(at), doors().zone)
