"""A route as documents for paper: route sheet, brief for a guest courier, envelope labels."""

from dataclasses import replace
from string import ascii_uppercase

from flask import render_template

from field.domain.event import FAILURE_REASONS
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.route_sheet import RouteSheet
from field.domain.text import N_
from field.services.settings import settings
from web.leg_words import leg_line
from web.paper.ground import Ground
from web.paper.qr import qr
from web.paper.route_map import route_map

NO_HANDPICKED = FaultKind(
    "sheet.no_handpicked",
    Nature.NOT_FOUND,
    N_("Rute %(number)s tidak berisi rumah yang dipilih khusus."),
    N_("Pilih rumahnya di halaman Petugas, lalu buat dan terbitkan rencananya."),
)


def route_document(sheet: RouteSheet, ground: Ground) -> str:
    """Return one route as a document of its own, so that its pages are counted alone."""
    return render_template("office/paper/route_pdf.html", sheet=sheet, **sheet_parts(sheet, ground))


def brief_document(sheet: RouteSheet, ground: Ground) -> str:
    """Return the page for a person with handpicked doors; raises when there are none."""
    picked = handpicked(sheet)
    return render_template(
        "office/paper/brief_pdf.html", sheet=picked, **sheet_parts(picked, ground)
    )


def label_document(sheet: RouteSheet) -> str:
    """Return the labels of a route's envelopes, in the order of the stops."""
    return render_template("office/paper/labels.html", sheet=sheet, qr=qr)


def handpicked(sheet: RouteSheet) -> RouteSheet:
    """Return the route with none but the doors that were chosen by hand."""
    stops = tuple(stop for stop in sheet.stops if stop.handpicked)
    if not stops:
        raise Fault(NO_HANDPICKED, number=sheet.number)
    if len(stops) < len(sheet.stops):  # the way leads by doors that are not shown
        sheet = replace(sheet, home=None)
        stops = tuple(replace(stop, leg=None) for stop in stops)
    return replace(sheet, stops=stops)


def sheet_parts(sheet: RouteSheet, ground: Ground) -> dict[str, object]:
    """Return what the templates need besides the route itself."""
    return {
        "map": route_map(sheet, ground),
        "office": settings(),
        "failures": list(zip(ascii_uppercase, FAILURE_REASONS.values(), strict=False)),
        "qr": qr,
        "leg_line": leg_line,
    }
