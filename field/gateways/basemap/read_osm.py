"""Reads what is drawn out of an OpenStreetMap extract, as lines of GeoJSON for tippecanoe."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import osmium
from osmium.osm import Area as OsmArea
from osmium.osm import Node, NodeRefList, Way

from field.gateways.basemap.kinds import ROADS, Drawn, area_of, line_of, point_of
from field.gateways.roads.area import Area

Place: TypeAlias = tuple[float, float]  # lat, lon
_KEYS = (
    "highway", "railway", "waterway", "natural", "landuse", "leisure", "place", "amenity", "shop",
    "tourism", "historic", "office", "healthcare",
)  # fmt: skip


class Drawing:
    """What of an extract is drawn: all that meets an area, counted by layer while it is read."""

    def __init__(self, path: Path, area: Area, city: Area) -> None:
        self.counts: dict[str, int] = {}
        self.roads_in_city = 0
        self._area, self._city = area, city
        keys = osmium.filter.KeyFilter(*_KEYS)
        self._extract = osmium.FileProcessor(str(path)).with_locations()
        self._extract = self._extract.with_areas(keys).with_filter(keys)
        self.date: str = self._extract.header.get("osmosis_replication_timestamp", "")[:10]

    def lines(self) -> Iterator[str]:
        """Yield a feature a line; RuntimeError when the file cannot be read to its end."""
        for thing in self._extract:
            if isinstance(thing, Node):
                place = (thing.location.lat, thing.location.lon)
                yield from self._point(point_of(dict(thing.tags)), place)
            elif isinstance(thing, Way):
                yield from self._line(line_of(dict(thing.tags)), _places(thing.nodes))
            elif isinstance(thing, OsmArea):
                yield from self._surface(thing)

    def _point(self, drawn: Drawn | None, place: Place) -> Iterator[str]:
        if drawn and self._area.holds(place):
            yield self._feature(drawn, "Point", _lonlat(place))

    def _line(self, drawn: Drawn | None, places: list[Place]) -> Iterator[str]:
        if drawn is None or len(places) < 2 or not self._near(places):
            return
        self.roads_in_city += drawn.layer == ROADS and any(map(self._city.holds, places))
        yield self._feature(drawn, "LineString", [_lonlat(place) for place in places])

    def _surface(self, area: OsmArea) -> Iterator[str]:
        tags = dict(area.tags)
        drawn, named = area_of(tags), point_of(tags)
        if drawn is None and named is None:
            return
        rings = [
            [_places(outer), *(_places(inner) for inner in area.inner_rings(outer))]
            for outer in area.outer_rings()
        ]
        corners = [place for polygon in rings for place in polygon[0]]
        if not self._near(corners):
            return
        if drawn:
            shape = [[[_lonlat(p) for p in ring] for ring in polygon] for polygon in rings]
            yield self._feature(drawn, "MultiPolygon", shape)
        yield from self._point(named, _middle(corners))

    def _near(self, places: Sequence[Place]) -> bool:
        """Tell whether the box around some places meets the area; tippecanoe cuts the rest."""
        if not places:
            return False
        lats, lons = [place[0] for place in places], [place[1] for place in places]
        area = self._area
        beside = min(lons) > area.east or max(lons) < area.west
        return not beside and min(lats) <= area.north and max(lats) >= area.south

    def _feature(self, drawn: Drawn, shape: str, coordinates: object) -> str:
        self.counts[drawn.layer] = self.counts.get(drawn.layer, 0) + 1
        told = {"kind": drawn.kind, "name": drawn.name, "kind_detail": drawn.detail}
        feature = {
            "type": "Feature",
            "tippecanoe": {"layer": drawn.layer, "minzoom": drawn.min_zoom},
            "properties": {key: value for key, value in told.items() if value},
            "geometry": {"type": shape, "coordinates": coordinates},
        }
        return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _places(nodes: NodeRefList) -> list[Place]:
    # An extract cuts ways: what lies outside has no place.
    return [(node.location.lat, node.location.lon) for node in nodes if node.location.valid()]


def _lonlat(place: Place) -> list[float]:
    return [round(place[1], 6), round(place[0], 6)]


def _middle(places: Sequence[Place]) -> Place:
    lats, lons = [place[0] for place in places], [place[1] for place in places]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
