"""From an address to a point: every source is asked in order, and the surest answer stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from data.regions import regions
from field.domain.address import Address
from field.domain.coordinate import GivenPoint
from field.domain.fault import FaultKind
from field.domain.pins import Pins
from field.domain.place import (
    OTHER_KELURAHAN,
    OUTSIDE_BOUNDARY,
    Confidence,
    Located,
    Point,
)
from field.gateways.nominatim import NominatimSource
from field.gateways.region_geocoder import NO_PINS, RegionGeocoder
from field.gateways.regions import city_box

_SURE_ENOUGH = Confidence.HOUSE


class Source(Protocol):
    """One geocoder more, answering in our words."""

    name: str

    def ask(self, address: Address) -> Located | None: ...


class Geocoders:
    """The geocoders of one city, made once for the app."""

    def __init__(self, city: str, others: Sequence[Source] = ()) -> None:
        self._regions = regions(city)
        self._own = RegionGeocoder(city)
        self._others = tuple(others)

    def locate(
        self, address: Address, given: GivenPoint | None = None, pins: Pins = NO_PINS
    ) -> Located | None:
        """Find the surest point: pin confirmed at the door, given point, other sources, our own.

        Args:
            address: in parts; its kelurahan is what a point is held against.
            given: the point that came with the address.
            pins: what couriers confirmed before, here and near by.

        Returns:
            The point with its doubts, or None when not even the kelurahan is known.
        """
        answers = [self._ask_own(address, pins)]
        if given:
            answers.append(Located(given.point, Confidence.GIVEN, "given", given.doubts))
        for source in self._others:
            if any(answer and answer.confidence >= _SURE_ENOUGH for answer in answers):
                break
            answers.append(source.ask(address))
        found = [answer for answer in answers if answer]
        if not found:
            return None
        best = max(found, key=lambda answer: answer.confidence)
        return replace(best, doubts=(*best.doubts, *self.doubts(address, best.point)))

    def doubts(self, address: Address, point: Point) -> tuple[FaultKind, ...]:
        """Hold a point against the kelurahan that was said; a clash is shown, never mended."""
        place = self._regions.kelurahan_at(point.lat, point.lon)
        if place is None:
            return (OUTSIDE_BOUNDARY,)
        said = self._regions.by_name(address.kelurahan or "", address.kecamatan)
        return (OTHER_KELURAHAN,) if said and said is not place else ()

    def _ask_own(self, address: Address, pins: Pins) -> Located | None:
        answer = self._own.geocode(address, pins=pins)
        if answer is None:
            return None
        confidence = Confidence(answer.raw["confidence"])
        source = "regions" if confidence is Confidence.KELURAHAN else "pins"
        return Located(Point(answer.latitude, answer.longitude), confidence, source)


def open_geocoders(city: str, nominatim_url: str = "") -> Geocoders:
    """Make the geocoders of a city; Nominatim only where an address of one is configured."""
    if not nominatim_url:
        return Geocoders(city)
    return Geocoders(city, [NominatimSource(nominatim_url, regions(city).name, city_box(city))])
