"""Layanan malam at the desk: open evenings, book, mark who came, print the attendance list."""

import secrets
from datetime import time

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.jemput.evening import BookingState, How
from field.services import evenings
from field.services.city import kecamatan_names, office_list
from field.services.evenings import off
from field.services.settings import settings
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.scope import within
from web.typed import day, number

blueprint = Blueprint(
    "office_evenings", __name__, url_prefix="/kantor/jemput/malam", template_folder="templates"
)
MARKS = {
    "datang": BookingState.CAME,
    "tidak": BookingState.ABSENT,
    "batal": BookingState.CANCELLED,
    "kembali": BookingState.STANDS,
}


def _page(fault: Fault | None = None) -> str:
    return render_template(
        "office/jemput/evenings.html", nights=evenings.nights(within(), doors()),
        kecamatan=kecamatan_names(doors().city), places=office_list(doors().city),
        mine=within(), typed=request.form, fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("")
@requires(*OFFICE)
def add() -> Response | tuple[str, int]:
    try:
        evening_id = evenings.open_evening(_new(), me().id, within(), doors())
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(gettext("Layanan malam dibuka dan bisa didaftari."), "success")
    return redirect(url_for(".one", evening_id=evening_id))


def _new() -> evenings.NewEvening:
    form = request.form
    codes = {office.code for office in office_list(doors().city)}
    known = form.get("kecamatan") in kecamatan_names(doors().city) and form.get("tempat") in codes
    try:
        if not known:
            raise ValueError("An evening is held at an office of the city.")
        return evenings.NewEvening(
            form["kecamatan"], form["tempat"], day(form.get("tanggal", "")),
            time.fromisoformat(form.get("mulai", "")), time.fromisoformat(form.get("sampai", "")),
            number(form.get("alat", "")), number(form.get("muat", "")), form.get("catatan", ""),
        )  # fmt: skip
    except ValueError:
        raise Fault(evenings.BAD_EVENING) from None


def _one(evening_id: int, fault: Fault | None = None) -> str:
    return render_template(
        "office/jemput/evening.html", night=evenings.night(evening_id, within()),
        places={office.code: office.name for office in office_list(doors().city)},
        form_key=secrets.token_hex(16), fault=fault_texts(fault) if fault else None,
        typed=request.form, by=evenings.who_called_off(evening_id, within()),
        others=[one for one in evenings.open_nights(doors()) if one.free],
    )  # fmt: skip


@blueprint.get("/<int:evening_id>")
@requires(*OFFICE)
def one(evening_id: int) -> str:
    return _one(evening_id)


@blueprint.post("/<int:evening_id>/daftar")
@requires(*OFFICE)
def book(evening_id: int) -> Response | tuple[str, int]:
    """Book at the desk, or let a walk-in in."""
    form = request.form
    how = How.WALK_IN if form.get("langsung") == "ya" else How.DESK
    wish = evenings.Wish(
        name=form.get("nama", ""), phone=form.get("telepon", ""), how=how,
        form_key=f"desk:{form.get('form_key', '')[:32]}", agreed=form.get("setuju") == "ya",
        user_id=me().id,
    )  # fmt: skip
    try:
        evenings.book(evening_id, wish, within(), doors())
    except Fault as fault:
        return _one(evening_id, fault), STATUS[fault.kind.nature]
    flash(gettext("Pendaftaran tercatat."), "success")
    return redirect(url_for(".one", evening_id=evening_id))


@blueprint.post("/<int:evening_id>/muat")
@requires(*OFFICE)
def capacity(evening_id: int) -> Response | tuple[str, int]:
    try:
        places = number(request.form.get("muat", ""))
        evenings.change_capacity(evening_id, places, me().id, within(), doors())
    except (Fault, ValueError) as error:
        fault = error if isinstance(error, Fault) else Fault(evenings.BAD_EVENING)
        return _one(evening_id, fault), STATUS[fault.kind.nature]
    return redirect(url_for(".one", evening_id=evening_id))


@blueprint.post("/<int:evening_id>/batalkan")
@requires(*OFFICE)
def call_off(evening_id: int) -> Response | tuple[str, int]:
    """Call the whole evening off; everyone is told why and offered another."""
    try:
        told = off.call_off(evening_id, request.form.get("alasan", ""), me().id, within(), doors())
    except Fault as fault:
        return _one(evening_id, fault), STATUS[fault.kind.nature]
    said = gettext(
        "Layanan malam dibatalkan. %(told)s pendaftar dikabari, %(offered)s keluarga yang "
        "dijemput ditawari waktu lain.", told=told.told, offered=told.offered,
    )  # fmt: skip
    flash(said, "success")
    return redirect(url_for(".one", evening_id=evening_id))


@blueprint.post("/<int:evening_id>/<int:booking_id>/pindah")
@requires(*OFFICE)
def move(evening_id: int, booking_id: int) -> Response | tuple[str, int]:
    """Book somebody of a cancelled evening for another one, as he said on the telephone."""
    try:
        to = number(request.form.get("malam", ""))
        off.move_by_desk(booking_id, to, me().id, within(), doors())
    except (Fault, ValueError) as error:
        fault = error if isinstance(error, Fault) else Fault(evenings.BAD_EVENING)
        return _one(evening_id, fault), STATUS[fault.kind.nature]
    flash(gettext("Dipindahkan ke malam lain."), "success")
    return redirect(url_for(".one", evening_id=evening_id))


@blueprint.post(f"/<int:evening_id>/<int:booking_id>/<any({', '.join(MARKS)}):act>")
@requires(*OFFICE)
def mark(evening_id: int, booking_id: int, act: str) -> Response:
    evenings.mark(evening_id, booking_id, MARKS[act], me().id, within(), doors())
    return redirect(url_for(".one", evening_id=evening_id))


@blueprint.get("/<int:evening_id>/hadir")
@requires(*OFFICE)
def attendance(evening_id: int) -> str:
    """The attendance list, to print and sign."""
    return render_template(
        "office/jemput/attendance.html", night=evenings.night(evening_id, within()),
        places={office.code: office.name for office in office_list(doors().city)},
        office=settings(),
    )  # fmt: skip
