"""What an address or a form says, as numbers, days and texts that the database can hold."""

from collections.abc import Iterator
from datetime import date, time

from flask import Flask, request
from werkzeug.routing import IntegerConverter, Map

from field.domain.fault import Fault
from web.errors import BAD_REQUEST

MOST = 2**31 - 1
DIGITS = len(str(MOST)) + 1  # a sign too; longer ones are not even counted
FIRST_YEAR, LAST_YEAR = 2000, 2100


def number(text: str) -> int:
    """Read a whole number; raises ValueError like int, also for one beyond the database."""
    if len(text) > DIGITS or abs(value := int(text)) > MOST:
        raise ValueError("This number is too large.")
    return value


def day(text: str) -> date:
    """Read a day; raises ValueError also for one of another age, whose neighbours may not exist."""
    value = date.fromisoformat(text)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError("This day is of another age.")
    return value


def hour(text: str) -> time:
    """Read an hour as forms send it: 08:30."""
    if len(text) != len("08:30"):
        raise ValueError("An hour has two digits, a colon and two digits.")
    return time.fromisoformat(text)


class RowId(IntegerConverter):
    """A number in a path; one that no row can have leads nowhere."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=MOST)


def _refuse_nul() -> None:
    """A text with a NUL in it can only be an attack, and PostgreSQL keeps none."""
    if any("\x00" in text for text in _texts()):
        raise Fault(BAD_REQUEST)


def _texts() -> Iterator[str]:
    yield from (str(value) for value in (request.view_args or {}).values())
    yield from request.args.values()
    if not request.path.startswith("/api/"):  # its bodies are read field by field
        yield from (text for pair in request.form.items(multi=True) for text in pair)
        yield from (file.filename or "" for file in request.files.values())


def init_typed(app: Flask) -> None:
    app.url_map.converters["int"] = RowId
    app.before_request(_refuse_nul)
