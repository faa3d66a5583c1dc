"""The day's routes as a folium map whose every file is our own: no other host is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import folium
from branca.element import Figure, MacroElement
from flask import render_template
from flask_babel import gettext
from folium.template import Template
from markupsafe import escape

from field.domain.drawn import Drawn, Line, drawn
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet, SheetStop
from field.services.city import boundaries, kelurahan_middles
from web.assets import npm_url, static_url
from web.office.inert import inert
from web.office.route_colours import Look, look_of

# More numbers than this are a heap, and slow on an old laptop: then only lines are drawn.
MOST_NUMBERS = 600
STRAIGHT, WALKED = "14 10", "1 8"
BOUNDARY = {"color": "#7a857f", "weight": 1.5, "dashArray": "6 4", "fill": False}


@dataclass(frozen=True)
class Ground:
    """The basemap below the routes, by a link that the frame can open."""

    link: str
    attribution: str


class Page(Figure):
    """The page around the map, with a language and a title."""

    _template = Template(
        '<!DOCTYPE html>\n<html lang="{{ this.lang }}">\n'
        "<head>\n<title>{{ this.title|e }}</title>\n"
        "{{ this.header.render(**kwargs) }}\n</head>\n<body>\n{{ this.html.render(**kwargs) }}\n"
        "<script>\n{{ this.script.render(**kwargs) }}\n</script>\n</body>\n</html>\n"
    )

    def __init__(self, title: str, lang: str) -> None:
        super().__init__(title=title)
        self.lang = lang


class LocalMap(folium.Map):
    """folium's map without its ten links to other hosts; it needs neither jQuery nor Bootstrap."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {% endmacro %}
        {% macro html(this, kwargs) %}
        <div class="folium-map" id="{{ this.get_name() }}" role="region"
          aria-label="{{ this.label|e }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map("{{ this.get_name() }}",
          {center: {{ this.location|tojson }}, attributionControl: false, zoomSnap: 0.25,
           ...{{ this.options|tojavascript }}});
        L.control.scale({imperial: false}).addTo({{ this.get_name() }});
        {{ this.get_name() }}.on("zoomend", function () {
          this.getContainer().classList.toggle("far", this.getZoom() < 14.5);
        });
        {% if this.basemap %}
        addBasemap({{ this.get_name() }}, {{ this.basemap.link|tojson }},
          {attribution: {{ this.basemap.attribution|tojson }}, dark: false});
        {% endif %}
        {% endmacro %}
        """
    )

    def __init__(self, label: str, middle: Point, basemap: Ground | None) -> None:
        super().__init__((middle.lat, middle.lon), tiles=None, zoom_start=14)
        self.label = label
        self.default_js = [("leaflet", npm_url("leaflet-global.js"))]
        self.basemap = basemap
        if basemap:
            tools = [npm_url("pmtiles.js"), npm_url("protomaps-leaflet.js")]
            tools.append(static_url("basemap-style.js"))
            self.default_js += [(address, address) for address in tools]
        self.default_css = [
            ("leaflet_css", npm_url("leaflet.css")),
            ("map_css", static_url("map.css")),
        ]


class Markup(MacroElement):
    """Ready HTML beside the map."""

    _template = Template("{% macro html(this, kwargs) %}{{ this.html }}{% endmacro %}")

    def __init__(self, html: str) -> None:
        super().__init__()
        self._name = "Markup"
        self.html = html


class Bubble(MacroElement):
    """What a stop says when it is touched; folium's own Popup needs jQuery."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.bindPopup({{ this.html|tojavascript }});
        {% endmacro %}
        """
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self._name = "Bubble"
        self.html = html


def day_map(
    sheets: Sequence[RouteSheet],
    city: str,
    kecamatan: str | None,
    lang: str,
    basemap: Ground | None = None,
) -> str:
    """Return the whole page of the map."""
    ways = {sheet.manifest_id: drawn(sheet) for sheet in sheets}  # lines are texts with braces
    sheets = [inert(sheet) for sheet in sheets]
    middles = kelurahan_middles(city, kecamatan)
    points = [point for sheet in sheets for point in sheet.points + ways[sheet.manifest_id].points]
    points = points or list((middles or kelurahan_middles(city, None)).values())
    numbers = sum(sheet.doors for sheet in sheets) <= MOST_NUMBERS
    page = Page(gettext("Peta rute"), lang)
    ground = LocalMap(gettext("Peta rute"), points[0], basemap)
    page.add_child(ground)
    folium.GeoJson(
        boundaries(city, kecamatan), style_function=lambda _: BOUNDARY, interactive=False
    ).add_to(ground)
    for name, point in middles.items():
        _label(point, f'<span class="place-name">{escape(name)}</span>').add_to(ground)
    for sheet in sheets:
        _draw(sheet, ways[sheet.manifest_id], ground, numbers=numbers)
    ground.fit_bounds(_bounds(points), padding=(32, 32))
    legend = render_template(
        "office/map_legend.html",
        sheets=sheets,
        look_of=look_of,
        numbers=numbers,
        walks=any(way.walks for way in ways.values()),
        straight=any(way.straight for way in ways.values()),
    )
    ground.add_child(Markup(legend))
    return str(page.render())


def _draw(sheet: RouteSheet, way: Drawn, ground: LocalMap, *, numbers: bool) -> None:
    look = look_of(sheet.number)
    _line(way.roads + way.straight, ground, color="#fff", weight=8, opacity=0.9)
    _line(way.roads, ground, color=look.colour, weight=4, opacity=1, dash_array=look.dash or None)
    _line(way.straight, ground, color=look.colour, weight=3, opacity=1, dash_array=STRAIGHT)
    _line(way.walks, ground, color=look.colour, weight=4, opacity=1, dash_array=WALKED)
    for stop in sheet.stops if numbers else ():
        if stop.point is not None:
            _stop(sheet, stop, stop.point).add_to(ground)
    for spot in (sheet.start, sheet.end):
        if spot is not None:
            name = f'<span class="office-mark" title="{escape(spot.name)}"></span>'
            _label(spot.point, name, z=500).add_to(ground)
    if sheet.points:
        badge = f'<b class="route-badge" style="{_ink(look)}">{sheet.number}</b>'
        _label(_middle(sheet.points, way), badge, z=1000).add_to(ground)


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


def _label(point: Point, html: str, z: int = -1000) -> folium.Marker:
    return folium.Marker(
        (point.lat, point.lon),
        icon=folium.DivIcon(html=html, icon_size=(0, 0)),
        interactive=False,
        keyboard=False,
        z_index_offset=z,
    )


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


def _bounds(points: list[Point]) -> list[tuple[float, float]]:
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    return [(min(lats), min(lons)), (max(lats), max(lons))]
