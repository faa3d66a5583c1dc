"""The office's first page: what is done, what comes next."""

from flask import Blueprint, render_template

from field.services.overview import overview_of
from web.access import OFFICE, me, requires
from web.doors import doors

blueprint = Blueprint("office_home", __name__, url_prefix="/kantor", template_folder="templates")


@blueprint.get("/")
@requires(*OFFICE)
def page() -> str:
    return render_template("office/home.html", counts=overview_of(me().kecamatan, doors()))
