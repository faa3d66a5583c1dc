"""Where a house must be that the map does not know: between its neighbours of the same street."""

import re
from collections.abc import Mapping

from field.domain.place import Point, metres_between

_NUMBER = re.compile(r"(\d{1,4})[A-Z]?$")
_SPAN_M = 400  # farther apart, the street may do anything in between


def between(houses: Mapping[str, Point], number: str) -> Point | None:
    """Return the place of a number between the known ones around it; None where none are.

    Even and odd numbers stand on two sides, so neighbours on the same side go first. Beyond the
    last known number nothing is said.
    """
    wanted = _value(number)
    if wanted is None:
        return None
    known = {value: point for written, point in houses.items() if (value := _value(written))}
    same_side = {value: point for value, point in known.items() if value % 2 == wanted % 2}
    return _placed(same_side, wanted) or _placed(known, wanted)


def _placed(known: Mapping[int, Point], wanted: int) -> Point | None:
    below = max((value for value in known if value <= wanted), default=None)
    above = min((value for value in known if value >= wanted), default=None)
    if below is None or above is None:
        return None
    low, high = known[below], known[above]
    if metres_between(low, high) > _SPAN_M:
        return None
    share = (wanted - below) / (above - below) if above > below else 0.0
    return Point(
        round(low.lat + (high.lat - low.lat) * share, 6),
        round(low.lon + (high.lon - low.lon) * share, 6),
    )


def _value(number: str) -> int | None:
    """Read 12 and 12A as 12; what holds more than one number, as 12/3, is no place on a line."""
    found = _NUMBER.match(number)
    return int(found.group(1)) if found else None
