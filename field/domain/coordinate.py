"""Read the point that somebody gave: numbers, degrees, a Google Maps link or a plus code."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.place import Box, Point
from field.domain.text import N_

UNREADABLE = FaultKind(
    "point.unreadable",
    Nature.BAD_INPUT,
    N_("Titik ini tidak terbaca."),
    N_("Tulis seperti -6.595038, 106.816635, atau tempel tautan Google Maps atau plus code."),
)
SHORT_LINK = FaultKind(
    "point.short_link",
    Nature.BAD_INPUT,
    N_("Tautan pendek tidak memuat titiknya."),
    N_("Buka tautannya, tunggu peta tampil, lalu salin alamat yang panjang atau angka titiknya."),
)
OUTSIDE_CITY = FaultKind(
    "point.outside_city",
    Nature.BAD_INPUT,
    N_("Titik ini berada di luar kota."),
    N_("Periksa angkanya; lintang dulu (sekitar %(lat)s), lalu bujur (sekitar %(lon)s)."),
)
TURNED = FaultKind(
    "point.turned",
    Nature.BAD_INPUT,
    N_("Lintang dan bujur tertukar, atau tanda minus hilang; sudah dibetulkan."),
    N_("Lihat titiknya di peta."),
)

_SIGNED = r"-?[0-9]{1,3}(?:\.[0-9]+)?"
_LAT_LON = rf"(?P<lat>{_SIGNED}),[\s+]*(?P<lon>{_SIGNED})"
# Links, surest first: the place itself, then what was asked for, then where the map was looking.
_LINKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"!3d(?P<lat>{_SIGNED})!4d(?P<lon>{_SIGNED})",
        rf"!1d(?P<lon>{_SIGNED})!2d(?P<lat>{_SIGNED})",
        rf"!2d(?P<lon>{_SIGNED})!3d(?P<lat>{_SIGNED})",
        rf"[?&](?:q|query|ll|daddr|destination|center|viewpoint|cbll)=(?:loc:)?{_LAT_LON}",
        rf"/{_LAT_LON}(?=[/?&#]|$)",
        rf"@{_LAT_LON}",
        rf"^geo:{_LAT_LON}",
    )
)
_SHORT_LINK = re.compile(r"https?://(?:maps\.app\.goo\.gl|goo\.gl|g\.co|maps\.google\.com/\?cid)")
_DIGIT = "23456789CFGHJMPQRVWX"
_PLUS_CODE = re.compile(
    rf"(?<!\w)(?:[{_DIGIT}]{{4}}|[{_DIGIT}]{{6}}|[{_DIGIT}]{{8}})\+[{_DIGIT}]{{2,5}}(?!\w)",
    re.IGNORECASE,
)
_WRITTEN = r"-?[0-9]{1,3}(?:[.,][0-9]+)?"
_HEMISPHERE = r"°?\s*(?:N|S|E|W|LS|LU|BT|BB)?"
_PAIR = re.compile(
    rf"\(?\s*(?P<first>{_WRITTEN}){_HEMISPHERE}\s*[,;\s]\s*(?P<second>{_WRITTEN}){_HEMISPHERE}\s*\)?",
    re.IGNORECASE,
)
_SOUTH = re.compile(r"(?<=[0-9°\s\"])(?:S|LS)(?![A-Z])", re.IGNORECASE)
_DEGREES = re.compile(
    r"([0-9]{1,3})\s*°\s*([0-9]{1,2})\s*['\u2032\u2019]\s*([0-9]{1,2}(?:[.,][0-9]+)?)\s*"
    r"(?:\"|''|\u2033|\u201d)?\s*(N|S|E|W|LS|LU|BT|BB)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GivenPoint:
    """The point somebody gave; a doubt when it had to be turned to lie in the city."""

    point: Point
    doubts: tuple[FaultKind, ...] = ()


def parse_coordinate(
    text: str, city: Box, decode_plus_code: Callable[[str, Point], Point | None]
) -> GivenPoint:
    """Read a point near a city.

    Args:
        text: as typed or pasted.
        city: the box around the city: tells swapped numbers, and completes short plus codes.
        decode_plus_code: turns a plus code into a point, near a point when it is short.

    Raises:
        Fault: the text holds no point, or one far from the city.
    """
    plain = unquote(unquote(text)).strip()
    if match := _PLUS_CODE.search(plain):
        return _inside(decode_plus_code(match[0].upper(), city.centre), city)
    if link := _from_link(plain):
        return _turned_into(link, city)
    if _SHORT_LINK.match(plain):
        raise Fault(SHORT_LINK)
    return _turned_into(_from_numbers(plain), city)


def _from_link(text: str) -> tuple[float, float] | None:
    for pattern in _LINKS:
        # The last one: in directions that is where the way ends.
        for match in list(pattern.finditer(text))[-1:]:
            return float(match["lat"]), float(match["lon"])
    return None


def _from_numbers(text: str) -> tuple[float, float]:
    degrees = [_decimal(match) for match in _DEGREES.finditer(text)]
    if len(degrees) == len(("lat", "lon")):
        return degrees[0], degrees[1]
    match = _PAIR.fullmatch(text)
    if match is None:
        raise Fault(UNREADABLE)
    first, second = (float(match[name].replace(",", ".")) for name in ("first", "second"))
    return (-abs(first) if _SOUTH.search(text) else first), second


def _decimal(match: re.Match[str]) -> float:
    whole, minutes, seconds = (float(part.replace(",", ".")) for part in match.groups()[:3])
    sign = -1 if match[4].upper() in {"S", "LS", "W", "BB"} else 1
    return sign * (whole + minutes / 60 + seconds / 3600)


def _turned_into(pair: tuple[float, float], city: Box) -> GivenPoint:
    """Try the numbers as given, then swapped, then with the minus that people forget."""
    lat, lon = pair
    for turn, (y, x) in enumerate(((lat, lon), (lon, lat), (-lat, lon), (-lon, lat))):
        if city.south <= y <= city.north and city.west <= x <= city.east:
            return GivenPoint(Point(y, x), (TURNED,) if turn else ())
    raise Fault(OUTSIDE_CITY, **_about(city))


def _inside(point: Point | None, city: Box) -> GivenPoint:
    if point is None:
        raise Fault(UNREADABLE)
    if not city.holds(point):
        raise Fault(OUTSIDE_CITY, **_about(city))
    return GivenPoint(point)


def _about(city: Box) -> dict[str, str]:
    return {"lat": f"{city.centre.lat:.2f}", "lon": f"{city.centre.lon:.2f}"}
