"""A point on the map, how far it can be believed, and where it came from. Degrees, WGS 84."""

from dataclasses import dataclass
from enum import Enum
from functools import total_ordering

from field.domain.fault import FaultKind


@dataclass(frozen=True, slots=True)
class Point:
    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"({self.lat}, {self.lon}) is not a latitude and a longitude.")


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, such as the one around a city."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, point: Point) -> bool:
        return self.south <= point.lat <= self.north and self.west <= point.lon <= self.east

    @property
    def centre(self) -> Point:
        return Point((self.south + self.north) / 2, (self.west + self.east) / 2)


@total_ordering
class Confidence(Enum):
    """How near a point is to the door, strongest first: CONFIRMED > ... > KELURAHAN."""

    CONFIRMED = "confirmed"
    GIVEN = "given"
    HOUSE = "house"
    STREET = "street"
    RT_RW = "rt_rw"
    KELURAHAN = "kelurahan"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Confidence):
            return NotImplemented
        order = list(Confidence)
        return order.index(self) > order.index(other)

    @property
    def weak(self) -> bool:
        """Whether a person should look at the map before a courier rides there."""
        return self < Confidence.STREET


@dataclass(frozen=True, slots=True)
class Located:
    """Where an address is held to be. A doubt is a fault told to who checks it, not raised."""

    point: Point
    confidence: Confidence
    source: str
    doubts: tuple[FaultKind, ...] = ()
