"""A folium page whose every file is our own: no other host is asked, nothing needs jQuery."""

from collections.abc import Sequence
from dataclasses import dataclass

import folium
from branca.element import Figure, MacroElement
from flask_babel import gettext
from folium.template import Template
from markupsafe import escape

from field.domain.place import Point
from field.services.city import boundaries, kelurahan_middles
from web.assets import npm_url, static_url

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
    """folium's map without its ten links to other hosts, with a scale and an arrow to the north."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {% endmacro %}
        {% macro html(this, kwargs) %}
        <div class="folium-map" id="{{ this.get_name() }}" role="region"
          aria-label="{{ this.label|e }}">
        <div class="north"><svg width="22" height="26" viewBox="0 0 22 26" aria-hidden="true">
          <path d="M11 1l9 24-9-6-9 6z"/></svg>{{ this.north|e }}</div></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map("{{ this.get_name() }}",
          {center: {{ this.location|tojson }}, attributionControl: false, zoomSnap: 0.25,
           ...{{ this.options|tojavascript }}});
        L.control.scale({imperial: false}).addTo({{ this.get_name() }});
        {{ this.get_name() }}.on("zoomend", function () {
          this.getContainer().classList.toggle("far", this.getZoom() < 14.5);
          this.getContainer().classList.toggle("farthest", this.getZoom() < 12.75);
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
        self.label, self.north = label, gettext("U")
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


class Fit(MacroElement):
    """Shows these points, beside the legend where there is room for both."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        (function (legend) {
          var beside = innerWidth > 520 && legend ? legend.offsetWidth + 16 : 24;
          {{ this._parent.get_name() }}.fitBounds({{ this.bounds|tojson }},
            {animate: false, paddingTopLeft: [24, 24], paddingBottomRight: [beside, 24]});
        })(document.querySelector(".legend"));
        {% endmacro %}
        """
    )

    def __init__(self, points: Sequence[Point]) -> None:
        super().__init__()
        self._name = "Fit"
        lats, lons = [point.lat for point in points], [point.lon for point in points]
        self.bounds = [(min(lats), min(lons)), (max(lats), max(lons))]


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


def ground_of(
    city: str, kecamatan: str | None, label: str, basemap: Ground | None, *, names: bool = True
) -> LocalMap:
    """Return a map of a kecamatan, or of the city, with the boundaries of its kelurahan."""
    middles = kelurahan_middles(city, kecamatan) or kelurahan_middles(city, None)
    ground = LocalMap(label, next(iter(middles.values())), basemap)
    outline = folium.GeoJson(
        boundaries(city, kecamatan), style_function=lambda _: BOUNDARY, interactive=False
    )
    outline.add_to(ground)
    if names:
        for name, point in middles.items():
            text_at(point, f'<span class="place-name">{escape(name)}</span>').add_to(ground)
    return ground


def text_at(point: Point, html: str, z: int = -1000) -> folium.Marker:
    """Return words on the ground, which nobody can touch."""
    return folium.Marker(
        (point.lat, point.lon),
        icon=folium.DivIcon(html=html, icon_size=(0, 0)),
        interactive=False,
        keyboard=False,
        z_index_offset=z,
    )


def fit(ground: LocalMap, points: Sequence[Point]) -> None:
    ground.add_child(Fit(points))


def corners_of(city: str, kecamatan: str | None) -> list[Point]:
    """Return the corners of all boundaries, to fit a map around them."""
    features: list[dict[str, dict[str, list[list[tuple[float, float]]]]]] = boundaries(
        city, kecamatan
    )["features"]  # type: ignore[assignment]  # a GeoJSON document is a dict of objects
    rings = [ring for feature in features for ring in feature["geometry"]["coordinates"]]
    return [Point(lat, lon) for ring in rings for lon, lat in ring]
