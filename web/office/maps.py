"""The day's routes on a map, in a frame of its own: folium writes its script into the page."""

from flask import Blueprint, render_template, request, url_for
from flask_babel import get_locale
from werkzeug.wrappers import Response

from field.domain.route_sheet import RouteSheet
from field.services.route_sheets import days_with_sheets, sheets_of
from web import typed
from web.access import OFFICE, requires
from web.closed_roads import roads_on
from web.doors import doors
from web.office.day import chosen_day, my_kecamatan
from web.office.folium_map import day_map
from web.office.frames import framed, ground

blueprint = Blueprint(
    "office_maps", __name__, url_prefix="/kantor/hari-ini/peta", template_folder="templates"
)


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    day, kecamatan = chosen_day(), my_kecamatan()
    sheets = sheets_of(day, kecamatan, doors())
    chosen = request.args.get("rute", "", type=str)
    return render_template(
        "office/map.html",
        day=day,
        kecamatan=kecamatan,
        sheets=sheets,
        chosen=chosen,
        days=days_with_sheets(kecamatan, day),
        frame=url_for(".content", tanggal=day, kecamatan=kecamatan, rute=chosen or None),
    )


@blueprint.get("/isi")
@requires(*OFFICE)
def content() -> Response:
    """Answer the map itself, under a policy of its own."""
    kecamatan = my_kecamatan()
    sheets = chosen_of(sheets_of(chosen_day(), kecamatan, doors()))
    area, below = (doors().city, kecamatan), ground()
    closed = roads_on(chosen_day())
    return framed(day_map(sheets, area, str(get_locale()), below, closed), below)


def chosen_of(sheets: list[RouteSheet]) -> list[RouteSheet]:
    """Return the route in the address (`rute`), else all."""
    number = request.args.get("rute", type=typed.number)
    return [sheet for sheet in sheets if number in (None, sheet.number)]
