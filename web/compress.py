"""Text goes out small: couriers pay for their megabytes."""

import gzip

import brotli
from flask import Flask, request
from werkzeug.wrappers import Response
from werkzeug.wsgi import FileWrapper

SMALLEST = 1_000
KINDS = frozenset(
    {
        "text/css",
        "text/javascript",
        "application/json",
        "application/manifest+json",
        "image/svg+xml",
    }
)


def _brotli(body: bytes) -> bytes:
    return bytes(brotli.compress(body, quality=9))


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


CODINGS = {"br": _brotli, "gzip": _gzip}
"""The better one first: a browser names it only where the way is encrypted."""


def _compress(response: Response) -> Response:
    # Pages stay as they are: a form's token beside what somebody typed must not be
    # guessed from the length. The phone's shell, which has neither, says so by its caching.
    is_plain = response.mimetype in KINDS or (
        response.mimetype == "text/html" and "Cache-Control" in response.headers
    )
    if not is_plain or response.status_code != 200 or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    coding = next((name for name in CODINGS if request.accept_encodings[name]), None)
    if coding is None:
        return response
    response.direct_passthrough = False
    file = response.response
    body = response.get_data()
    if isinstance(file, FileWrapper):
        file.close()  # now: who hangs up in the middle leaves nobody to close it
    if len(body) >= SMALLEST:
        response.set_data(CODINGS[coding](body))
        response.headers["Content-Encoding"] = coding
        if "ETag" in response.headers:
            response.headers["ETag"] = f"W/{response.headers['ETag'].removeprefix('W/')}"
    return response


def init_compress(app: Flask) -> None:
    app.after_request(_compress)
