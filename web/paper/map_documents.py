"""Maps to print as documents: all routes together when there are several, then each of them."""

from collections.abc import Iterator, Sequence

from flask import render_template

from field.domain.route_sheet import RouteSheet
from field.services.settings import settings
from web.paper.ground import Ground
from web.paper.overview_map import dash_of, overview_map
from web.paper.printed_map import printed_map
from web.vehicle_lines import strokes_of


def map_documents(sheets: Sequence[RouteSheet], ground: Ground) -> Iterator[str]:
    """Yield each document when it is wanted: a whole city at once would fill the memory."""
    if len(sheets) > 1:
        yield render_template("office/paper/overview_pdf.html", **overview_parts(sheets, ground))
    for sheet in sheets:
        yield render_template("office/paper/map_pdf.html", **map_parts(sheet, ground))


def overview_parts(sheets: Sequence[RouteSheet], ground: Ground) -> dict[str, object]:
    plan = overview_map(sheets, ground)
    strokes = strokes_of(sheet.vehicle for sheet in sheets)
    return {
        "sheets": sheets, "plan": plan, "office": settings(), "dash_of": dash_of,
        "strokes": strokes,
    }  # fmt: skip


def map_parts(sheet: RouteSheet, ground: Ground) -> dict[str, object]:
    return {"sheet": sheet, "plan": printed_map(sheet, ground), "office": settings()}
