"""A made file on its way to the browser."""

from typing import Protocol

from flask import make_response
from werkzeug.wrappers import Response


class Made(Protocol):
    """What a service hands out as a file."""

    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def body(self) -> bytes: ...


def send(file: Made) -> Response:
    response = make_response(file.body)
    response.headers["Content-Type"] = file.media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
