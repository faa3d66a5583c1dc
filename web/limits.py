"""Brakes against guessing: how often one name, and one address, may try to sign in."""

from flask import request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, storage_uri="memory://")

# A whole office shares one address in the morning; one name has one person.
PER_NAME = "8 per minute"
PER_ADDRESS = "90 per minute"


def login_name() -> str:
    """Return what a sign-in is counted under."""
    return request.form.get("username", "").strip().lower()[:64]
