"""Waiting cards as a folium map: heaps that part as one comes nearer, or heat."""

import folium.plugins
from branca.element import MacroElement
from flask import render_template
from flask_babel import gettext
from folium.template import Template

from field.services.waiting import Waiting
from web.assets import folium_url, static_url
from web.office.folium_page import Ground, LocalMap, Markup, Page, corners_of, fit, ground_of
from web.office.inert import inert

# One hue that only grows darker, so that it reads in black and white too.
GRADIENT = {0.15: "#f7d9a8", 0.4: "#e69f00", 0.7: "#a04b00", 1.0: "#3d1400"}


class Heaps(MacroElement):
    """The heaps of each level; our own script draws those in view."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        addHeaps({{ this._parent.get_name() }}, {{ this.levels|tojson }}, {{ this.words|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self._name = "Heaps"
        self.words = gettext("%s kartu menunggu")
        self.levels = [
            [
                (round(heap.point.lat, 5), round(heap.point.lon, 5), heap.cards, inert(heap.name))
                for heap in level
            ]
            for level in waiting.levels
        ]


class Heat(folium.plugins.HeatMap):
    """folium's heat map with the script that its wheel brings instead of a link."""

    def __init__(self, cells: list[tuple[float, float, int]]) -> None:
        rows = [(round(lat, 4), round(lon, 4), cards) for lat, lon, cards in cells]
        super().__init__(rows, radius=18, blur=14, min_opacity=0.35, gradient=GRADIENT)
        self.default_js = [("leaflet-heat", folium_url("leaflet-heat.js"))]


def waiting_map(
    waiting: Waiting,
    cells: list[tuple[float, float, int]] | None,
    area: tuple[str, str | None],
    lang: str,
    basemap: Ground | None,
) -> str:
    """Return the whole page of the map: heat where cells are given, else heaps.

    Args:
        waiting: what is counted.
        cells: of the heat map.
        area: the city, and the kecamatan that bounds the map.
        lang: of the reader.
        basemap: below it all.
    """
    city, kecamatan = area
    title = gettext("Kartu yang menunggu")
    page = Page(title, lang)
    ground = ground_of(city, kecamatan, title, basemap)
    page.add_child(ground)
    if cells is None:
        _add_heaps(waiting, ground)
    elif cells:
        ground.add_child(Heat(cells))
    fit(ground, corners_of(city, kecamatan) or corners_of(city, None))
    legend = render_template(
        "office/areas/waiting_legend.html", waiting=waiting, is_heat=cells is not None
    )
    ground.add_child(Markup(legend))
    return str(page.render())


def _add_heaps(waiting: Waiting, ground: LocalMap) -> None:
    address = static_url("area-heaps.js")
    ground.default_js.append((address, address))
    ground.add_child(Heaps(waiting))
