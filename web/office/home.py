"""The office's first page: what is done, what comes next."""

from flask import Blueprint, render_template

from web.access import OFFICE, requires

blueprint = Blueprint("office_home", __name__, url_prefix="/kantor", template_folder="templates")


@blueprint.get("/")
@requires(*OFFICE)
def page() -> str:
    return render_template("office/home.html")
