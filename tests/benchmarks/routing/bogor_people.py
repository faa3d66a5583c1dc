"""Invented residents of some kelurahan, household by household, and the places that are gone to."""

from collections.abc import Iterator, Set
from itertools import groupby

from data.demo import Resident, residents
from routing.point import Point

CITY = "32.71"
ENDLESS = 10**9


class Places:
    """Each different place is one location."""

    def __init__(self) -> None:
        self._known: dict[tuple[float, float], int] = {}

    def at(self, lat: float, lon: float) -> int:
        return self._known.setdefault((lat, lon), len(self._known))

    @property
    def points(self) -> list[Point]:
        return [Point(lat, lon) for lat, lon in self._known]


class People:
    """The households of these kelurahan, in the order in which they are invented; each once."""

    def __init__(self, kelurahan: Set[str]) -> None:
        self.kelurahan = kelurahan
        self._stream = groupby(residents(CITY, ENDLESS), key=lambda each: (each.lat, each.lon))

    def households(self) -> Iterator[list[Resident]]:
        for _, household in self._stream:
            members = list(household)
            if members[0].kelurahan in self.kelurahan:
                yield members
