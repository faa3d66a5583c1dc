"""Pengaturan: what the office chooses for itself."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.event import RELATIONS
from field.domain.fault import Fault
from field.domain.roles import Role
from field.domain.settings import LIMITS, NAMES, from_texts, to_texts
from field.services.settings import change_settings, settings
from web.access import me, requires
from web.doors import doors
from web.errors import fault_texts

blueprint = Blueprint(
    "office_settings", __name__, url_prefix="/kantor/pengaturan", template_folder="templates"
)


@blueprint.get("")
@requires(Role.ADMIN)
def page() -> str:
    return _page(to_texts(settings()))


@blueprint.post("")
@requires(Role.ADMIN)
def change() -> Response | tuple[str, int]:
    typed = {name: request.form.get(name, "") for name in NAMES}
    typed["receiver_rule"] = " ".join(request.form.getlist("receiver_rule"))
    try:
        changed = change_settings(from_texts(typed), me().id, doors())
    except Fault as fault:
        return _page(typed, fault), 422
    flash(gettext("%(count)s pengaturan diubah.", count=len(changed)), "success")
    return redirect(url_for("office_settings.page"))


def _page(texts: dict[str, str], fault: Fault | None = None) -> str:
    return render_template(
        "office/settings.html",
        texts=texts,
        limits=LIMITS,
        relations=RELATIONS,
        allowed=texts["receiver_rule"].split(),
        fault=fault_texts(fault) if fault else None,
    )
