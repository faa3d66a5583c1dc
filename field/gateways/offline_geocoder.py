"""A geopy geocoder without a network: confirmed pins, names on the map, then the regions table."""

# geopy has no types, so that its base classes are Any to mypy:
# mypy: disallow-subclassing-any=False

from dataclasses import replace
from functools import cache
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from data.regions import Kelurahan, Regions
from data.streets import street_points
from field.domain.address import Address
from field.domain.address_parser import parse_address
from field.domain.candidate import Candidate, Part
from field.domain.fault import FaultKind
from field.domain.name_key import name_key
from field.domain.pins import Pins
from field.domain.place import OTHER_KELURAHAN, OUTSIDE_BOUNDARY, Confidence, Point
from field.gateways.guesses import guesses
from field.gateways.names import judge
from field.gateways.names.book import NameSource
from field.gateways.names.hints import Hints
from field.gateways.names.judge import Bounds
from field.gateways.names.places import NamedPlace, PlaceKind
from field.gateways.regions import names_in

NO_PINS = Pins()
MOST = 5  # answers
_PINNED = {
    Confidence.CONFIRMED: (Part.STREET, Part.NUMBER),
    Confidence.STREET: (Part.STREET,),
    Confidence.RT_RW: (Part.RT_RW,),
}


@cache
def _known_streets(city: str) -> Hints:
    """Read what the tables know of streets, for where no map was imported."""
    return Hints(
        NamedPlace(
            PlaceKind.ESTATE if name_key(street.name).kind == "perum" else PlaceKind.STREET,
            street.name, (Point(street.lat, street.lon),),
        )
        for street in street_points(city)
    )  # fmt: skip


class _NoNetwork(BaseSyncAdapter):
    """All that is asked is answered from tables; nothing is ever fetched."""

    def get_json(self, url: str, **_: object) -> object:
        raise RuntimeError(f"An offline geocoder was asked to fetch {url}.")

    get_text = get_json


class OfflineGeocoder(Geocoder):
    """Answers with a house, a street, an RT or a kelurahan, whatever it knows nearest.

    The raw part of an answer says how far to believe it (`confidence`), its place among the
    answers (`rank`, from 1), what of the address it rests on (`matched`) and what did not fit
    (`missed`), in which kelurahan it is (`kelurahan`, a code, may be empty) and whether that is
    another one than the address says (`clash`, a fault code).
    """

    def __init__(self, regions: Regions, names: NameSource = lambda: None) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self.regions = regions
        self.region_names = names_in(regions)
        self.names = names
        self._streets = _known_streets(regions.code)

    def geocode(
        self, query: str | Address, *, exactly_one: bool = True, pins: Pins = NO_PINS
    ) -> Any:  # noqa: ANN401 - a geopy Location, a list of it, or None, as with every geocoder
        address = parse_address(query, self.region_names) if isinstance(query, str) else query
        found = [
            self._location(answer, rank)
            for rank, answer in enumerate(self.candidates(address, pins), start=1)
        ]
        if exactly_one or not found:
            return found[0] if found else None
        return found

    def reverse(self, query: object, *, exactly_one: bool = True) -> Any:  # noqa: ANN401 - as above
        point = GeopyPoint(query)
        place = self.regions.kelurahan_at(point.latitude, point.longitude)
        if place is None:
            return None
        here = Point(point.latitude, point.longitude)
        answer = Candidate(here, Confidence.KELURAHAN, "regions", _label(place))
        found = self._location(answer, 1)
        return found if exactly_one else [found]

    def candidates(self, address: Address, pins: Pins = NO_PINS) -> list[Candidate]:
        """Return up to five places that the address may mean, surest first."""
        said = self.regions.by_name(address.kelurahan or "", address.kecamatan)
        bounds = self._bounds(address, said, pins)
        book = self.names()
        found = self._pinned(address, pins) if said else []
        if book:
            found += judge.candidates(address, book, bounds)
        found += self._kelurahan(address, said, pins)
        # Sorting keeps the order of what is as sure: a pin before a name, a name before a middle.
        found.sort(key=lambda answer: (answer.confidence, _standing(answer)), reverse=True)
        if book and said and not any(answer.source == judge.SOURCE for answer in found[:1]):
            found += judge.outside(address, book, bounds)
        return [self._held_against(said, answer) for answer in _different(found)[:MOST]]

    def _bounds(self, address: Address, said: Kelurahan | None, pins: Pins) -> Bounds:
        if said:
            return Bounds(said.code, pins.rt_point(address))
        kecamatan = self.regions.kecamatan_by_name(address.kecamatan or "")
        inside = (place.code for place in self.regions.kelurahan if place.kecamatan is kecamatan)
        return Bounds(within=frozenset(inside))

    def clash(self, said: Kelurahan | None, point: Point) -> FaultKind | None:
        """Hold a point against the kelurahan that was said; a clash is shown, never mended."""
        if not self.regions.kelurahan:
            return None
        place = self.regions.kelurahan_at(point.lat, point.lon)
        if place is None:
            return OUTSIDE_BOUNDARY
        return OTHER_KELURAHAN if said and said is not place else None

    def _held_against(self, said: Kelurahan | None, answer: Candidate) -> Candidate:
        return replace(answer, clash=self.clash(said, answer.point))

    def _pinned(self, address: Address, pins: Pins) -> list[Candidate]:
        pinned = pins.find(address)
        if pinned is None:
            return []
        point, confidence = pinned
        matched = (*_PINNED[confidence], Part.KELURAHAN)
        label = address.line if confidence is Confidence.CONFIRMED else _told(address, confidence)
        return [Candidate(point, confidence, "pins", label, 100, matched, _rest(address, matched))]

    def _kelurahan(self, address: Address, said: Kelurahan | None, pins: Pins) -> list[Candidate]:
        """Answer with the middle of the kelurahan, or of its RW where that is known."""
        if said is None:
            return [
                _middle_of(place, "guess", score, missed=_rest(address, ()))
                for place, score in guesses(address, self.regions, self._hints())
            ]
        point = pins.rw_point(address) or Point(said.lat, said.lon)
        matched = (Part.KELURAHAN,)
        return [
            Candidate(
                point, Confidence.KELURAHAN, "regions", _label(said), 0, matched,
                _rest(address, matched),
            )
        ]  # fmt: skip

    def _hints(self) -> list[Hints]:
        book = self.names()
        return [self._streets, *([book.hints] if book else [])]

    def _location(self, answer: Candidate, rank: int) -> Location:
        point = answer.point
        place = self.regions.kelurahan_at(point.lat, point.lon)
        label = answer.label if answer.source in {"regions", "guess"} else (
            f"{answer.label}, {_label(place)}" if place else answer.label
        )  # fmt: skip
        raw = {
            "rank": rank,
            "confidence": answer.confidence.value,
            "source": answer.source,
            "score": answer.score,
            "matched": [part.value for part in answer.matched],
            "missed": [part.value for part in answer.missed],
            "kelurahan": place.code if place else "",
            "clash": answer.clash.code if answer.clash else "",
        }
        return Location(f"{label}, {self.regions.name}", GeopyPoint(point.lat, point.lon), raw)


def _middle_of(place: Kelurahan, source: str, score: float, missed: tuple[Part, ...]) -> Candidate:
    point = Point(place.lat, place.lon)
    return Candidate(point, Confidence.KELURAHAN, source, _label(place), score, (), missed)


def _label(place: Kelurahan) -> str:
    return f"{place.name}, {place.kecamatan.name}"


def _standing(answer: Candidate) -> int:
    """Put a name that is only somewhat alike behind the middle of the kelurahan."""
    if answer.source != judge.SOURCE:
        return 1
    return 2 if judge.is_likely(answer) else 0


def _told(address: Address, confidence: Confidence) -> str:
    if confidence is Confidence.STREET:
        return address.full_street
    return f"RT {address.rt}/RW {address.rw}"


def _rest(address: Address, matched: tuple[Part, ...]) -> tuple[Part, ...]:
    """Name what the address says and the answer does not rest on."""
    written = {
        Part.STREET: address.street,
        Part.BLOCK: address.block,
        Part.NUMBER: address.number,
        Part.RT_RW: address.rt and address.rw,
        Part.LANDMARK: address.landmark,
        Part.KELURAHAN: address.kelurahan,
    }
    return tuple(part for part, value in written.items() if value and part not in matched)


def _different(answers: list[Candidate]) -> list[Candidate]:
    """Keep one of each place; the surer came first."""
    seen: dict[tuple[str, float, float], Candidate] = {}
    for answer in answers:
        spot = (answer.label, round(answer.point.lat, 3), round(answer.point.lon, 3))
        seen.setdefault(spot, answer)
    return list(seen.values())
