"""The chain of geocoders gives the surest point, and shows where it clashes with the address."""

# geopy has no types, so that the base class of its fake adapter is Any to mypy:
# mypy: disallow-subclassing-any=False

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderTimedOut
from geopy.location import Location

from data.regions import regions
from field.domain.address import Address
from field.domain.address_parser import parse_address
from field.domain.coordinate import TURNED, GivenPoint
from field.domain.pins import Pins
from field.domain.place import (
    OTHER_KELURAHAN,
    OUTSIDE_BOUNDARY,
    Confidence,
    Located,
    Point,
)
from field.gateways.geocoder import Geocoders, open_geocoders
from field.gateways.nominatim import NominatimSource
from field.gateways.offline_geocoder import OfflineGeocoder
from field.gateways.regions import city_box, region_names
from tests.fakes import CannedSource

BOGOR = "32.71"
HOME = parse_address("Gg. Mawar No. 5 RT 3/7 Kel. Bondongan", region_names(BOGOR))
IN_BONDONGAN = Point(-6.6150, 106.8063)
IN_EMPANG = Point(-6.6158, 106.8013)
IN_JAKARTA = Point(-6.1754, 106.8272)


def locate(**how: Any) -> Located:
    found = Geocoders(BOGOR, how.pop("others", ())).locate(HOME, **how)
    assert found is not None
    return found


def test_the_own_geocoder_gives_a_point_inside_the_kelurahan() -> None:
    found = locate()
    assert (found.confidence, found.source) == (Confidence.KELURAHAN, "regions")
    assert found.doubts == ()


def test_without_a_kelurahan_there_is_no_point() -> None:
    assert Geocoders(BOGOR).locate(Address(street="Gg. Mawar")) is None


def test_a_given_point_wins_over_all_but_a_confirmed_pin() -> None:
    street = CannedSource({HOME.line: Located(IN_BONDONGAN, Confidence.STREET, "canned")})
    assert locate(others=[street]).source == "canned"
    assert locate(others=[street], given=GivenPoint(IN_BONDONGAN)).confidence is Confidence.GIVEN
    pins = Pins.of([(HOME, IN_BONDONGAN)])
    found = locate(others=[street], given=GivenPoint(IN_EMPANG), pins=pins)
    assert (found.confidence, found.source) == (Confidence.CONFIRMED, "pins")


def test_nobody_is_asked_when_the_point_is_sure() -> None:
    street = CannedSource({})
    locate(others=[street], given=GivenPoint(IN_BONDONGAN))
    assert street.asked == 0


def test_a_neighbours_pin_is_better_than_the_kelurahan() -> None:
    neighbour = parse_address("Gg. Kenari No. 1 RT 3/7 Kel. Bondongan", region_names(BOGOR))
    found = locate(pins=Pins.of([(neighbour, IN_BONDONGAN)]))
    assert (found.confidence, found.source) == (Confidence.RT_RW, "pins")


@pytest.mark.parametrize(
    ("point", "doubts"),
    [
        (IN_BONDONGAN, ()),
        (IN_EMPANG, (OTHER_KELURAHAN,)),
        (IN_JAKARTA, (OUTSIDE_BOUNDARY,)),
    ],
)
def test_a_clash_is_shown_and_the_point_kept(point: Point, doubts: tuple[object, ...]) -> None:
    found = locate(given=GivenPoint(point))
    assert found.point == point
    assert found.doubts == doubts


def test_the_doubt_of_a_turned_point_is_kept() -> None:
    assert locate(given=GivenPoint(IN_EMPANG, (TURNED,))).doubts == (TURNED, OTHER_KELURAHAN)


def test_the_own_geocoder_is_a_geopy_geocoder() -> None:
    own = OfflineGeocoder(regions(BOGOR))
    found = own.geocode("Gg. Mawar No 5, Kel. Batutulis")
    assert isinstance(found, Location)
    assert found.address == "Batu Tulis, Bogor Selatan, Kota Bogor"
    assert (found.raw["kelurahan"], found.raw["confidence"]) == ("32.71.01.1001", "kelurahan")
    assert (found.raw["matched"], found.raw["missed"]) == (["kelurahan"], ["street", "number"])
    assert own.geocode("entah di mana") is None
    assert own.geocode("Kel. Empang", exactly_one=False)[0].raw["kelurahan"] == "32.71.01.1003"
    back = own.reverse((found.latitude, found.longitude))
    assert back.raw["kelurahan"] == "32.71.01.1001"
    assert own.reverse("-6.1754, 106.8272") is None


class CannedAdapter(BaseSyncAdapter):
    """Stands in for the network under geopy's own Nominatim."""

    def __init__(self, answer: object) -> None:
        super().__init__(proxies=None, ssl_context=None)
        self.answer = answer
        self.urls: list[str] = []

    def get_json(self, url: str, **_: object) -> object:
        self.urls.append(url)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    get_text = get_json


def nominatim(answer: object) -> tuple[NominatimSource, CannedAdapter]:
    adapter = CannedAdapter(answer)
    source = NominatimSource(
        "http://peta.contoh.id:8080/nominatim/",
        "Kota Bogor",
        city_box(BOGOR),
        adapter_factory=lambda **_: adapter,
    )
    return source, adapter


def answer_of(rank: int, number: str = "") -> list[dict[str, object]]:
    return [
        {
            "lat": "-6.615",
            "lon": "106.8063",
            "display_name": "Gang Mawar",
            "place_rank": rank,
            "address": {"house_number": number},
        }
    ]


@pytest.mark.parametrize(
    ("answer", "confidence"),
    [
        (answer_of(30, "5"), Confidence.HOUSE),
        (answer_of(30, "7"), Confidence.STREET),
        (answer_of(26), Confidence.STREET),
        (answer_of(18), None),
        ([], None),
    ],
)
def test_nominatim_is_believed_by_its_rank_and_house_number(
    answer: object, confidence: Confidence | None
) -> None:
    source, _ = nominatim(answer)
    found = source.ask(HOME)
    assert (found.confidence if found else None) is confidence


def test_nominatim_is_asked_in_the_city_only_and_without_rt_or_landmark() -> None:
    source, adapter = nominatim([])
    source.ask(HOME)
    url = urlsplit(adapter.urls[0])
    asked = parse_qs(url.query)
    assert (url.scheme, url.netloc, url.path) == (
        "http",
        "peta.contoh.id:8080",
        "/nominatim/search",
    )
    assert asked["q"] == ["Gang Mawar 5, Bondongan, Kota Bogor"]
    assert asked["bounded"] == ["1"]
    assert asked["countrycodes"] == ["id"]
    assert asked["viewbox"][0].startswith("106.7")


def test_a_failing_nominatim_falls_through_and_is_then_left_alone() -> None:
    source, adapter = nominatim(GeocoderTimedOut("slow"))
    for _ in range(10):
        assert locate(others=[source]).confidence is Confidence.KELURAHAN
    assert len(adapter.urls) == 3


def test_nominatim_is_there_only_when_configured() -> None:
    assert open_geocoders(BOGOR)._others == ()
    [source] = open_geocoders(BOGOR, "https://peta.contoh.id")._others
    assert source.name == "nominatim"
