"""Where invented people live: RW and RT as clusters inside the real kelurahan boundaries."""

from dataclasses import dataclass
from functools import cache
from math import cos, radians, sqrt
from random import Random

from data.regions import Kelurahan, regions

_METRES_A_DEGREE = 111_195
_RW_RADIUS_M, _RT_RADIUS_M = 140, 35


@dataclass(frozen=True, slots=True)
class Rt:
    """A neighbourhood of some dozens of houses around a point."""

    kelurahan: Kelurahan
    rt: str
    rw: str
    lat: float
    lon: float


def weights(city: str) -> list[float]:
    """Weigh each kelurahan by the adults of its kecamatan, spread by the root of the areas.

    The root, because a large kelurahan is a thinly settled one.
    """
    known = regions(city)
    roots = {part.code: 0.0 for part in known.kecamatan}
    for place in known.kelurahan:
        roots[place.kecamatan.code] += sqrt(place.area_km2)
    return [
        place.kecamatan.adults * sqrt(place.area_km2) / roots[place.kecamatan.code]
        for place in known.kelurahan
    ]


@cache
def neighbourhoods(city: str, code: str, seed: int) -> tuple[Rt, ...]:
    """Lay out the RW and RT of one kelurahan, the same for a seed every time."""
    kelurahan = regions(city).by_code(code)
    if kelurahan is None:
        raise LookupError(f"{city} has no kelurahan {code}")
    chance = Random(f"{seed}/{code}")  # noqa: S311 - invented, not secret
    found = []
    for rw in range(1, chance.randint(6, 14) + 1):
        centre = _anywhere(kelurahan, chance)
        for rt in range(1, chance.randint(3, 6) + 1):
            lat, lon = near(kelurahan, centre, _RW_RADIUS_M, chance)
            found.append(Rt(kelurahan, f"{rt:03}", f"{rw:03}", lat, lon))
    return tuple(found)


def house(rt: Rt, chance: Random) -> tuple[float, float]:
    """Pick a door in an RT; never outside its kelurahan."""
    return near(rt.kelurahan, (rt.lat, rt.lon), _RT_RADIUS_M, chance)


def near(
    kelurahan: Kelurahan, centre: tuple[float, float], metres: float, chance: Random
) -> tuple[float, float]:
    """Pick a point about so many metres from a centre, drawing nearer until it is inside."""
    lat, lon = centre
    while True:
        spread = metres / _METRES_A_DEGREE
        y = lat + chance.gauss(0, spread)
        x = lon + chance.gauss(0, spread) / cos(radians(lat))
        if kelurahan.boundary.holds(y, x):
            return round(y, 6), round(x, 6)
        metres *= 0.9


def _anywhere(kelurahan: Kelurahan, chance: Random) -> tuple[float, float]:
    box = kelurahan.boundary.box
    while True:
        lat, lon = chance.uniform(box.south, box.north), chance.uniform(box.west, box.east)
        if kelurahan.boundary.holds(lat, lon):
            return lat, lon
