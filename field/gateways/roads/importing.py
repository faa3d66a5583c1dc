"""A map file, read and judged whole before anything is changed; what is wrong has a code."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from data.regions import regions
from field.domain.fault import Fault
from field.domain.roads import BROKEN, EMPTY, NO_CLASS, NO_ROADS, TURNED, UNKNOWN_FORMAT
from field.gateways.roads.area import Area
from field.gateways.roads.build import build
from field.gateways.roads.classes import FOOT
from field.gateways.roads.network import Network
from field.gateways.roads.opening import with_order
from field.gateways.roads.read_geojson import NoClass, read_geojson
from field.gateways.roads.read_osm import read_osm
from field.gateways.roads.survey import Origin, Survey

_READERS: dict[str, Callable[[Path], Survey]] = {
    ".pbf": read_osm,
    ".osm": read_osm,
    ".geojson": read_geojson,
    ".json": read_geojson,
}


def import_map(
    path: Path, city: str, now: datetime, origin: Origin, *, turn: bool = False
) -> Network:
    """Return the network of the city's part of a map.

    Args:
        path: an extract of OpenStreetMap, or lines in GeoJSON.
        city: whose roads are wanted.
        now: the moment of the import.
        origin: what the file does not say of itself; filled fields win.
        turn: read latitude as longitude, for a file that has them swapped.
    """
    survey = _read(path)
    if turn:
        _turn(survey)
    area = city_area(city)
    network = build(survey, area, city)
    if network is None or not network.usable[FOOT].any():
        _turn(survey)
        turned = build(survey, area, city) is not None
        name = regions(city).name
        raise (
            Fault(TURNED, name=path.name) if turned else Fault(NO_ROADS, name=path.name, city=name)
        )
    about = replace(
        network.about,
        imported_at=now.isoformat(timespec="seconds"),
        source=origin.source or network.about.source,
        licence=origin.licence or network.about.licence,
        date=origin.date or network.about.date,
    )
    return with_order(replace(network, about=about))


def city_area(city: str) -> Area:
    box = regions(city).box
    return Area(box.south, box.west, box.north, box.east).grown()


def _read(path: Path) -> Survey:
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        raise Fault(UNKNOWN_FORMAT, name=path.name)
    if path.stat().st_size == 0:
        raise Fault(EMPTY, name=path.name)
    try:
        survey = reader(path)
    except NoClass as silent:
        raise Fault(NO_CLASS, name=path.name) from silent
    # What osmium meets in a torn file comes as RuntimeError; JSON and odd shapes as the others.
    except (RuntimeError, ValueError, TypeError, KeyError, AttributeError) as broken:
        raise Fault(BROKEN, name=path.name) from broken
    return survey


def _turn(survey: Survey) -> None:
    survey.nodes = {ref: (lon, lat) for ref, (lat, lon) in survey.nodes.items()}
