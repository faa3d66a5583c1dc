"""A geopy geocoder without a network: confirmed pins first, then the regions table."""

# geopy has no types, so that its base classes are Any to mypy:
# mypy: disallow-subclassing-any=False

from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from data.regions import Kelurahan, regions
from field.domain.address import Address
from field.domain.address_parser import parse_address
from field.domain.pins import Pins
from field.domain.place import Confidence
from field.gateways.regions import region_names

NO_PINS = Pins()


class _NoNetwork(BaseSyncAdapter):
    """All that is asked is answered from tables; nothing is ever fetched."""

    def get_json(self, url: str, **_: object) -> object:
        raise RuntimeError(f"An offline geocoder was asked to fetch {url}.")

    get_text = get_json


class RegionGeocoder(Geocoder):
    """Answers with the point of a kelurahan, or nearer where couriers have been before.

    The raw part of an answer says how far to believe it (`confidence`) and in which
    kelurahan it is (`kelurahan`, a code).
    """

    def __init__(self, city: str) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self.regions = regions(city)
        self.names = region_names(city)

    def geocode(
        self, query: str | Address, *, exactly_one: bool = True, pins: Pins = NO_PINS
    ) -> Any:  # noqa: ANN401 - a geopy Location, a list of it, or None, as with every geocoder
        address = parse_address(query, self.names) if isinstance(query, str) else query
        found = self._find(address, pins)
        if found is None or exactly_one:
            return found
        return [found]

    def reverse(self, query: object, *, exactly_one: bool = True) -> Any:  # noqa: ANN401 - as above
        point = GeopyPoint(query)
        place = self.regions.kelurahan_at(point.latitude, point.longitude)
        if place is None:
            return None
        found = self._location(place, point, Confidence.KELURAHAN)
        return found if exactly_one else [found]

    def _find(self, address: Address, pins: Pins) -> Location | None:
        place = self.regions.by_name(address.kelurahan or "", address.kecamatan)
        if place is None:
            return None
        if pinned := pins.find(address):
            point, confidence = pinned
            return self._location(place, GeopyPoint(point.lat, point.lon), confidence)
        return self._location(place, GeopyPoint(place.lat, place.lon), Confidence.KELURAHAN)

    def _location(self, place: Kelurahan, point: Any, confidence: Confidence) -> Location:  # noqa: ANN401 - geopy
        name = f"{place.name}, {place.kecamatan.name}, {self.regions.name}"
        return Location(name, point, {"kelurahan": place.code, "confidence": confidence.value})
