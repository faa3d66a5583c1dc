"""Indonesian first, English by a switch; dates, times and numbers as people here write them."""

import re
from datetime import date, datetime
from typing import Literal

from babel.dates import format_date
from flask import Flask, current_app, request
from flask_babel import Babel, get_locale

from field.domain.table import Cell, spoken

LANGUAGES = ("id", "en")


def _choose() -> str:
    chosen = request.cookies.get("lang", "id") if request else "id"
    return chosen if chosen in LANGUAGES else "id"


def language() -> Literal["id", "en"]:
    """Return which of the two languages the reader sees."""
    return "en" if _choose() == "en" else "id"


def theme() -> str:
    """Return light, dark, or nothing for the system's own."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in ("light", "dark") else ""


def tanggal(day: date) -> str:
    """Selasa, 24 Nov 2026; of a moment, the day that it is in the city."""
    if isinstance(day, datetime):
        day = day.astimezone(current_app.extensions["doors"].zone)
    return format_date(day, "EEEE, d MMM y", locale=get_locale())


def hari(moment: datetime) -> str:
    """The day of a moment in the city: Selasa, 24 Nov 2026."""
    return tanggal(moment.astimezone(current_app.extensions["doors"].zone).date())


def hp(label: str) -> str:
    """What a browser calls itself, as far as a person can use it: Android 13 (Chrome)."""
    system = re.search(r"Android [\d.]+", label) or re.search(r"iPhone|Windows|Mac OS|Linux", label)
    browser = re.search(r"Firefox|SamsungBrowser|Edg|Chrome|Safari", label)
    found = [part[0] for part in (system, browser) if part]
    return " · ".join(found) or label[:40]


def jam(moment: datetime) -> str:
    """14.30, in the city's zone; a page says WIB once."""
    local = moment.astimezone(current_app.extensions["doors"].zone)
    return local.strftime("%H.%M")


def jarak(metres: float) -> str:
    """350 m, or 2,4 km."""
    if metres < 1000:
        return f"{round(metres / 10) * 10:.0f} m"
    return f"{metres / 1000:.1f} km".replace(".", ",")


def angka(number: int) -> str:
    """12.345."""
    return f"{number:,}".replace(",", ".")


def sel(cell: Cell) -> str:
    """A cell of a table: a day as Sel 24/11, a number as people write it."""
    if isinstance(cell, date):
        return format_date(cell, "EEE d/M", locale=get_locale())
    return spoken(cell)


def init_language(app: Flask) -> None:
    Babel(app, default_locale="id", locale_selector=_choose)
    app.jinja_env.globals.update(theme=theme, locale=lambda: str(get_locale()))
    app.jinja_env.filters.update(
        tanggal=tanggal, hari=hari, jam=jam, hp=hp, jarak=jarak, angka=angka, sel=sel
    )
