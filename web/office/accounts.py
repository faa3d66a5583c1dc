"""Accounts: the admin opens, renews and closes them; everyone changes the own password."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.roles import Role
from field.services import accounts
from field.services.accounts import NewAccount
from field.services.city import kecamatan_names
from web.access import me, requires, start_session
from web.doors import doors
from web.errors import BAD_REQUEST, fault_texts

blueprint = Blueprint(
    "office_accounts", __name__, url_prefix="/kantor/akun", template_folder="templates"
)


def _page(fault: Fault | None = None) -> str:
    return render_template(
        "office/accounts.html",
        users=accounts.all_users(),
        fault=fault_texts(fault) if fault else None,
        form=request.form,
    )


@blueprint.get("")
@requires(Role.ADMIN)
def page() -> str:
    return _page()


@blueprint.post("")
@requires(Role.ADMIN)
def create() -> Response | tuple[str, int]:
    form = request.form
    try:
        account = NewAccount(
            form.get("username", "").strip(),
            form.get("name", "").strip()[: accounts.LONGEST_NAME],
            _role(form.get("role", Role.DISPATCHER)),
            form.get("password", ""),
            _kecamatan(form.get("kecamatan", "")),
        )
        accounts.create_user(account, doors(), me().id)
    except Fault as fault:
        return _page(fault), 422
    flash(gettext("Akun %(name)s dibuka.", name=account.username), "success")
    return redirect(url_for("office_accounts.page"))


def _role(text: str) -> Role:
    if text not in set(Role):
        raise Fault(BAD_REQUEST)
    return Role(text)


def _kecamatan(text: str) -> str | None:
    return text if text in kecamatan_names(doors().city) else None


@blueprint.post("/<int:user_id>/sandi")
@requires(Role.ADMIN)
def renew(user_id: int) -> Response:
    accounts.set_password(user_id, request.form.get("password", ""), doors(), me().id)
    flash(gettext("Kata sandi baru tersimpan; semua sesi lamanya berakhir."), "success")
    return redirect(url_for("office_accounts.page"))


@blueprint.post("/<int:user_id>/<any(tutup, buka):act>")
@requires(Role.ADMIN)
def switch(user_id: int, act: str) -> Response:
    accounts.set_active(user_id, act == "buka", doors(), me().id)
    return redirect(url_for("office_accounts.page"))


@blueprint.get("/sandi")
@requires(*Role)
def own_page() -> str:
    return render_template("office/password.html", fault=None)


@blueprint.post("/sandi")
@requires(*Role)
def change_own() -> Response | tuple[str, int]:
    old, new = request.form.get("old", ""), request.form.get("new", "")
    try:
        person = accounts.change_own_password(me(), old, new, doors())
    except Fault as fault:
        return render_template("office/password.html", fault=fault_texts(fault)), 422
    start_session(person)
    flash(gettext("Kata sandi Anda sudah diganti."), "success")
    return redirect("/")
