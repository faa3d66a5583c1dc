"""Blangko: how many blanks there are, which are expected, and where the others went."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.cetak.blanks import BAD_COUNT, BLANK_WORDS, MOST
from field.domain.fault import Fault
from field.domain.roles import Role
from field.services import blank_stock
from field.services.planning import local_today
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import BAD_REQUEST, STATUS, fault_texts
from web.typed import day, number

blueprint = Blueprint(
    "office_blanks", __name__, url_prefix="/kantor/cetak/blangko", template_folder="templates"
)
Answer = Response | str | tuple[str, int]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("/<any(datang, hitung, rusak):act>")
@requires(Role.ADMIN)
def write(act: str) -> Answer:
    do = {
        "datang": blank_stock.arrived,
        "hitung": blank_stock.counted,
        "rusak": blank_stock.spoiled,
    }[act]
    return _done(lambda: do(_count(), request.form.get("catatan", ""), me().id, doors()))


@blueprint.post("/kiriman")
@requires(Role.ADMIN)
def expect() -> Answer:
    def do() -> None:
        note = request.form.get("catatan", "")
        blank_stock.expect(_day(), _count(), note, me().id, doors())

    return _done(do)


@blueprint.post("/kiriman/<int:delivery_id>")
@requires(Role.ADMIN)
def settle(delivery_id: int) -> Answer:
    def do() -> None:
        came = None if request.form.get("act") == "batal" else _count()
        blank_stock.settle(delivery_id, came, me().id, doors())

    return _done(do)


def _page(fault: Fault | None = None) -> str:
    return render_template(
        "office/cetak/blanks.html", book=blank_stock.book(), words=BLANK_WORDS,
        today=local_today(doors()), whole=me().role is Role.ADMIN, typed=request.form,
        fault=fault_texts(fault) if fault else None,
    )  # fmt: skip


def _done(act: Callable[[], object]) -> Answer:
    try:
        act()
    except Fault as fault:
        return _page(fault), STATUS[fault.kind.nature]
    flash(gettext("Tercatat."), "success")
    return redirect(url_for(".page"))


def _count() -> int:
    try:
        return number(request.form.get("jumlah", "").replace(".", ""))
    except ValueError:
        raise Fault(BAD_COUNT, least=1, most=MOST) from None


def _day() -> date:
    try:
        return day(request.form.get("tanggal", ""))
    except ValueError:
        raise Fault(BAD_REQUEST) from None
