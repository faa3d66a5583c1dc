"""Mesin: printers with their outages, operators with their absences, and what a day can print."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.cetak.room import (
    BAD_OUTAGE,
    BAD_SPEED,
    OperatorFacts,
    PrinterFacts,
    Shift,
    read_breaks,
)
from field.domain.fault import Fault
from field.domain.roles import Role
from field.services import print_crew
from field.services.planning import local_today
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import BAD_REQUEST, STATUS, fault_texts
from web.typed import day, number

blueprint = Blueprint(
    "office_printers", __name__, url_prefix="/kantor/cetak/mesin", template_folder="templates"
)
AHEAD = 7
Answer = Response | str | tuple[str, int]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("/baru")
@requires(Role.ADMIN)
def add() -> Answer:
    return _done(
        lambda: print_crew.add_printer(_printer(), me().id, doors()), gettext("Mesin ditambahkan.")
    )


@blueprint.post("/<int:printer_id>")
@requires(Role.ADMIN)
def change(printer_id: int) -> Answer:
    def do() -> None:
        active = request.form.get("aktif") == "ya"
        print_crew.change_printer(printer_id, _printer(), me().id, doors(), active=active)

    return _done(do, gettext("Perubahan mesin tersimpan."))


@blueprint.post("/<int:printer_id>/gangguan")
@requires(Role.ADMIN)
def outage(printer_id: int) -> Answer:
    def do() -> None:
        why = request.form.get("alasan", "")
        print_crew.tell_outage(printer_id, _span(), why, me().id, doors())

    return _done(do, gettext("Gangguan dicatat; perkiraan hari ini dihitung ulang."))


@blueprint.post("/gangguan/<int:broken_id>/selesai")
@requires(Role.ADMIN)
def runs_again(broken_id: int) -> Answer:
    return _done(
        lambda: print_crew.end_outage(broken_id, me().id, doors()),
        gettext("Mesin dicatat jalan lagi."),
    )


@blueprint.post("/operator")
@requires(Role.ADMIN)
def hire() -> Answer:
    return _done(
        lambda: print_crew.add_operator(_operator(), me().id, doors()),
        gettext("Operator ditambahkan."),
    )


@blueprint.post("/operator/<int:operator_id>")
@requires(Role.ADMIN)
def change_operator(operator_id: int) -> Answer:
    def do() -> None:
        active = request.form.get("aktif") == "ya"
        print_crew.change_operator(operator_id, _operator(), me().id, doors(), active=active)

    return _done(do, gettext("Perubahan operator tersimpan."))


@blueprint.post("/operator/<int:operator_id>/tidak-masuk")
@requires(Role.ADMIN)
def away(operator_id: int) -> Answer:
    def do() -> None:
        away = "back" not in request.form
        print_crew.mark_away(operator_id, _day("tanggal"), me().id, doors(), away=away)

    return _done(do, gettext("Tercatat."))


def _page(fault: Fault | None = None) -> str:
    today, now = local_today(doors()), doors().clock.now().astimezone(doors().zone)
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD)]
    return render_template(
        "office/cetak/printers.html", printers=print_crew.printers(),
        operators=print_crew.operators(), days=print_crew.outputs(days, doors()), today=today,
        now=now, now_local=f"{now:%Y-%m-%dT%H:%M}", whole=me().role is Role.ADMIN,
        fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


def _done(act: Callable[[], object], said: str) -> Answer:
    try:
        act()
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(said, "success")
    return redirect(url_for(".page"))


def _shift() -> Shift:
    form = request.form
    weekdays = "".join(sorted(set(form.getlist("hari"))))
    return Shift(form.get("mulai", ""), form.get("sampai", ""), weekdays)


def _printer() -> PrinterFacts:
    form = request.form
    try:
        speed, warm_up = number(form.get("kecepatan", "")), number(form.get("pemanasan", ""))
    except ValueError:
        raise Fault(BAD_SPEED) from None
    return PrinterFacts(form.get("nama", ""), speed, warm_up, _shift())


def _operator() -> OperatorFacts:
    form = request.form
    breaks = read_breaks(form.get("istirahat", ""))
    return OperatorFacts(form.get("nama", ""), _shift(), form.get("libur") == "ya", breaks)


def _span() -> tuple[datetime, datetime | None]:
    form = request.form
    try:
        starts = _moment(form.get("mulai", ""))
        ends = _moment(form["selesai"]) if form.get("selesai") else None
    except ValueError:
        raise Fault(BAD_OUTAGE) from None
    return starts, ends


def _moment(text: str) -> datetime:
    """Read what a browser's field for day and time sends, in the city's own hours."""
    day(text[:10])
    return datetime.fromisoformat(text[:16]).replace(tzinfo=doors().zone)


def _day(name: str) -> date:
    try:
        return day(request.form.get(name, ""))
    except ValueError:
        raise Fault(BAD_REQUEST) from None
