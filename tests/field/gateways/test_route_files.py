"""Routes as files: what GPX 1.1, KML 2.2 and RFC 7946 ask for, and no word too many."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest
from defusedxml.ElementTree import fromstring

from field.domain.leg import Leg
from field.domain.place import Confidence, Point
from field.domain.polyline import encode
from field.domain.route_sheet import RouteSheet, SheetCard, SheetStop, Spot
from field.gateways.route_files.geojson import geojson
from field.gateways.route_files.gpx import gpx
from field.gateways.route_files.kml import kml
from field.gateways.route_files.table import table
from field.gateways.route_files.told import Wish, Words

NIK = "3271014508671234"
NAME = "Ratna <Kusuma> & \x0bAnak"
HEAD = ("r", "p", "u", "j", "n", "a", "rt", "rw", "kel", "kec", "pat", "k", "lat", "lon")
PLAIN = Wish(Words("Rute", "kartu", "titik perkiraan", HEAD))
NAMED = replace(PLAIN, with_names=True)
GPX, KML = "{http://www.topografix.com/GPX/1/1}", "{http://www.opengis.net/kml/2.2}"
OFFICE = Spot("Kantor Kelurahan Bondongan", Point(-6.61, 106.80))
WIB = ZoneInfo("Asia/Jakarta")
MORNING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def stop(sequence: int, point: Point | None) -> SheetStop:
    return SheetStop(
        household_id=sequence,
        sequence=sequence,
        arrival=MORNING + timedelta(minutes=sequence),
        cards=(SheetCard("AAAA-BBBB", NAME),),
        door=f"Gg. Mawar {sequence} ({NIK})",
        rt="003",
        rw="007",
        kelurahan="Bondongan",
        kecamatan="Bogor Selatan",
        landmark=f"KTP {NIK}",
        brief="",
        visits_before=0,
        point=point,
        confidence=Confidence.RT_RW,
        handpicked=False,
        leg=Leg(encode([OFFICE.point, point]), estimated=sequence == 2) if point else None,
    )


@pytest.fixture
def sheet() -> RouteSheet:
    doors = (stop(1, Point(-6.611, 106.801)), stop(2, Point(-6.612, 106.802)), stop(3, None))
    return RouteSheet(
        manifest_id=1, number=4, version=1, date=date(2026, 11, 24), courier="Budi", title="Lurah",
        vehicle="motor", kecamatan="32.71.01", only_handpicked=False, starts_at=MORNING,
        ends_at=MORNING, distance_m=1, duration_s=1, start=OFFICE, end=OFFICE, replaced=False,
        stops=doors,
    )  # fmt: skip


def tags(parent: Element, space: str) -> list[str]:
    return [child.tag.removeprefix(space) for child in parent]


def in_order(found: list[str], wanted: tuple[str, ...]) -> bool:
    """Tell whether elements stand in the order of the schema's sequence, and none beside it."""
    return [wanted.index(tag) for tag in found] == sorted(wanted.index(tag) for tag in found)


def test_gpx_follows_its_schema(sheet: RouteSheet) -> None:
    root = fromstring(gpx([sheet, replace(sheet, number=5)], NAMED))
    assert root.tag == f"{GPX}gpx"
    assert root.attrib["version"] == "1.1"
    assert root.attrib["creator"]
    assert in_order(tags(root, GPX), ("metadata", "wpt", "rte", "trk", "extensions"))
    point = ("ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym")
    way = ("name", "cmt", "desc", "src", "link", "number", "type", "extensions", "rtept", "trkseg")
    for found in root:
        assert in_order(tags(found, GPX), point if found.tag == f"{GPX}wpt" else way)
    for found in root.iter():
        if found.tag.removeprefix(GPX) in ("wpt", "rtept", "trkpt"):
            assert -90 <= float(found.attrib["lat"]) <= 90
            assert 106 < float(found.attrib["lon"]) < 107
            assert in_order(tags(found, GPX), point)
    routes = root.findall(f"{GPX}rte")
    assert [len(route.findall(f"{GPX}rtept")) for route in routes] == [2, 2]
    assert [route.findtext(f"{GPX}number") for route in routes] == ["4", "5"]
    assert len(root.findall(f"{GPX}trk/{GPX}trkseg")) == 6


def test_kml_follows_its_schema(sheet: RouteSheet) -> None:
    root = fromstring(kml([sheet], NAMED))
    assert root.tag == f"{KML}kml"
    document = root[0]
    assert in_order(tags(document, KML), ("name", "Style", "Folder"))
    order = ("name", "description", "styleUrl", "Point", "LineString", "MultiGeometry")
    styles = {f"#{style.attrib['id']}" for style in document.findall(f"{KML}Style")}
    marks = list(root.iter(f"{KML}Placemark"))
    assert len(marks) == 1 + 1 + 2  # the way, the office, the doors that have a point
    for mark in marks:
        assert in_order(tags(mark, KML), order)
        assert mark.findtext(f"{KML}styleUrl") in {None, *styles}
    for places in root.iter(f"{KML}coordinates"):
        for place in (places.text or "").split():
            lon, lat = map(float, place.split(","))
            assert lon > 106
            assert lat < 0


def test_geojson_follows_its_rfc(sheet: RouteSheet) -> None:
    document = json.loads(geojson([sheet], PLAIN))
    assert document["type"] == "FeatureCollection"
    assert [feature["properties"]["kind"] for feature in document["features"]] == [
        "route", "office", "stop", "stop",
    ]  # fmt: skip
    for feature in document["features"]:
        assert feature["type"] == "Feature"
    line, _, door, _ = (feature["geometry"] for feature in document["features"])
    assert line["type"] == "MultiLineString"
    assert [len(part) for part in line["coordinates"]] == [2, 2, 2]
    assert door == {"type": "Point", "coordinates": [106.801, -6.611]}


def test_csv_has_a_line_a_door_those_without_a_point_too(sheet: RouteSheet) -> None:
    text = table([sheet], NAMED, WIB).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == list(HEAD)
    assert [row[2] for row in rows[1:]] == ["1", "2", "3"]
    assert rows[1][3] == "08.01"
    assert rows[1][6:8] == ["003", "007"]
    assert rows[3][-2:] == ["", ""]


@pytest.mark.parametrize("wish", [PLAIN, NAMED])
def test_names_are_there_when_asked_for_and_a_nik_never(sheet: RouteSheet, wish: Wish) -> None:
    files = [gpx([sheet], wish), kml([sheet], wish), geojson([sheet], wish)]
    files.append(table([sheet], wish, WIB))
    for body in files:
        text = body.decode()
        assert ("Kusuma" in text) == wish.with_names
        assert "\x0b" not in text
        assert not re.search(r"\d{10,}", text)
        assert "Gg. Mawar 1" in text
