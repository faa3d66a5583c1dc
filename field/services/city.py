"""What pages show of the city itself: names of its parts, their boundaries, its offices."""

from functools import cache

from data.offices import Office, offices
from data.regions import regions
from field.domain.place import Point


def city_name(city: str) -> str:
    return regions(city).name


def kecamatan_names(city: str) -> dict[str, str]:
    """Return the names by code, in the order of the codes."""
    return {part.code: part.name for part in regions(city).kecamatan}


def kelurahan_names(city: str, kecamatan: str | None = None) -> dict[str, str]:
    """Return the names by code, of one kecamatan or of the whole city."""
    return {
        part.code: part.name
        for part in regions(city).kelurahan
        if kecamatan in (None, part.kecamatan.code)
    }


def office_list(city: str) -> tuple[Office, ...]:
    return offices(city)


@cache
def boundaries(city: str, kecamatan: str | None = None) -> dict[str, object]:
    """Return the kelurahan as GeoJSON ([lon, lat]), each with its code and name."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": part.code, "name": part.name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[lon, lat] for lat, lon in ring] for ring in part.boundary.rings],
            },
        }
        for part in regions(city).kelurahan
        if kecamatan in (None, part.kecamatan.code)
    ]
    return {"type": "FeatureCollection", "features": features}


@cache
def outlines(city: str) -> tuple[tuple[Point, ...], ...]:
    """Return the rings of all kelurahan boundaries, for drawing."""
    return tuple(
        tuple(Point(lat, lon) for lat, lon in ring)
        for part in regions(city).kelurahan
        for ring in part.boundary.rings
    )


def kelurahan_at(city: str, point: Point) -> str | None:
    """Return the name of the kelurahan around a point; None outside the city."""
    found = regions(city).kelurahan_at(point.lat, point.lon)
    return found.name if found else None


def kelurahan_middles(city: str, kecamatan: str | None = None) -> dict[str, Point]:
    """Return a point well inside each kelurahan, by its name."""
    return {
        part.name: Point(part.lat, part.lon)
        for part in regions(city).kelurahan
        if kecamatan in (None, part.kecamatan.code)
    }
