"""GPX 1.1: each route as stops in order (rte) and as its way (trk); offices and doors as points."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from field.domain.drawn import way_of
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet, SheetStop
from field.gateways.route_files.told import Wish, clean, offices, stop_title, stop_words, title

SPACE = "http://www.topografix.com/GPX/1/1"
SCHEMA = f"{SPACE} http://www.topografix.com/GPX/1/1/gpx.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def gpx(sheets: Sequence[RouteSheet], wish: Wish) -> bytes:
    """Return the file. The schema wants points first, then routes, then tracks."""
    root = Element("gpx", {"version": "1.1", "creator": "Antarjemput", "xmlns": SPACE})
    root.set("xmlns:xsi", XSI)
    root.set("xsi:schemaLocation", SCHEMA)
    for sheet in sheets:
        _offices(root, sheet)
    for sheet in sheets:
        _route(root, sheet, wish)
    for sheet in sheets:
        _track(root, sheet, wish)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _offices(root: Element, sheet: RouteSheet) -> None:
    for spot in offices(sheet):
        point = _point(root, "wpt", spot.point)
        _say(point, "name", clean(spot.name))
        _say(point, "sym", "Building")


def _route(root: Element, sheet: RouteSheet, wish: Wish) -> None:
    route = SubElement(root, "rte")
    _say(route, "name", title(sheet, wish))
    _say(route, "number", str(sheet.number))
    for stop in sheet.stops:
        if stop.point is not None:
            _stop(route, stop, stop.point, wish)


def _stop(route: Element, stop: SheetStop, at: Point, wish: Wish) -> None:
    point = _point(route, "rtept", at)
    _say(point, "name", stop_title(stop, wish))
    _say(point, "desc", stop_words(stop, wish))


def _track(root: Element, sheet: RouteSheet, wish: Wish) -> None:
    lines = way_of(sheet)
    if not lines:
        return
    track = SubElement(root, "trk")
    _say(track, "name", title(sheet, wish))
    _say(track, "number", str(sheet.number))
    for line in lines:
        _segment(track, line)


def _segment(track: Element, line: Iterable[Point]) -> None:
    segment = SubElement(track, "trkseg")
    for point in line:
        _point(segment, "trkpt", point)


def _point(parent: Element, tag: str, point: Point) -> Element:
    return SubElement(parent, tag, {"lat": f"{point.lat:.6f}", "lon": f"{point.lon:.6f}"})


def _say(parent: Element, tag: str, text: str) -> None:
    if text:
        SubElement(parent, tag).text = text
