"""The facts of a city that a list of residents is read against."""

from datetime import date

from data import regions as tables
from field.domain.place import Point
from field.domain.resident_row import CityFacts
from field.gateways.plus_codes import decode_plus_code
from field.gateways.regions import city_box, region_names


def city_facts(city: str, today: date) -> CityFacts:
    known = tables.regions(city)

    def holds(point: Point) -> bool:
        return known.contains(point.lat, point.lon)

    return CityFacts(
        names=region_names(city),
        box=city_box(city),
        holds=holds,
        decode_plus_code=decode_plus_code,
        area_code=known.area_code,
        today=today,
    )
