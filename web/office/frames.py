"""How a folium page is answered: in a sandboxed frame, under a policy of its own."""

from flask import current_app, request
from werkzeug.wrappers import Response

from field.services.basemap import basemap_in_use
from web.api.basemap import link_to
from web.doors import doors
from web.office.folium_page import Ground


def framed(page: str, below: Ground | None) -> Response:
    response = current_app.response_class(page)
    origin = request.host_url.rstrip("/")
    response.headers["Content-Security-Policy"] = frame_policy(origin, fetches=below is not None)
    return response


def ground() -> Ground | None:
    """Return the basemap in use by a link that the frame may open: it has no cookies."""
    found = basemap_in_use(doors())
    return Ground(link_to(found.sha256), found.attribution) if found else None


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
