"""Reads the names of an OpenStreetMap extract (.osm.pbf, .osm) by the osmium library."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import osmium
from osmium.osm import Area, Node, Way

from data.regions import Regions
from field.domain.place import Box, Point
from field.gateways.names.gather import Gathering
from field.gateways.names.places import About, NameIndex, PlaceKind

SOURCE = "OpenStreetMap contributors"
LICENCE = "ODbL 1.0"
MARGIN = 0.01  # degrees around the city, about a kilometre: its border streets have two sides

_KAMPUNG = {
    "hamlet", "neighbourhood", "quarter", "suburb", "village", "isolated_dwelling", "locality",
}  # fmt: skip
_LANDMARKS = (
    "amenity", "shop", "tourism", "leisure", "office", "historic", "healthcare", "railway",
    "public_transport", "man_made", "bridge", "craft", "building", "natural", "place",
)  # fmt: skip
_OTHER_NAMES = ("alt_name", "old_name", "short_name", "loc_name", "official_name", "name:id")
_KEYS = ("name", "addr:housenumber", "addr:block")
_Thing: TypeAlias = Node | Way | Area


def names_of(path: Path, region: Regions) -> NameIndex:
    """Gather the names in and around a city.

    Args:
        path: an extract; it may reach beyond the city.
        region: the city's tables: what to cut out, and which kelurahan each piece is in.

    Raises:
        RuntimeError: the file cannot be read to its end.
    """
    extract = osmium.FileProcessor(str(path)).with_locations()
    extract = extract.with_areas(osmium.filter.KeyFilter(*_KEYS))
    extract = extract.with_filter(osmium.filter.KeyFilter(*_KEYS))
    told = extract.header.get("osmosis_replication_timestamp", "")
    gathering = Gathering(region)
    inside = _grown(region)
    for thing in extract:
        if isinstance(thing, Way) and thing.is_closed() and "highway" not in thing.tags:
            continue  # it comes once more, as an area
        if isinstance(thing, Node | Way | Area):
            points = [point for point in _points(thing) if inside.holds(point)]
            if points:
                _add(gathering, dict(thing.tags), points)
    return NameIndex(About(SOURCE, LICENCE, told[:10] or _day(path)), gathering.places())


def _add(gathering: Gathering, tags: Mapping[str, str], points: list[Point]) -> None:
    if number := tags.get("addr:housenumber"):
        street = tags.get("addr:street") or tags.get("addr:place") or ""
        gathering.add_house(street, tags.get("addr:block", ""), number, points)
    kind = _kind(tags)
    if kind and tags.get("name"):
        others = [tags[name] for name in _OTHER_NAMES if tags.get(name)]
        gathering.add(kind, tags["name"], others, points)


def _kind(tags: Mapping[str, str]) -> PlaceKind | None:
    if "highway" in tags and tags["highway"] not in {"bus_stop", "services", "rest_area"}:
        return PlaceKind.STREET
    if tags.get("place") == "city_block":
        return PlaceKind.BLOCK
    if tags.get("place") in _KAMPUNG:
        return PlaceKind.KAMPUNG
    if tags.get("landuse") == "residential":
        return PlaceKind.ESTATE
    if "highway" in tags or any(key in tags for key in _LANDMARKS):
        return PlaceKind.LANDMARK
    return None


def _points(thing: _Thing) -> list[Point]:
    """Return the corners of a thing; of an area those of its outer rings."""
    if isinstance(thing, Node):
        return [Point(thing.location.lat, thing.location.lon)]
    nodes = (
        [node for ring in thing.outer_rings() for node in ring]
        if isinstance(thing, Area)
        else thing.nodes
    )
    # An extract cuts ways: what lies outside has no place.
    return [Point(node.location.lat, node.location.lon) for node in nodes if node.location.valid()]


def _grown(region: Regions) -> Box:
    box = region.box
    return Box(box.south - MARGIN, box.west - MARGIN, box.north + MARGIN, box.east + MARGIN)


def _day(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
