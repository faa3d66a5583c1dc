"""One compact file a city: packed text behind a header with a version; swapped in whole."""

import gzip
import json
import os
import secrets
import zlib
from pathlib import Path
from typing import Any

from field.domain.place import Point
from field.gateways.names.places import About, NamedPlace, NameIndex, PlaceKind

_FORMAT = "antarjemput-names"
_VERSION = 1


class NotAnIndex(ValueError):
    """Not a file of names, or one that another version of the program wrote."""


def write_index(index: NameIndex, path: Path) -> None:
    """Put the file in place whole or not at all; who reads the old one goes on reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    about = index.about
    document = {
        "format": _FORMAT,
        "version": _VERSION,
        "about": [about.source, about.licence, about.date],
        "places": [_packed(place) for place in index.places],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("wb") as file:
            file.write(gzip.compress(text.encode(), compresslevel=6, mtime=0))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_index(path: Path) -> NameIndex:
    """Read the file back; FileNotFoundError when there is none.

    Raises:
        NotAnIndex: it is broken, or of another version.
    """
    try:
        document = json.loads(gzip.decompress(path.read_bytes()))
        if (document["format"], document["version"]) != (_FORMAT, _VERSION):
            raise NotAnIndex(f"{path.name}: {document['format']} {document['version']}")
        places = tuple(_unpacked(row) for row in document["places"])
        return NameIndex(About(*document["about"]), places)
    except NotAnIndex:
        raise
    except (gzip.BadGzipFile, zlib.error, EOFError, KeyError, TypeError, ValueError) as broken:
        raise NotAnIndex(f"{path.name}: {broken}") from broken


def _packed(place: NamedPlace) -> list[Any]:
    return [
        place.kind.value,
        place.name,
        place.kelurahan,
        place.reach,
        [[point.lat, point.lon] for point in place.points],
        list(place.others),
        {number: [point.lat, point.lon] for number, point in place.houses.items()},
    ]


def _unpacked(row: list[Any]) -> NamedPlace:
    kind, name, kelurahan, reach, points, others, houses = row
    return NamedPlace(
        kind=PlaceKind(kind),
        name=name,
        points=tuple(Point(*pair) for pair in points),
        reach=reach,
        kelurahan=kelurahan,
        others=tuple(others),
        houses={number: Point(*pair) for number, pair in houses.items()},
    )
