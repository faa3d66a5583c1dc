"""The day's routes as a folium map whose every file is our own: no other host is asked."""

from collections.abc import Sequence
from itertools import pairwise

import folium
from flask import render_template
from flask_babel import gettext
from markupsafe import escape

from field.domain.closures import Effect
from field.domain.drawn import Drawn, Line, drawn
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet, SheetStop
from field.services.city import kelurahan_middles
from web.closed_roads import Road
from web.office.folium_page import Bubble, Ground, LocalMap, Markup, Page, fit, ground_of, text_at
from web.office.inert import inert
from web.office.route_colours import Look, look_of
from web.vehicle_lines import STROKES, strokes_of

# More numbers than this are a heap, and slow on an old laptop: then only lines are drawn.
MOST_NUMBERS = 600
CLOSED = {"color": "#b3261e", "weight": 6, "opacity": 1, "dash_array": "2 9"}
TURNED = {"color": "#20508f", "weight": 5, "opacity": 1}
STRAIGHT, WALKED = "14 10", "1 8"


def day_map(
    sheets: Sequence[RouteSheet],
    area: tuple[str, str | None],
    lang: str,
    basemap: Ground | None = None,
    closed: Sequence[Road] = (),
) -> str:
    """Return the whole page of the map; `area` is the city, and the kecamatan that bounds it."""
    city, kecamatan = area
    ways = {sheet.manifest_id: drawn(sheet) for sheet in sheets}  # lines are texts with braces
    sheets = [inert(sheet) for sheet in sheets]
    points = [point for sheet in sheets for point in sheet.points + ways[sheet.manifest_id].points]
    middles = kelurahan_middles(city, kecamatan) or kelurahan_middles(city, None)
    numbers = sum(sheet.doors for sheet in sheets) <= MOST_NUMBERS
    page = Page(gettext("Peta rute"), lang)
    ground = ground_of(city, kecamatan, gettext("Peta rute"), basemap)
    page.add_child(ground)
    for road in closed:
        _close(road, ground)
    for sheet in sheets:
        _draw(sheet, ways[sheet.manifest_id], ground, numbers=numbers)
    fit(ground, points or list(middles.values()))
    legend = render_template(
        "office/map_legend.html",
        sheets=sheets,
        look_of=look_of,
        strokes=strokes_of(sheet.vehicle for sheet in sheets),
        numbers=numbers,
        closed=closed,
        walks=any(way.walks for way in ways.values()),
        straight=any(way.straight for way in ways.values()),
    )
    ground.add_child(Markup(legend))
    return str(page.render())


def _close(road: Road, ground: LocalMap) -> None:
    """Draw a closed or turned road as the office's other maps do; its words open on a touch."""
    look = CLOSED if road.effect == Effect.CLOSED else TURNED
    places = [[(point.lat, point.lon) for point in line] for line in road.lines]
    folium.PolyLine(places, color="#fff", weight=9, opacity=0.9).add_to(ground)
    line = folium.PolyLine(places, **look)
    line.add_child(Bubble(str(escape(inert(road.words)))))
    line.add_to(ground)


def _draw(sheet: RouteSheet, way: Drawn, ground: LocalMap, *, numbers: bool) -> None:
    look = look_of(sheet.number)
    _line(way.roads + way.straight, ground, color="#fff", weight=10, opacity=0.9)
    stroke = STROKES[sheet.vehicle]
    _line(
        way.roads, ground, color=look.colour, weight=stroke.weight, opacity=1,
        dash_array=look.dash or None,
    )  # fmt: skip
    if stroke.core:
        _line(way.roads, ground, color="#fff", weight=stroke.core, opacity=1)
    _line(way.straight, ground, color=look.colour, weight=3, opacity=1, dash_array=STRAIGHT)
    _line(way.walks, ground, color=look.colour, weight=4, opacity=1, dash_array=WALKED)
    for stop in sheet.stops if numbers else ():
        if stop.point is not None:
            _stop(sheet, stop, stop.point).add_to(ground)
    for spot in (sheet.start, sheet.end):
        if spot is not None:
            name = f'<span class="office-mark" title="{escape(spot.name)}"></span>'
            text_at(spot.point, name, z=500).add_to(ground)
    if sheet.points:
        badge = f'<b class="route-badge" style="{_ink(look)}">{sheet.number}</b>'
        text_at(_middle(sheet.points, way), badge, z=1000).add_to(ground)


def _line(lines: Sequence[Line], ground: LocalMap, **look: object) -> None:
    if lines:
        places = [[(point.lat, point.lon) for point in line] for line in lines]
        folium.PolyLine(places, **look).add_to(ground)


def _stop(sheet: RouteSheet, stop: SheetStop, point: Point) -> folium.Marker:
    look, label = look_of(sheet.number), f"{sheet.number}.{stop.sequence}"
    html = f'<span class="stop-number" style="border-color:{look.colour}">{label}</span>'
    mark = folium.Marker(
        (point.lat, point.lon),
        icon=folium.DivIcon(html=html, icon_size=(0, 0)),
        title=f"{label} {stop.name}",
        alt=f"{label} {stop.name}",
    )
    mark.add_child(Bubble(render_template("office/map_bubble.html", sheet=sheet, stop=stop)))
    return mark


def _ink(look: Look) -> str:
    return f"background:{look.colour};color:{look.ink}"


def _middle(points: list[Point], way: Drawn) -> Point:
    """Return the middle of the longest leg: there the number hides the least."""
    if way.roads:
        longest = max(way.roads, key=len)
        return longest[len(longest) // 2]
    if len(points) == 1:
        return points[0]
    one, other = max(
        pairwise(points),
        key=lambda leg: abs(leg[0].lat - leg[1].lat) + abs(leg[0].lon - leg[1].lon),
    )
    return Point((one.lat + other.lat) / 2, (one.lon + other.lon) / 2)
