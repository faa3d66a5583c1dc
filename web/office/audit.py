"""The audit trail: who did what, when."""

from flask import Blueprint, render_template, request

from field.domain.roles import Role
from field.services.trail import Wanted, trail
from web import typed
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
        user_id=args.get("user", type=typed.number),
        act=args.get("act", "")[:48],
        since=args.get("since", type=typed.day),
        until=args.get("until", type=typed.day),
        page=args.get("page", 1, type=typed.number),
    )
    return render_template("office/audit.html", trail=trail(wanted, doors()), wanted=wanted)
