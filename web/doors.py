"""The doors that services need, from the running app."""

from typing import cast

from flask import current_app

from field.gateways.doors import Doors


def doors() -> Doors:
    """Return the bundle that the app factory made."""
    return cast(Doors, current_app.extensions["doors"])
