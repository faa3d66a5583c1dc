"""Photon over the wire: asked as its document says, believed as far as its answer goes."""

from urllib.parse import parse_qs, urlsplit

import pytest

from field.domain.address_parser import parse_address
from field.domain.place import Confidence
from field.gateways.geocoder import open_geocoders
from field.gateways.photon import PhotonSource
from field.gateways.regions import city_box, region_names
from tests.map_server import map_server

BOGOR = "32.71"
HOME = parse_address("Gg. Mawar No. 5 RT 3/7 Kel. Bondongan", region_names(BOGOR))


def answer(lat: float = -6.615, lon: float = 106.8063, **told: str) -> dict[str, object]:
    """Write an answer in the form of Photon's own document: features with [lon, lat]."""
    properties = {"osm_key": "highway", "osm_value": "residential", "type": "street"} | told
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    return {"type": "FeatureCollection", "features": [feature]}


def source(url: str) -> PhotonSource:
    return PhotonSource(url, "Kota Bogor", city_box(BOGOR))


@pytest.mark.parametrize(
    ("told", "confidence"),
    [
        (answer(), Confidence.STREET),
        (answer(osm_key="building", type="house", housenumber="5"), Confidence.HOUSE),
        (answer(osm_key="building", type="house", housenumber="7"), Confidence.STREET),
        (answer(osm_key="place", type="district"), None),
        (answer(lat=-6.2), None),  # Photon's box is a wish, not a bound
        ({"type": "FeatureCollection", "features": []}, None),
    ],
)
def test_photon_is_believed_by_its_kind_and_place(
    told: dict[str, object], confidence: Confidence | None
) -> None:
    with map_server(told) as server:
        found = source(server.url).ask(HOME)
    assert (found.confidence if found else None) is confidence


def test_photon_is_asked_near_the_city_and_without_rt() -> None:
    with map_server(answer()) as server:
        source(server.url).ask(HOME)
    url = urlsplit(server.asked[0])
    asked = parse_qs(url.query)
    assert url.path == "/api"
    assert asked["q"] == ["Gang Mawar 5, Bondongan, Kota Bogor"]
    assert asked["bbox"][0].startswith("106.7")
    assert {"lat", "lon", "limit"} <= asked.keys()


@pytest.mark.parametrize(
    ("told", "status"), [("rubbish", 200), ({"features": [{}]}, 200), ({}, 200), ({}, 503)]
)
def test_a_server_that_answers_rubbish_is_left_alone(told: object, status: int) -> None:
    with map_server(told, status) as server:
        photon = source(server.url)
        assert [photon.ask(HOME) for _ in range(6)] == [None] * 6
    assert len(server.asked) == 3


def test_a_failing_server_leaves_what_the_own_tables_know() -> None:
    with map_server({}, 500) as server:
        found = open_geocoders(BOGOR, photon_url=server.url).locate(HOME)
    assert found
    assert found.confidence is Confidence.KELURAHAN


def test_nominatim_over_the_wire() -> None:
    told = [{"lat": "-6.615", "lon": "106.8063", "display_name": "Gang Mawar", "place_rank": 26}]
    with map_server(told) as server:
        found = open_geocoders(BOGOR, server.url).locate(HOME)
    assert urlsplit(server.asked[0]).path == "/search"
    assert found
    assert (found.confidence, found.source) == (Confidence.STREET, "nominatim")


@pytest.mark.parametrize("told", ["rubbish", {"error": "busy"}, [{"place_rank": 30}], [7]])
def test_a_nominatim_that_answers_rubbish_is_left_alone(told: object) -> None:
    with map_server(told) as server:
        geocoders = open_geocoders(BOGOR, server.url)
        found = [geocoders.locate(HOME) for _ in range(6)]
    assert {one.confidence for one in found if one} == {Confidence.KELURAHAN}
    assert len(server.asked) == 3
