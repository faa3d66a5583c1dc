"""What the forms about roads say, field by field."""

from datetime import date

from flask import request
from werkzeug.datastructures import MultiDict

from field.domain.closures import MAX_NOTE, NO_PLACE, Cause, Effect, Shape, Stretch, Term
from field.domain.fault import Fault
from field.domain.place import Point
from field.services.closures import Actor, Drawing
from web import typed
from web.access import me
from web.office.day import BAD_DATE
from web.office.scope import within

Form = MultiDict[str, str]
MOST_TEXT = 8_000


def actor() -> Actor:
    return Actor(me().id, within())


def drawing(today: date) -> Drawing:
    form = request.form
    begins = _day(form.get("mulai", "")) or today
    term = Term(begins, _day(form.get("sampai", "")))
    return Drawing(
        stretch(form), term, Cause(form.get("alasan", ""), form.get("catatan", "")[:MAX_NOTE])
    )


def stretch(form: Form) -> Stretch:
    """Read a drawing; raises Fault where it is none."""
    try:
        shape, effect = Shape(form.get("bentuk", "")), Effect(form.get("akibat", "closed"))
    except ValueError:
        raise Fault(NO_PLACE) from None
    return Stretch(shape, _points(form.get("titik", "")), effect, frozenset(form.getlist("siapa")))


def _points(text: str) -> tuple[Point, ...]:
    """Read "lat, lon; lat, lon"."""
    try:
        pairs = [pair.split(",") for pair in text[:MOST_TEXT].split(";") if pair.strip()]
        return tuple(Point(float(lat), float(lon)) for lat, lon in pairs)
    except ValueError:
        raise Fault(NO_PLACE) from None


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return typed.day(text)
    except ValueError:
        raise Fault(BAD_DATE, value=text[:20]) from None
