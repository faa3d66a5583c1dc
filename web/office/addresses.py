"""Alamat: weak points on a map and in a list; a person drags the pin to the door."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.candidate import PART_WORDS
from field.domain.fault import Fault, FaultKind
from field.domain.place import CONFIDENCE_WORDS, Confidence
from field.domain.weak_points import WeakFilter
from field.services import addressing, city
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.paging import Pager, page_number
from web.office.scope import within

blueprint = Blueprint(
    "office_addresses", __name__, url_prefix="/kantor/alamat", template_folder="templates"
)


def chosen() -> WeakFilter:
    return WeakFilter(request.args.get("kelurahan", ""), request.args.get("keyakinan", ""))


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    pager = Pager(page_number(), addressing.count_weak(within(), chosen()))
    weak = addressing.weak(chosen(), within(), pager.page, doors())
    weak_kinds = [confidence for confidence in Confidence if confidence.weak]
    return render_template(
        "office/addresses.html", weak=weak, pager=pager, chosen=chosen(), kecamatan=within(),
        words=CONFIDENCE_WORDS, parts=PART_WORDS, weak_kinds=weak_kinds, said=fault_texts,
        Fault=Fault,
    )  # fmt: skip


@blueprint.get("/batas.json")
@requires(*OFFICE)
def boundaries() -> Response:
    response = jsonify(city.boundaries(doors().city, within()))
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@blueprint.post("/<int:household_id>")
@requires(*OFFICE)
def pin(household_id: int) -> Response | str | tuple[str, int]:
    """Take a dragged or typed point; answer with the one door, or go back to the list."""
    try:
        point = addressing.read_point(request.form.get("titik", ""), doors())
        clash = addressing.set_pin(household_id, point, me().id, within(), doors())
    except Fault as fault:
        return _door(household_id, fault=fault), 422
    if "HX-Request" in request.headers:
        return _door(household_id, saved=True)
    flash(_saved_words(clash), "success")
    return redirect(url_for("office_addresses.page"))


def _saved_words(clash: FaultKind | None) -> str:
    saved: str = gettext("Titik tersimpan.")
    return f"{saved} {fault_texts(Fault(clash))['message']}" if clash else saved


def _door(household_id: int, *, fault: Fault | None = None, saved: bool = False) -> str:
    door = addressing.door(household_id, within(), doors())
    part = "HX-Request" in request.headers
    return render_template(
        "office/address_item.html" if part else "office/address_one.html",
        door=door, words=CONFIDENCE_WORDS, parts=PART_WORDS,
        fault=fault_texts(fault) if fault else None,
        saved=saved, typed=request.form.get("titik", "") if fault else "", Fault=Fault,
        said=fault_texts, number=request.form.get("nomor", ""),
    )  # fmt: skip
