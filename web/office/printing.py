"""Cetak: the print queue by kelurahan and RW, the days ahead, batches made of areas."""

import re
from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.card import Place
from field.domain.cetak.batch import BatchOrder
from field.domain.cetak.outlook import empty_on, short_on
from field.domain.fault import Fault
from field.domain.roles import Role
from field.services import blank_stock, print_batches, print_crew, print_queue, print_room
from field.services.planning import local_today
from field.services.print_room import Who
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.scope import within
from web.typed import day, number

blueprint = Blueprint(
    "office_printing", __name__, url_prefix="/kantor/cetak", template_folder="templates"
)
AHEAD = 14  # days that the forecast shows
MOST_CODES = 500
Answer = Response | str | tuple[str, int]


def who() -> Who:
    return Who(me().id, within())


def codes(name: str = "codes") -> list[str]:
    """Return the codes that were typed or scanned."""
    typed = re.split(r"[\s,;]+", request.form.get(name, "").strip())
    return [code for code in typed if code][:MOST_CODES]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("/kelompok-baru")
@requires(*OFFICE)
def make() -> Answer:
    """Make a batch of each kelurahan that was chosen, or of the chosen RW of one."""
    try:
        made = print_batches.make_batches(_orders(), within(), me().id, doors())
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    ids = [batch for batch in made if batch]
    flash(gettext("%(count)s kelompok cetak dibuat.", count=len(ids)), "success")
    if len(ids) == 1:
        return redirect(url_for("office_batches.one", batch_id=ids[0]))
    return redirect(url_for("office_batches.page"))


@blueprint.get("/antrean/<kelurahan>")
@requires(*OFFICE)
def quarter(kelurahan: str) -> str:
    found = print_queue.quarter(kelurahan, within(), doors())
    return render_template("office/cetak/quarter.html", one=found, room=print_crew.room()[0])


@blueprint.post("/batal")
@requires(*OFFICE)
def cancel() -> Answer:
    """Take records off the queue by their codes."""
    written = print_room.cancel(codes(), request.form.get("alasan", ""), who(), doors())
    flash(gettext("%(count)s kartu dikeluarkan dari antrean.", count=written.cards), "success")
    if written.mismatches:
        return _page(mismatches=[fault_texts(fault) for fault in written.mismatches])
    return redirect(url_for(".page"))


@blueprint.post("/batal/<int:act_id>/cabut")
@requires(*OFFICE)
def uncancel(act_id: int) -> Response:
    print_room.undo(act_id, who(), doors())
    flash(gettext("Kartunya kembali ke antrean."), "success")
    return redirect(url_for(".page"))


def _page(fault: Fault | None = None, mismatches: list[dict[str, str]] | None = None) -> str:
    today = local_today(doors())
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD)]
    outputs = print_crew.outputs(days, doors())
    ahead = print_queue.days_ahead([(one.day, one.cards) for one in outputs], doors())
    return render_template(
        "office/cetak/queue.html",
        queue=print_queue.queue(within(), doors()), places=Place, today=outputs[0],
        ahead=ahead, empty_on=empty_on(ahead), short_on=short_on(ahead),
        joined=print_queue.joined(doors()), stock=blank_stock.stock(),
        trips=len(print_queue.cards_for_trips(doors())), cancelled=print_queue.cancelled(within()),
        machines=print_crew.room()[0], whole=me().role is Role.ADMIN,
        fault=fault_texts(fault) if fault else None, mismatches=mismatches or [],
    )  # fmt: skip


def _orders() -> list[BatchOrder]:
    form = request.form
    meant = day(form["hari"]) if form.get("hari") else None
    printer = number(form["mesin"]) if form.get("mesin") else None
    most = number(form["paling"]) if form.get("paling") else None
    rws = tuple(form.getlist("rw"))
    return [
        BatchOrder(code, rws=rws, rt=form.get("rt", ""), limit=most, day=meant, printer=printer)
        for code in form.getlist("kelurahan")
    ]
