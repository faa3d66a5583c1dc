"""The audit trail: who did what, when."""

from datetime import date

from flask import Blueprint, render_template, request

from field.domain.roles import Role
from field.services.trail import Wanted, trail
from web.access import requires
from web.doors import doors

blueprint = Blueprint(
    "office_audit", __name__, url_prefix="/kantor/laporan/audit", template_folder="templates"
)


@blueprint.get("")
@requires(Role.ADMIN)
def page() -> str:
    args = request.args
    wanted = Wanted(
        user_id=args.get("user", type=int),
        act=args.get("act", "")[:48],
        since=args.get("since", type=date.fromisoformat),
        until=args.get("until", type=date.fromisoformat),
        page=args.get("page", 1, type=int),
    )
    return render_template("office/audit.html", trail=trail(wanted, doors()), wanted=wanted)
