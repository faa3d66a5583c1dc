"""KML 2.2: a folder for each route, its way first, then its doors in order."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from field.domain.drawn import way_of
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet
from field.gateways.route_files.told import Wish, clean, offices, stop_title, stop_words, title

SPACE = "http://www.opengis.net/kml/2.2"
# Okabe and Ito's colours as KML counts them: alpha, blue, green, red.
COLOURS = ("ffb27200", "ff009fe6", "ff739e00", "ff005ed5", "ffa779cc", "ffe9b456", "ff000000")


def kml(sheets: Sequence[RouteSheet], wish: Wish) -> bytes:
    root = Element("kml", {"xmlns": SPACE})
    document = SubElement(root, "Document")
    _say(document, "name", ", ".join(title(sheet, wish) for sheet in sheets[:3]))
    for number, colour in enumerate(COLOURS):
        line = SubElement(SubElement(document, "Style", {"id": f"r{number}"}), "LineStyle")
        _say(line, "color", colour)
        _say(line, "width", "4")
    for sheet in sheets:
        _folder(document, sheet, wish)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _folder(document: Element, sheet: RouteSheet, wish: Wish) -> None:
    folder = SubElement(document, "Folder")
    _say(folder, "name", title(sheet, wish))
    lines = way_of(sheet)
    if lines:
        style = f"#r{(sheet.number - 1) % len(COLOURS)}"
        many = SubElement(_mark(folder, title(sheet, wish), "", style), "MultiGeometry")
        for line in lines:
            _say(SubElement(many, "LineString"), "coordinates", _places(line))
    for spot in offices(sheet):
        _at(_mark(folder, clean(spot.name), ""), spot.point)
    for stop in sheet.stops:
        if stop.point is not None:
            _at(_mark(folder, stop_title(stop, wish), stop_words(stop, wish)), stop.point)


def _mark(folder: Element, name: str, words: str, style: str = "") -> Element:
    """The schema wants name, description, style, and then the shape."""
    mark = SubElement(folder, "Placemark")
    _say(mark, "name", name)
    _say(mark, "description", words)
    _say(mark, "styleUrl", style)
    return mark


def _at(mark: Element, point: Point) -> None:
    _say(SubElement(mark, "Point"), "coordinates", _places([point]))


def _places(points: Iterable[Point]) -> str:
    return " ".join(f"{point.lon:.6f},{point.lat:.6f}" for point in points)


def _say(parent: Element, tag: str, text: str) -> None:
    if text:
        SubElement(parent, tag).text = text
