"""Hari ini: how far each route is, and each door of one route."""

from flask import Blueprint, current_app, render_template
from werkzeug.wrappers import Response

from field.domain.event import FAILURE_REASONS, RELATIONS
from field.services.day import board_of, pictures_of, route_now
from field.services.homeward import who_is_away
from field.services.photos import photo
from field.services.trip_review import calls_for_help
from web.access import OFFICE, requires
from web.doors import doors
from web.office.day import chosen_day, my_kecamatan, today
from web.office.stop_words import EVENT_WORDS, SHAPES, SOURCE_WORDS, WORDS, trip_purpose

blueprint = Blueprint("office_today", __name__, url_prefix="/kantor", template_folder="templates")


@blueprint.get("/hari-ini")
@requires(*OFFICE)
def page() -> str:
    return _board("office/today/board.html")


@blueprint.get("/hari-ini/papan")
@requires(*OFFICE)
def board() -> str:
    """Return only what moves; the page asks for it again every 15 seconds."""
    return _board("office/today/board_body.html")


@blueprint.get("/hari-ini/rute/<int:manifest_id>")
@requires(*OFFICE)
def route(manifest_id: int) -> str:
    return render_template(
        "office/today/route.html",
        detail=route_now(manifest_id, my_kecamatan()),
        shapes=SHAPES,
        words=WORDS,
        event_words=EVENT_WORDS,
        source_words=SOURCE_WORDS,
        reasons=FAILURE_REASONS,
        relations=RELATIONS,
        pictures_of=pictures_of,
        trip_purpose=trip_purpose,
    )


@blueprint.get("/foto/<sha256>")
@requires(*OFFICE)
def picture(sha256: str) -> Response:
    found = photo(sha256, my_kecamatan(), doors())
    return current_app.response_class(found.body, mimetype=found.media_type)


def _board(template: str) -> str:
    day, kecamatan = chosen_day(), my_kecamatan()
    return render_template(
        template,
        board=board_of(day, kecamatan),
        away=who_is_away(day, kecamatan, doors()),
        calls=calls_for_help(kecamatan),
        trip_purpose=trip_purpose,
        day=day,
        is_today=day == today(),
        shapes=SHAPES,
        words=WORDS,
        reasons=FAILURE_REASONS,
    )
