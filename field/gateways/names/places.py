"""A named place on the map. Points are (lat, lon) in degrees, reach is in metres."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from field.domain.place import Point


class PlaceKind(Enum):
    STREET = "street"  # a jalan or a gang, or the part of one in one kelurahan
    KAMPUNG = "kampung"
    ESTATE = "estate"  # perumahan, komplek
    BLOCK = "block"  # of an estate
    LANDMARK = "landmark"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A street, kampung, estate, block or landmark in one piece.

    Its points lie along it, about 100 m apart, the middle one first; reach is how far its end is
    from that.
    """

    kind: PlaceKind
    name: str
    points: tuple[Point, ...]
    reach: int = 0
    kelurahan: str = ""  # code; none outside the city
    others: tuple[str, ...] = ()  # what else it is called
    houses: Mapping[str, Point] = field(default_factory=dict)  # by number, as plain_number writes

    @property
    def point(self) -> Point:
        return self.points[0]


@dataclass(frozen=True, slots=True)
class About:
    """Where an index comes from, as it is told to people."""

    source: str
    licence: str
    date: str  # of the extract, ISO


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names of one city."""

    about: About
    places: tuple[NamedPlace, ...]

    def counts(self) -> dict[str, int]:
        """Count what there is of each kind, and the house numbers."""
        found = {kind.value: 0 for kind in PlaceKind}
        for place in self.places:
            found[place.kind.value] += 1
        return found | {"house": sum(len(place.houses) for place in self.places)}
