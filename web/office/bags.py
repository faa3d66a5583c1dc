"""Cards between hands: the bag in the morning, the count in the evening, cards taken out."""

import re

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.card import PLACE_WORDS
from field.services.custody import (
    Counted,
    bag_of,
    count_in,
    hand_over,
    holdings,
    leave_at_rt,
    withdraw,
)
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.day import my_kecamatan

blueprint = Blueprint(
    "office_bags", __name__, url_prefix="/kantor/hari-ini", template_folder="templates"
)
MOST_CODES = 500


@blueprint.get("/rute/<int:manifest_id>/tas")
@requires(*OFFICE)
def bag(manifest_id: int) -> str:
    return _bag_page(manifest_id, [])


@blueprint.post("/rute/<int:manifest_id>/tas")
@requires(*OFFICE)
def give(manifest_id: int) -> Response | str:
    counted = hand_over(manifest_id, _codes(), my_kecamatan(), me().id, doors())
    flash(gettext("%(count)s kartu diserahkan kepada petugas.", count=counted.moved), "success")
    if counted.mismatches:
        return _bag_page(manifest_id, _texts(counted))
    return redirect(url_for("office_bags.bag", manifest_id=manifest_id))


@blueprint.get("/petugas/<int:courier_id>/kartu")
@requires(*OFFICE)
def held(courier_id: int) -> str:
    return _held_page(courier_id, [])


@blueprint.post("/petugas/<int:courier_id>/kartu")
@requires(*OFFICE)
def take_back(courier_id: int) -> Response | str:
    if request.form.get("act") == "rt":
        counted = leave_at_rt(courier_id, _codes() or [], my_kecamatan(), me().id, doors())
        said = gettext("%(count)s kartu dicatat dititipkan ke RT.", count=counted.moved)
    else:
        counted = count_in(courier_id, _codes(), my_kecamatan(), me().id, doors())
        said = gettext("%(count)s kartu dihitung masuk.", count=counted.moved)
    flash(said, "success")
    if counted.mismatches:
        return _held_page(courier_id, _texts(counted))
    return redirect(url_for("office_bags.held", courier_id=courier_id))


@blueprint.get("/tarik")
@requires(*OFFICE)
def withdrawal() -> str:
    return render_template("office/today/withdraw.html", mismatches=[])


@blueprint.post("/tarik")
@requires(*OFFICE)
def take_out() -> Response | str:
    counted = withdraw(_codes() or [], my_kecamatan(), me().id, doors())
    flash(gettext("%(count)s kartu ditarik.", count=counted.moved), "success")
    if counted.mismatches:
        return render_template("office/today/withdraw.html", mismatches=_texts(counted))
    return redirect(url_for("office_bags.withdrawal"))


def _bag_page(manifest_id: int, mismatches: list[dict[str, str]]) -> str:
    bag = bag_of(manifest_id, my_kecamatan())
    return render_template(
        "office/today/bag.html", bag=bag, mismatches=mismatches, places=PLACE_WORDS
    )


def _held_page(courier_id: int, mismatches: list[dict[str, str]]) -> str:
    found = holdings(courier_id, my_kecamatan())
    return render_template("office/today/held.html", held=found, mismatches=mismatches)


def _codes() -> list[str] | None:
    """Return the codes that were typed or scanned; None when all cards are meant."""
    if request.form.get("act") == "all":
        return None
    typed = re.split(r"[\s,;]+", request.form.get("codes", "").strip())
    return [code for code in typed if code][:MOST_CODES]


def _texts(counted: Counted) -> list[dict[str, str]]:
    return [fault_texts(fault) for _, fault in counted.mismatches]
