"""Indonesian first, English by a switch; dates, times and numbers as people here write them."""

from datetime import date, datetime

from babel.dates import format_date
from flask import Flask, current_app, request
from flask_babel import Babel, get_locale

LANGUAGES = ("id", "en")


def _choose() -> str:
    chosen = request.cookies.get("lang", "id") if request else "id"
    return chosen if chosen in LANGUAGES else "id"


def theme() -> str:
    """Return light, dark, or nothing for the system's own."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in ("light", "dark") else ""


def tanggal(day: date) -> str:
    """Selasa, 24 Nov 2026."""
    return format_date(day, "EEEE, d MMM y", locale=get_locale())


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


def init_language(app: Flask) -> None:
    Babel(app, default_locale="id", locale_selector=_choose)
    app.jinja_env.globals.update(theme=theme, locale=lambda: str(get_locale()))
    app.jinja_env.filters.update(tanggal=tanggal, jam=jam, jarak=jarak, angka=angka)
