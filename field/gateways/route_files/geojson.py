"""GeoJSON by RFC 7946, places as [lon, lat]: each route's way as one feature, each door as one."""

import json
from collections.abc import Iterable, Iterator, Sequence

from field.domain.drawn import way_of
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet, SheetStop
from field.gateways.route_files.told import Wish, clean, offices, stop_title, stop_words, title

Feature = dict[str, object]


def geojson(sheets: Sequence[RouteSheet], wish: Wish) -> bytes:
    features = [feature for sheet in sheets for feature in _features(sheet, wish)]
    document = {"type": "FeatureCollection", "features": features}
    return json.dumps(document, ensure_ascii=False).encode()


def _features(sheet: RouteSheet, wish: Wish) -> Iterator[Feature]:
    lines = [[_place(point) for point in line] for line in way_of(sheet)]
    if lines:
        said = {"kind": "route", "route": sheet.number, "name": title(sheet, wish)}
        said |= {"date": sheet.date.isoformat(), "vehicle": sheet.vehicle}
        yield _feature("MultiLineString", lines, said)
    yield from _offices(sheet)
    for stop in sheet.stops:
        if stop.point is not None:
            yield _feature("Point", _place(stop.point), _said(sheet, stop, wish))


def _offices(sheet: RouteSheet) -> Iterable[Feature]:
    for spot in offices(sheet):
        said = {"kind": "office", "route": sheet.number, "name": clean(spot.name)}
        yield _feature("Point", _place(spot.point), said)


def _said(sheet: RouteSheet, stop: SheetStop, wish: Wish) -> dict[str, object]:
    return {
        "kind": "stop",
        "route": sheet.number,
        "sequence": stop.sequence,
        "name": stop_title(stop, wish),
        "about": stop_words(stop, wish),
        "rt": stop.rt,
        "rw": stop.rw,
        "kelurahan": stop.kelurahan,
        "cards": len(stop.cards),
        "arrival": stop.arrival.isoformat(),
    }


def _feature(shape: str, places: object, said: dict[str, object]) -> Feature:
    geometry = {"type": shape, "coordinates": places}
    return {"type": "Feature", "geometry": geometry, "properties": said}


def _place(point: Point) -> list[float]:
    return [round(point.lon, 6), round(point.lat, 6)]
