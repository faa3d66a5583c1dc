"""What the rules need of a city's region tables, in the words of the domain."""

from functools import cache

from data import regions as tables
from field.domain.place import Box
from field.domain.region_names import RegionName, RegionNames

_COUNTRY = ("Indonesia", "Jabar")


@cache
def region_names(city: str) -> RegionNames:
    """List every spelling of a city's regions for the address parser."""
    return names_in(tables.regions(city))


def names_in(known: tables.Regions) -> RegionNames:
    return RegionNames.build(
        kelurahan=[
            RegionName(place.code, place.name, place.kecamatan.name, place.spellings)
            for place in known.kelurahan
        ],
        kecamatan=[
            RegionName(part.code, part.name, part.name, part.spellings) for part in known.kecamatan
        ],
        around=(known.name, *known.spellings, known.province, *_COUNTRY),
    )


def city_box(city: str) -> Box:
    box = tables.regions(city).box
    return Box(box.south, box.west, box.north, box.east)


def kelurahan_codes(city: str, kecamatan: str | None = None) -> tuple[str, ...]:
    """Return the codes of the kelurahan, of one kecamatan or of the whole city."""
    return tuple(
        place.code
        for place in tables.regions(city).kelurahan
        if kecamatan in (None, place.kecamatan.code)
    )


@cache
def kelurahan_middles(city: str) -> dict[str, tuple[float, float]]:
    """Return a point (lat, lon) well inside each kelurahan, by its code."""
    return {place.code: (place.lat, place.lon) for place in tables.regions(city).kelurahan}
