"""Reads lines in GeoJSON with a class column; its other columns are tags as OpenStreetMap's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from field.gateways.roads.survey import Origin, Place, Survey, Way

CLASS_COLUMNS = ("highway", "class", "kelas", "fclass", "jenis", "remark")
_SAME_PLACE = 6  # decimals of a degree, 0.1 m: lines that meet share this much
_WORDS = {
    **dict.fromkeys(("tol", "jalan tol"), "motorway"),
    **dict.fromkeys(("arteri", "jalan arteri"), "primary"),
    **dict.fromkeys(("kolektor", "jalan kolektor"), "secondary"),
    **dict.fromkeys(("lokal", "jalan lokal"), "residential"),
    **dict.fromkeys(("lain", "jalan lain", "lingkungan"), "unclassified"),
    **dict.fromkeys(("setapak", "jalan setapak"), "footway"),
    "gang": "living_street",
}


class NoClass(ValueError):
    """No column says what kind of road a line is."""


def read_geojson(path: Path) -> Survey:
    """Return the lines as ways; ValueError when it is no GeoJSON of lines with classes."""
    with path.open(encoding="utf-8-sig") as file:
        document = json.load(file)
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        raise ValueError("no FeatureCollection")
    told = document.get("metadata") or {}
    survey = Survey(
        Origin(
            str(told.get("source") or path.name),
            str(told.get("licence") or ""),
            str(told.get("date") or ""),
        )
    )
    numbers: dict[Place, int] = {}
    classed = False
    for feature in document["features"]:
        tags = _tags(feature)
        classed = classed or "highway" in tags
        for line in _lines(feature.get("geometry") or {}):
            refs = [_number(numbers, lat, lon) for lon, lat, *_ in line]
            survey.ways.append(Way(len(survey.ways) + 1, tuple(refs), tags))
    survey.nodes = {number: place for place, number in numbers.items()}
    if survey.ways and not classed:
        raise NoClass
    return survey


def _tags(feature: dict[str, Any]) -> dict[str, str]:
    given = feature.get("properties") or {}
    columns = {str(key).casefold(): value for key, value in given.items()}
    tags = {key: str(value) for key, value in columns.items() if value not in (None, "")}
    for column in CLASS_COLUMNS:
        if said := tags.get(column, "").strip().casefold():
            tags["highway"] = _WORDS.get(said, said)
            return tags
    return tags


def _lines(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    if geometry.get("type") == "LineString":
        yield geometry["coordinates"]
    elif geometry.get("type") == "MultiLineString":
        yield from geometry["coordinates"]


def _number(numbers: dict[Place, int], lat: float, lon: float) -> int:
    place = (round(float(lat), _SAME_PLACE), round(float(lon), _SAME_PLACE))
    return numbers.setdefault(place, len(numbers) + 1)
