"""A line on the map as a short text: Google's encoded polyline, ours to five digits."""

from collections.abc import Iterable, Iterator

from field.domain.place import Point

_DIGITS = 5  # about a metre
_SCALE = 10**_DIGITS
_FIVE_BITS, _MORE, _FIRST = 31, 32, 63


def encode(points: Iterable[Point]) -> str:
    """Return the text of a line; each point is told by its step from the one before."""
    written: list[str] = []
    before = (0, 0)
    for point in points:
        now = (round(point.lat * _SCALE), round(point.lon * _SCALE))
        written += (_number(there - here) for here, there in zip(before, now, strict=True))
        before = now
    return "".join(written)


def decode(text: str, digits: int = _DIGITS) -> list[Point]:
    """Return the line of a text; ValueError when it is none."""
    scale = 10**digits
    steps = _numbers(text)
    lat = lon = 0
    points = []
    for up, aside in zip(steps, steps, strict=True):
        lat, lon = lat + up, lon + aside
        points.append(Point(lat / scale, lon / scale))
    return points


def _number(step: int) -> str:
    left = ~(step << 1) if step < 0 else step << 1
    signs = []
    while left > _FIVE_BITS:
        signs.append(chr((_MORE | left & _FIVE_BITS) + _FIRST))
        left >>= 5
    return "".join((*signs, chr(left + _FIRST)))


def _numbers(text: str) -> Iterator[int]:
    found = shift = 0
    for sign in text:
        bits = ord(sign) - _FIRST
        found |= (bits & _FIVE_BITS) << shift
        shift += 5
        if bits < _MORE:
            yield ~(found >> 1) if found & 1 else found >> 1
            found = shift = 0
