"""Phones of the couriers: which ones speak to us, and the lost one shut out."""

import json

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.roles import Role
from field.domain.wire import BAD_BATCH
from field.services.accounts import all_users
from field.services.devices import phones, revoke
from field.services.recording import Sender, take_events
from web import typed
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.day import my_kecamatan

blueprint = Blueprint(
    "office_devices",
    __name__,
    url_prefix="/kantor/petugas/perangkat",
    template_folder="templates",
)


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _page()


@blueprint.post("/<device_id>/hilang")
@requires(*OFFICE)
def lost(device_id: str) -> Response:
    revoke(device_id, my_kecamatan(), me().id, doors())
    flash(gettext("HP ditandai hilang; isinya dihapus saat HP itu tersambung lagi."), "success")
    return redirect(url_for("office_devices.page"))


@blueprint.post("/ambil-alih")
@requires(Role.ADMIN)
def adopt() -> Response | tuple[str, int]:
    """Take in the outbox of a phone whose account is closed."""
    try:
        sender = Sender(request.form.get("user", 0, typed.number), adopted_by=me().id)
        taken = take_events(_document(), sender, doors())
    except Fault as fault:
        return _page(fault), 422
    count, refused = len(taken.acknowledged), len(taken.conflicts)
    said = gettext("%(count)s catatan diambil alih, %(bad)s ditolak.", count=count, bad=refused)
    flash(said, "success")
    return redirect(url_for("office_devices.page"))


def _document() -> object:
    file = request.files.get("file")
    try:
        return json.loads(file.read() if file else b"")
    except (ValueError, RecursionError):
        raise Fault(BAD_BATCH, field="json") from None


def _page(fault: Fault | None = None) -> str:
    return render_template(
        "office/today/devices.html",
        phones=phones(my_kecamatan()),
        closed=[user for user in all_users() if not user.active],
        fault=fault_texts(fault) if fault else None,
    )
