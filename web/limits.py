"""Brakes against guessing: how often one address may try."""

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, storage_uri="memory://")
LOGIN_RATE = "10 per minute"
