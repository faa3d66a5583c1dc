"""Petugas: who carries cards and where, who is away, whose doors are chosen by hand."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.courier import VEHICLES, Beat
from field.domain.fault import Fault
from field.domain.roles import Role
from field.services import accounts, crew, faces, fleet, handpicks, planning
from field.services.accounts import NewAccount
from field.services.city import office_list
from field.services.crew import CourierView
from web import typed
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts

blueprint = Blueprint(
    "office_people", __name__, url_prefix="/kantor/petugas", template_folder="templates"
)
Answer = Response | str | tuple[str, int]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return render_template(
        "office/people.html",
        couriers=crew.couriers_of(_scope(), doors()),
        vehicles=VEHICLES,
        cars=dict(fleet.choices()),
        today=planning.local_today(doors()),
    )


@blueprint.get("/baru")
@requires(*OFFICE)
def new() -> str:
    return _form(None)


@blueprint.post("/baru")
@requires(*OFFICE)
def add() -> Answer:
    """Open an account, or take one that is there, and make it a courier."""
    try:
        beat = _beat()
        crew.check_beat(beat, _scope(), doors())  # before there is an account without a use
        user_id = request.form.get("user", type=typed.number) or _account(beat)
        crew.add_courier(user_id, beat, _scope(), doors(), me().id)
    except Fault as fault:
        return _form(None, fault), STATUS[fault.kind.nature]
    flash(gettext("Petugas ditambahkan."), "success")
    return redirect(url_for("office_people.page"))


@blueprint.get("/<int:courier_id>")
@requires(*OFFICE)
def edit(courier_id: int) -> str:
    return _form(crew.courier_of(courier_id, _scope(), doors()))


@blueprint.post("/<int:courier_id>")
@requires(*OFFICE)
def change(courier_id: int) -> Answer:
    known = crew.courier_of(courier_id, _scope(), doors())
    try:
        crew.change_courier(courier_id, _beat(), _scope(), doors(), me().id)
    except Fault as fault:
        return _form(known, fault), STATUS[fault.kind.nature]
    flash(gettext("Perubahan petugas tersimpan."), "success")
    return redirect(url_for("office_people.page"))


@blueprint.get("/<int:courier_id>/foto")
@requires(*OFFICE)
def face(courier_id: int) -> Response:
    found = faces.face(courier_id, _scope(), doors())
    return current_app.response_class(found.body, mimetype=found.media_type)


@blueprint.post("/<int:courier_id>/foto")
@requires(*OFFICE)
def set_face(courier_id: int) -> Answer:
    """Keep the photo that families compare at the door; without a file it is taken away."""
    file = request.files.get("foto")
    try:
        faces.keep(courier_id, file.read() if file else b"", _scope(), me().id, doors())
    except Fault as fault:
        known = crew.courier_of(courier_id, _scope(), doors())
        return _form(known, fault), STATUS[fault.kind.nature]
    flash(gettext("Foto petugas tersimpan."), "success")
    return redirect(url_for("office_people.edit", courier_id=courier_id))


@blueprint.post("/<int:courier_id>/aktif")
@requires(*OFFICE)
def set_active(courier_id: int) -> Response:
    active = request.form.get("active") == "1"
    crew.set_courier_active(courier_id, active, _scope(), doors(), me().id)
    return redirect(url_for("office_people.page"))


@blueprint.post("/<int:courier_id>/tidak-masuk")
@requires(*OFFICE)
def away(courier_id: int) -> Response:
    act = crew.mark_back if "back" in request.form else crew.mark_away
    act(courier_id, _day(), _scope(), doors(), me().id)
    return redirect(url_for("office_people.page"))


@blueprint.get("/<int:courier_id>/pilihan")
@requires(*OFFICE)
def picks(courier_id: int) -> str:
    """Show the doors chosen for somebody on a day, with a search for more."""
    text = request.args.get("cari", "")
    return render_template(
        "office/picks.html",
        courier_id=courier_id,
        name=_name_of(courier_id),
        day=_day(),
        today=planning.local_today(doors()),
        picked=handpicks.picks_of(courier_id, _day(), _scope()),
        text=text,
        found=handpicks.find_doors(text, _scope()),
    )


@blueprint.post("/<int:courier_id>/pilihan")
@requires(*OFFICE)
def pick(courier_id: int) -> Response:
    household = request.form.get("household", 0, type=typed.number)
    if "remove" in request.form:
        handpicks.unpick(household, _day(), _scope(), doors(), me().id)
    else:
        handpicks.pick(courier_id, household, _day(), _scope(), doors(), me().id)
    text = request.form.get("cari") or None
    return redirect(
        url_for("office_people.picks", courier_id=courier_id, tanggal=_day(), cari=text)
    )


def _form(known: CourierView | None, fault: Fault | None = None) -> str:
    return render_template(
        "office/person.html",
        known=known,
        spare=crew.spare_accounts() if known is None else (),
        vehicles=VEHICLES,
        cars=fleet.choices(),
        offices=office_list(doors().city),
        form=request.form,
        chosen=set(request.form.getlist("territory")),
        fault=fault_texts(fault) if fault else None,
    )


def _beat() -> Beat:
    form = request.form
    beat = Beat(
        title=form.get("title", "").strip()[:80],
        vehicle=form.get("vehicle", ""),
        start_office=form.get("start_office", ""),
        end_office=form.get("end_office") or form.get("start_office", ""),
        territory=frozenset(form.getlist("territory")),
        shift_start=form.get("shift_start") or None,
        shift_end=form.get("shift_end") or None,
        only_handpicked="only_handpicked" in form,
        car_id=form.get("car", type=typed.number),
        has_kit="has_kit" in form,
    )
    if not form.get("max_stops"):
        return beat
    return replace(beat, max_stops=form.get("max_stops", 0, type=typed.number))


def _account(beat: Beat) -> int:
    form = request.form
    account = NewAccount(
        form.get("username", "").strip(),
        form.get("name", "").strip()[: accounts.LONGEST_NAME],
        Role.DRIVER if beat.car_id else Role.COURIER, form.get("password", ""),
    )  # fmt: skip
    return accounts.create_user(account, doors(), me().id).id


def _name_of(courier_id: int) -> str:
    return next((c.name for c in crew.couriers_of(_scope(), doors()) if c.id == courier_id), "-")


def _day() -> date:
    try:
        return typed.day(request.values["tanggal"])
    except (KeyError, ValueError):
        return planning.first_day(doors())


def _scope() -> str | None:
    return me().kecamatan
