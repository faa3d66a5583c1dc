"""A phone that the office marked as lost is told so even when its login has ended."""

from flask import Flask, request

from field.domain.wire import read_device
from field.services.devices import refuse_if_revoked


def init_guard(app: Flask) -> None:
    """Look at the phone's id before its login is asked for."""

    def stop_lost_phone() -> None:
        device = read_device(request.headers.get("X-Device", ""))
        if device and request.path.startswith("/api/"):
            refuse_if_revoked(device)

    app.before_request(stop_lost_phone)
