"""Routes as they were driven: stops in order, each with the moment of its first record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from field.domain.speeds import DRIVEN


@dataclass(frozen=True, slots=True)
class Passed:
    """A stop of a route, as published, and when its outcome was first recorded."""

    manifest_id: int
    vehicle: str
    sequence: int
    lat: float
    lon: float
    door_s: int
    travel_s: int
    at: datetime | None  # None: nobody recorded anything


@dataclass(frozen=True, slots=True)
class Drive:
    """From one stop to the next one, both recorded, one after the other."""

    origin: Passed
    target: Passed
    left_at: datetime
    took: timedelta


def drives_of(route: Sequence[Passed]) -> Iterator[Drive]:
    """Return the drives that were made as planned.

    Where a stop in between was not recorded, or was gone to at another time, nobody can tell
    which way the courier took.
    """
    known = [(one.at, one.sequence, one) for one in route if one.at is not None]
    known.sort(key=lambda each: each[:2])
    for (left_at, before, one), (at, after, other) in pairwise(known):
        if one.vehicle in DRIVEN and after == before + 1:
            yield Drive(one, other, left_at, at - left_at)
