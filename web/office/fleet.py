"""Mobil: the cars of jemput with spaces, plate, driver and hours."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.jemput.fleet import BAD_CAR, CarForm, plate_of
from field.domain.roles import Role
from field.services import fleet
from field.services.fleet import CarView
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.typed import number

blueprint = Blueprint(
    "office_fleet", __name__, url_prefix="/kantor/jemput/mobil", template_folder="templates"
)
Answer = Response | str | tuple[str, int]


def _page(fault: Fault | None = None) -> str:
    return render_template(
        "office/jemput/cars.html", cars=fleet.cars(), typed=request.form,
        fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("/baru")
@requires(Role.ADMIN)
def add() -> Answer:
    try:
        fleet.add(_car(), me().id, doors())
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(gettext("Mobil ditambahkan. Beri sopir pada halaman Petugas."), "success")
    return redirect(url_for(".page"))


def _one(view: CarView, fault: Fault | None = None) -> str:
    return render_template(
        "office/jemput/car.html", one=view, typed=request.form,
        fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


@blueprint.get("/<int:car_id>")
@requires(Role.ADMIN)
def one(car_id: int) -> str:
    return _one(fleet.car_of(car_id))


@blueprint.post("/<int:car_id>")
@requires(Role.ADMIN)
def change(car_id: int) -> Answer:
    try:
        fleet.change(car_id, _car(), me().id, doors(), active="aktif" in request.form)
    except Fault as fault:
        return _one(fleet.car_of(car_id), fault), STATUS[fault.kind.nature]
    flash(gettext("Perubahan mobil tersimpan; rencana berikutnya memakainya."), "success")
    return redirect(url_for(".page"))


def _car() -> CarForm:
    form = request.form
    try:
        spaces = [number(form.get(name, "")) for name in ("kursi", "kursi_roda")]
    except ValueError:
        raise Fault(BAD_CAR) from None
    name = " ".join(form.get("nama", "").split())[:80]
    return CarForm(plate_of(form.get("pelat", "")[:20]), name, *spaces)
