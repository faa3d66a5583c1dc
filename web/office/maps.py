"""The day's routes on a map, in a frame of its own: folium writes its script into the page."""

from flask import Blueprint, current_app, render_template, request, url_for
from flask_babel import get_locale
from werkzeug.wrappers import Response

from field.domain.route_sheet import RouteSheet
from field.services.basemap import basemap_in_use
from field.services.route_sheets import days_with_sheets, sheets_of
from web import typed
from web.access import OFFICE, requires
from web.api.basemap import link_to
from web.doors import doors
from web.office.day import chosen_day, my_kecamatan
from web.office.folium_map import Ground, day_map

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
    sheets = _chosen(sheets_of(chosen_day(), kecamatan, doors()))
    ground = _ground()
    page = day_map(sheets, doors().city, kecamatan, str(get_locale()), ground)
    response = current_app.response_class(page)
    response.headers["Content-Security-Policy"] = frame_policy(
        request.host_url.rstrip("/"), fetches=ground is not None
    )
    return response


def frame_policy(origin: str, *, fetches: bool = False) -> str:
    """Let folium's inline script run, but without our cookies and towards no other host.

    The sandbox gives the frame an origin of its own, so ours is written out: 'self' would not
    mean it in every browser. Only a basemap has to be fetched.
    """
    return "; ".join(
        (
            "sandbox allow-scripts",
            "default-src 'none'",
            f"script-src 'unsafe-inline' {origin}",
            f"style-src 'unsafe-inline' {origin}",
            f"img-src {origin} data:",
            *([f"connect-src {origin}"] if fetches else []),
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )


def _ground() -> Ground | None:
    found = basemap_in_use(doors())
    return Ground(link_to(found.sha256), found.attribution) if found else None


def _chosen(sheets: list[RouteSheet]) -> list[RouteSheet]:
    number = request.args.get("rute", type=typed.number)
    return [sheet for sheet in sheets if number in (None, sheet.number)]
