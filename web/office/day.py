"""Which day and which kecamatan an office page is about: from its address, within one's rights."""

from datetime import date

from flask import request
from werkzeug.routing import BaseConverter, ValidationError

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.text import N_
from field.services.city import kecamatan_names
from web import typed
from web.doors import doors
from web.office.scope import within

BAD_DATE = FaultKind(
    "bad_date",
    Nature.BAD_INPUT,
    N_("Tanggal “%(value)s” tidak bisa dibaca."),
    N_("Pilih tanggal dari kalender, atau tulis seperti 2026-11-24."),
)


class IsoDate(BaseConverter):
    """A date in a path: /2026-11-24."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        try:
            return typed.day(value)
        except ValueError:
            raise ValidationError from None

    def to_url(self, value: date) -> str:
        return value.isoformat()


def today() -> date:
    return doors().clock.now().astimezone(doors().zone).date()


def chosen_day(default: date | None = None) -> date:
    """Return the day in the address (`tanggal`), else the given one, else today."""
    text = request.values.get("tanggal", "")
    if not text:
        return default or today()
    try:
        return typed.day(text)
    except ValueError:
        raise Fault(BAD_DATE, value=text[:20]) from None


def my_kecamatan() -> str | None:
    """Return what the asker may see: a dispatcher's own, or what an admin chose (None: all)."""
    if (bound := within()) is not None:
        return bound
    chosen = request.values.get("kecamatan") or None
    if chosen and chosen not in kecamatan_names(doors().city):
        raise Fault(NOT_FOUND, what=N_("Kecamatan"))
    return chosen
