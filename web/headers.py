"""Headers of safety on each answer, and one log line a request without personal data."""

import json
import logging
import time
import uuid

from flask import Flask, request
from werkzeug.wrappers import Response

# No inline script or style anywhere: a page that needs them (folium) answers in a
# sandboxed frame under a policy of its own.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)

log = logging.getLogger("antarjemput.requests")


def _open() -> None:
    request.environ["antarjemput.reference"] = uuid.uuid4().hex[:8]
    request.environ["antarjemput.start"] = time.monotonic()


def _close(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
    headers.setdefault("X-Frame-Options", "SAMEORIGIN")
    if request.is_secure:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    # A shared laptop keeps no resident's page; static files set their own.
    headers.setdefault("Cache-Control", "no-store")
    _write_line(response)
    return response


def _path() -> str:
    """A family's link is a key: the log shows the way to its page, not the key."""
    if request.url_rule is None:
        return "-"
    return request.url_rule.rule if "token" in (request.view_args or {}) else request.path


def _write_line(response: Response) -> None:
    # The path holds ids only; the query string may hold a name, so it is left out.
    line = {
        "ref": request.environ.get("antarjemput.reference"),
        "method": request.method,
        "endpoint": request.endpoint,
        "path": _path(),
        "status": response.status_code,
        "ms": round((time.monotonic() - request.environ.get("antarjemput.start", 0)) * 1000),
    }
    log.info(json.dumps(line))


def init_headers(app: Flask) -> None:
    app.before_request(_open)
    app.after_request(_close)
