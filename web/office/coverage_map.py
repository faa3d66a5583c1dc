"""Coverage or success by kelurahan as a folium map whose classes read in black and white."""

from collections.abc import Sequence
from typing import Any

import folium
from flask import render_template
from flask_babel import gettext
from markupsafe import escape

from field.domain.area import CLASSES, Figures, class_of
from field.services.city import boundaries, kelurahan_middles
from web.office.folium_page import (
    Ground,
    LocalMap,
    Markup,
    Page,
    corners_of,
    fit,
    ground_of,
    text_at,
)

MEASURES = ("coverage", "success")
EDGE = {"color": "#1b2420", "weight": 1.5, "fillOpacity": 0.9}


def coverage_map(
    rows: Sequence[Figures],
    measure: str,
    area: tuple[str, str | None],
    lang: str,
    basemap: Ground | None,
) -> str:
    """Return the whole page of the map.

    Args:
        rows: the figures of each kelurahan.
        measure: one of MEASURES.
        area: the city, and the kecamatan that bounds the map.
        lang: of the reader.
        basemap: below it all.
    """
    city, kecamatan = area
    title = gettext("Cakupan") if measure == "coverage" else gettext("Keberhasilan")
    page = Page(title, lang)
    ground = ground_of(city, kecamatan, title, basemap, names=False)
    page.add_child(ground)
    values = {row.code: value_of(row, measure) for row in rows}
    _paint(ground, values, boundaries(city, kecamatan))
    middles = kelurahan_middles(city, kecamatan)
    for row in rows:
        value = value_of(row, measure)
        figure = "" if value is None else f"{value}%"
        words = f"<b>{figure}</b><i>{escape(row.name)}</i>"
        text = f'<span class="area-figure">{words}</span>'
        text_at(middles[row.name], text).add_to(ground)
    fit(ground, corners_of(city, kecamatan) or corners_of(city, None))
    legend = render_template(
        "office/areas/coverage_legend.html", title=title, classes=CLASSES, measure=measure
    )
    ground.add_child(Markup(legend))
    return str(page.render())


def value_of(row: Figures, measure: str) -> int | None:
    return row.coverage if measure == "coverage" else row.success


def _paint(ground: LocalMap, values: dict[str, int | None], document: dict[str, object]) -> None:
    def look(feature: dict[str, Any]) -> dict[str, object]:
        number = class_of(values.get(feature["properties"]["code"]))
        # The hatches are drawn once, in the legend, and named here.
        return {**EDGE, "fillColor": "#fff" if number is None else f"url(#class-{number})"}

    folium.GeoJson(document, style_function=look, interactive=False).add_to(ground)
