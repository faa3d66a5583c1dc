"""Pins that couriers confirmed at the door, and what they tell of addresses near by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from field.domain.address import Address
from field.domain.place import Confidence, Point, metres_between
from field.domain.region_names import spelling_key

_LONGEST_STREET_M = 300  # pins wider apart say little of where on the street a house is


@dataclass(frozen=True, slots=True)
class RtPin:
    """A door that was found once: where, and in which RT. Nobody's name, street or number."""

    kelurahan: str  # its name
    rt: str
    rw: str
    point: Point


@dataclass(frozen=True, slots=True)
class Pins:
    """Confirmed points by house, by street and by RT/RW, each within one kelurahan."""

    points: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, confirmed: Iterable[tuple[Address, Point]], gazetteer: Iterable[RtPin] = ()
    ) -> "Pins":
        """Gather pins of houses that are known, and those kept of houses that no longer are."""
        gathered: dict[str, list[Point]] = defaultdict(list)
        for address, point in confirmed:
            for key in _keys(address).values():
                gathered[key].append(point)
        for pin in gazetteer:
            gathered[_rt_key(pin.kelurahan, pin.rt, pin.rw)].append(pin.point)
            gathered[_rw_key(pin.kelurahan, pin.rw)].append(pin.point)
        return cls({key: tuple(points) for key, points in gathered.items()})

    def find(self, address: Address) -> tuple[Point, Confidence] | None:
        """Give the nearest thing known: the house itself, else its street, else its RT."""
        for confidence, key in _keys(address).items():
            points = self.points.get(key)
            if points and _close(points, confidence):
                return _middle(points), confidence
        return None

    def rt_point(self, address: Address) -> Point | None:
        """Say where the address's RT is held to be."""
        if not (address.kelurahan and address.rt and address.rw):
            return None
        points = self.points.get(_rt_key(address.kelurahan, address.rt, address.rw))
        return _middle(points) if points else None

    def rw_point(self, address: Address) -> Point | None:
        """Say where the RW is: nearer than the kelurahan's middle when no RT is known in it."""
        points = self.points.get(_rw_key(address.kelurahan or "", address.rw or ""))
        return _middle(points) if points else None


def _rt_key(kelurahan: str, rt: str, rw: str) -> str:
    return f"rt_rw:{kelurahan}:{rt}/{rw}"


def _rw_key(kelurahan: str, rw: str) -> str:
    return f"rw:{kelurahan}:{rw}"


def _keys(address: Address) -> dict[Confidence, str]:
    """Name the places an address tells of, strongest first."""
    street = spelling_key(address.full_street)
    keys: dict[Confidence, str] = {}
    if not address.kelurahan:
        return keys
    if street and address.number:
        keys[Confidence.CONFIRMED] = f"house:{address.key}"
    if street:
        keys[Confidence.STREET] = f"street:{address.kelurahan}:{street}"
    if address.rt and address.rw:
        keys[Confidence.RT_RW] = _rt_key(address.kelurahan, address.rt, address.rw)
    return keys


def _middle(points: tuple[Point, ...]) -> Point:
    return Point(median(point.lat for point in points), median(point.lon for point in points))


def _close(points: tuple[Point, ...], confidence: Confidence) -> bool:
    if confidence is not Confidence.STREET:
        return True
    middle = _middle(points)
    return all(metres_between(point, middle) <= _LONGEST_STREET_M / 2 for point in points)
