"""What of OpenStreetMap is drawn, in Protomaps' names of layers and kinds, and from which zoom."""

from collections.abc import Mapping
from dataclasses import dataclass

Tags = Mapping[str, str]

ROADS, WATER, LANDUSE, PLACES, POIS = "roads", "water", "landuse", "places", "pois"
LAST_ZOOM = 14  # nearer views are drawn from its tiles

_ROADS = {
    "motorway": ("highway", 8), "trunk": ("major_road", 8), "primary": ("major_road", 9),
    "secondary": ("major_road", 10), "tertiary": ("major_road", 11),
    "unclassified": ("minor_road", 12), "residential": ("minor_road", 12),
    "living_street": ("minor_road", 12), "road": ("minor_road", 12), "service": ("minor_road", 13),
    "busway": ("minor_road", 13), "pedestrian": ("path", 13), "track": ("path", 13),
    "footway": ("path", 13), "path": ("path", 13), "steps": ("path", 13),
    "cycleway": ("path", 13), "bridleway": ("path", 13),
}  # fmt: skip
_RAILS = frozenset({"rail", "light_rail", "subway", "narrow_gauge"})
_WATER_LINES = {"river": 9, "canal": 11, "stream": 13, "drain": 13, "ditch": 13}
_WATER_AREAS = frozenset({"reservoir", "basin", "pond"})
_GREEN = {
    ("leisure", "park"): "park", ("leisure", "garden"): "park", ("leisure", "pitch"): "park",
    ("leisure", "golf_course"): "park", ("leisure", "nature_reserve"): "wood",
    ("landuse", "cemetery"): "cemetery", ("amenity", "grave_yard"): "cemetery",
    ("landuse", "forest"): "wood", ("natural", "wood"): "wood",
    ("landuse", "grass"): "grass", ("landuse", "farmland"): "farmland",
    ("landuse", "orchard"): "farmland", ("landuse", "industrial"): "industrial",
}  # fmt: skip
_PLACES = {
    "city": 8, "town": 9, "suburb": 10, "village": 11, "quarter": 12, "neighbourhood": 13,
    "hamlet": 13, "isolated_dwelling": 13, "locality": 13,
}  # fmt: skip
_POIS = {
    "school": ("school", 13), "kindergarten": ("school", 14), "college": ("school", 13),
    "university": ("school", 12), "hospital": ("clinic", 12), "clinic": ("clinic", 13),
    "doctors": ("clinic", 14), "pharmacy": ("clinic", 14), "marketplace": ("market", 13),
    "townhall": ("office", 12), "community_centre": ("office", 14), "police": ("office", 13),
    "post_office": ("office", 13), "bank": ("office", 14), "fuel": ("landmark", 13),
    "bus_station": ("landmark", 12), "restaurant": ("warung", 14), "cafe": ("warung", 14),
    "fast_food": ("warung", 14), "food_court": ("warung", 14),
}  # fmt: skip
_WARUNG = frozenset({"convenience", "kiosk", "general", "grocery", "supermarket"})
# A mosque helps to find a door even when nobody wrote its name down.
_NAMELESS = {"mosque": "Masjid", "school": "Sekolah", "market": "Pasar"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing on the map: in which layer, as what, from which zoom."""

    layer: str
    kind: str
    min_zoom: int
    name: str = ""
    detail: str = ""


def line_of(tags: Tags) -> Drawn | None:
    """Say how a way is drawn as a line."""
    name = tags.get("name", "")
    highway = tags.get("highway", "")
    if road := _ROADS.get(highway.removesuffix("_link")):
        return Drawn(ROADS, *road, name, highway)
    if tags.get("railway") in _RAILS:
        return Drawn(ROADS, "rail", 11, name)
    waterway = tags.get("waterway", "")
    if waterway in _WATER_LINES:
        return Drawn(WATER, waterway, _WATER_LINES[waterway], name)
    return None


def area_of(tags: Tags) -> Drawn | None:
    """Say how an area is drawn as a surface."""
    name = tags.get("name", "")
    if (
        tags.get("natural") == "water"
        or tags.get("waterway") == "riverbank"
        or tags.get("landuse") in _WATER_AREAS
    ):
        return Drawn(WATER, "water", 9, name)
    green = (kind for pair, kind in _GREEN.items() if tags.get(pair[0]) == pair[1])
    kind = next(green, None)
    return Drawn(LANDUSE, kind, 11, name) if kind else None


def point_of(tags: Tags) -> Drawn | None:
    """Say how a node, or the middle of an area, is named on the map."""
    name = tags.get("name", "")
    place = tags.get("place", "")
    if name and place in _PLACES:
        return Drawn(PLACES, place, _PLACES[place], name)
    if name and tags.get("landuse") == "residential":
        return Drawn(PLACES, "neighbourhood", 13, name)
    found = _landmark(tags)
    if found is None:
        return None
    kind, min_zoom = found
    said = name or _NAMELESS.get(kind, "")
    return Drawn(POIS, kind, min_zoom if name else LAST_ZOOM, said) if said else None


def _landmark(tags: Tags) -> tuple[str, int] | None:
    amenity = tags.get("amenity", "")
    if amenity == "place_of_worship":
        return ("mosque" if tags.get("religion", "muslim") == "muslim" else "worship"), 13
    if amenity in _POIS:
        return _POIS[amenity]
    if "shop" in tags:
        return ("warung" if tags["shop"] in _WARUNG else "shop"), 14
    if tags.get("office") == "government":
        return "office", 13
    if tags.get("railway") in ("station", "halt"):
        return "landmark", 12
    named = ("amenity", "tourism", "historic", "leisure", "office", "healthcare")
    return ("landmark", 14) if any(key in tags for key in named) else None
