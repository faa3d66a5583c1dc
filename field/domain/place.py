"""A point on the map, how far it can be believed, and where it came from. Degrees, WGS 84."""

from dataclasses import dataclass
from enum import Enum
from functools import total_ordering
from math import cos, hypot, radians

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

_METRES_A_DEGREE = 111_195


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


CONFIDENCE_WORDS = {
    Confidence.CONFIRMED: N_("dipastikan di pintu"),
    Confidence.GIVEN: N_("titik dari warga atau kantor"),
    Confidence.HOUSE: N_("titik rumah"),
    Confidence.STREET: N_("titik jalan atau gang"),
    Confidence.RT_RW: N_("titik perkiraan RT/RW"),
    Confidence.KELURAHAN: N_("titik perkiraan kelurahan"),
}


@dataclass(frozen=True, slots=True)
class Located:
    """Where an address is held to be. A doubt is a fault told to who checks it, not raised."""

    point: Point
    confidence: Confidence
    source: str
    doubts: tuple[FaultKind, ...] = ()


OUTSIDE_BOUNDARY = FaultKind(
    "point.outside_boundary",
    Nature.BAD_INPUT,
    N_("Titik ini berada di luar batas kota."),
    N_("Geser pin ke rumahnya, atau periksa alamatnya."),
)
OFF_ROAD = FaultKind(
    "point.off_road",
    Nature.BAD_INPUT,
    N_("Tidak ada jalan dalam 300 m dari titik ini: mungkin di sungai, sawah, atau tempat lain."),
    N_("Geser pin ke rumahnya. Bila rumahnya memang di situ, jalannya belum ada di peta."),
)
OTHER_KELURAHAN = FaultKind(
    "point.other_kelurahan",
    Nature.BAD_INPUT,
    N_("Titik ini berada di kelurahan lain dari yang tertulis."),
    N_("Periksa mana yang benar, lalu geser pin atau ubah kelurahannya."),
)


def metres_between(here: Point, there: Point) -> float:
    """Measure a straight line; good to a metre over the width of a city."""
    north = here.lat - there.lat
    east = (here.lon - there.lon) * cos(radians((here.lat + there.lat) / 2))
    return hypot(north, east) * _METRES_A_DEGREE
