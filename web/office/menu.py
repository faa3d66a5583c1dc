"""The office's menu: left to right as the work goes."""

from dataclasses import dataclass

from flask import Flask, current_app, request
from flask_babel import gettext

from field.domain.text import N_
from field.services import print_queue
from field.services.accounts import Person
from field.services.city import city_name, kecamatan_names, kelurahan_names
from field.services.overview import overview_of
from web.access import me
from web.doors import doors
from web.office.day import IsoDate

ROOMS = (
    ("office_data", "/kantor/data", "database", N_("Data")),
    ("office_addresses", "/kantor/alamat", "map-pin", N_("Alamat")),
    ("office_plans", "/kantor/rencana", "route", N_("Rencana")),
    ("office_tomorrow", "/kantor/besok", "phone", N_("Besok")),
    ("office_today", "/kantor/hari-ini", "calendar-days", N_("Hari ini")),
    ("office_closures", "/kantor/jalan", "triangle-alert", N_("Jalan")),
    ("office_jemput", "/kantor/jemput", "hand-heart", N_("Jemput")),
    ("office_printing", "/kantor/cetak", "printer", N_("Cetak")),
    ("office_people", "/kantor/petugas", "users", N_("Petugas")),
    ("office_reports", "/kantor/laporan", "chart-column", N_("Laporan")),
    ("office_jobs", "/kantor/pekerjaan", "briefcase", N_("Pekerjaan")),
)


@dataclass(frozen=True)
class MenuItem:
    """One door of the menu; `waiting` counts what needs a person."""

    href: str
    icon: str
    label: str
    here: bool
    waiting: int


def office_menu() -> list[MenuItem]:
    """Return the rooms that exist in this app."""
    counts = overview_of(me().kecamatan, doors())
    waiting = {
        "office_data": counts.imports_to_decide,
        "office_addresses": counts.weak_households,
        "office_plans": counts.drafts,
        "office_today": counts.events_to_review,
        "office_closures": counts.road_reports,
        "office_jemput": counts.requests_to_decide,
        "office_printing": print_queue.to_do(me().kecamatan) + counts.campaigns_to_decide,
    }
    return [
        MenuItem(href, icon, gettext(label), _is_here(name, href), waiting.get(name, 0))
        for name, href, icon, label in ROOMS
        if name in current_app.blueprints
    ]


def _is_here(name: str, href: str) -> bool:
    """A room's further pages have blueprints of their own, below its address."""
    below = href != "/kantor/" and request.path.startswith(f"{href}/")
    return below or request.blueprint == name


def office_me() -> Person:
    return me()


def init_office(app: Flask) -> None:
    """Lend the frame of each office page what it shows."""
    city = app.extensions["doors"].city
    app.url_map.converters["iso"] = IsoDate
    app.jinja_env.globals.update(
        office_menu=office_menu,
        office_me=office_me,
        city_name=lambda: city_name(city),
        kecamatan_names=lambda: kecamatan_names(city),
        kelurahan_names=lambda kecamatan=None: kelurahan_names(city, kecamatan),
    )
