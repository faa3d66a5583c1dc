"""The map to draw: what it is, and its one file, whole or by range."""

from flask import Blueprint, current_app, jsonify, send_file, url_for
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from field.domain.fault import NOT_FOUND, Fault
from field.domain.roles import Role
from field.services.basemap import basemap_file, basemap_in_use
from web.access import public, requires
from web.doors import doors

# Named by its fingerprint, so that it never changes; a login's, so that no proxy keeps it.
FOREVER = "private, max-age=31536000, immutable"
LINK_S = 12 * 3600

blueprint = Blueprint("basemap", __name__, url_prefix="/api/basemap")


@blueprint.get("")
@requires(*Role)
def about() -> tuple[Response, int] | tuple[str, int]:
    found = basemap_in_use(doors())
    if found is None:
        return "", 204
    return jsonify(
        sha256=found.sha256,
        size=found.size,
        date=found.date,
        attribution=found.attribution,
        url=url_for(".file", fingerprint=found.sha256),
    ), 200


@blueprint.get("/<fingerprint>.pmtiles")
@requires(*Role)
def file(fingerprint: str) -> Response:
    found = basemap_in_use(doors())
    if found is None or found.sha256 != fingerprint:
        raise Fault(NOT_FOUND, what=f"{fingerprint[:8]}.pmtiles")
    response = send_file(
        basemap_file(doors()),
        mimetype="application/vnd.pmtiles",
        etag=fingerprint,
        conditional=True,
    )
    response.headers["Cache-Control"] = FOREVER
    return response


@blueprint.get("/tautan/<link>.pmtiles")
@public
def linked(link: str) -> Response:
    """Answer a frame that has no cookies, by the signed link that its page was given."""
    try:
        fingerprint = _signer().loads(link, max_age=LINK_S)
    except BadData:
        raise Fault(NOT_FOUND, what="tautan") from None
    response = file(str(fingerprint))
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def link_to(sha256: str) -> str:
    """Return an address that opens for some hours, without a login."""
    return url_for("basemap.linked", link=_signer().dumps(sha256))


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt="basemap")
