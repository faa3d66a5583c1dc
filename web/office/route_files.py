"""Downloads of a route or of a day's routes for other maps: GPX, KML, GeoJSON, CSV."""

from datetime import date

from flask import Blueprint, request
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.services.route_files import Wish, Words, route_file
from field.services.route_sheets import sheets_of
from web.access import OFFICE, requires
from web.doors import doors
from web.office.day import my_kecamatan
from web.office.maps import chosen_of
from web.office.sending import send

blueprint = Blueprint("office_route_files", __name__, url_prefix="/kantor/hari-ini/peta/berkas")


@blueprint.get("/<iso:day>.<any(gpx, kml, geojson, csv):suffix>")
@requires(*OFFICE)
def whole_day(day: date, suffix: str) -> Response:
    """Send the day's routes, or the one that is chosen.

    Names go along only when the reader, who may see them all, ticks the box.
    """
    sheets = chosen_of(sheets_of(day, my_kecamatan(), doors()))
    wish = Wish(_words(), with_names=request.args.get("nama") == "ya")
    return send(route_file(sheets, suffix, wish, doors()))


def _words() -> Words:
    return Words(
        route=gettext("Rute"),
        cards=gettext("kartu"),
        guessed=gettext("titik perkiraan"),
        head=(
            gettext("Rute"),
            gettext("Petugas"),
            gettext("Urutan"),
            gettext("Jam"),
            gettext("Nama"),
            gettext("Alamat"),
            gettext("RT"),
            gettext("RW"),
            gettext("Kelurahan"),
            gettext("Kecamatan"),
            gettext("Patokan"),
            gettext("Kartu"),
            gettext("Lintang"),
            gettext("Bujur"),
        ),
    )
