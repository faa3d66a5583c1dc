"""The regions table is whole, and every kelurahan is found by code, spelling and point."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.regions import Kelurahan, UnknownCity, cities, regions

BOGOR = regions("32.71")


def test_bogor_has_its_6_kecamatan_and_68_kelurahan() -> None:
    assert cities() == ("32.71",)
    assert len(BOGOR.kecamatan) == 6
    assert len(BOGOR.kelurahan) == 68
    assert len({place.code for place in BOGOR.kelurahan}) == 68
    assert sum(place.area_km2 for place in BOGOR.kelurahan) == pytest.approx(111.4, abs=0.5)


@pytest.mark.parametrize("place", BOGOR.kelurahan, ids=lambda place: place.code)
def test_each_kelurahan_holds_its_own_point_and_answers_to_its_names(place: Kelurahan) -> None:
    assert BOGOR.kelurahan_at(place.lat, place.lon) is place
    assert BOGOR.by_code(place.code) is place
    for name in (place.name, *place.spellings):
        assert BOGOR.by_name(name) is place
        assert BOGOR.by_name(name.upper(), place.kecamatan.name.lower()) is place
    assert place.code.startswith(place.kecamatan.code)
    assert len(place.postcode) == 5
    assert place.postcode.startswith("161")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Batutulis", "Batu Tulis"),
        ("TEGALEGA", "Tegallega"),
        ("kebon kelapa", "Kebon Kalapa"),
        ("Mulia Harja", "Mulya Harja"),
        ("Balungbangjaya", "Balumbang Jaya"),
        ("Tanah Sereal", "Tanah Sareal"),
    ],
)
def test_spellings_people_use_are_known(written: str, name: str) -> None:
    found = BOGOR.by_name(written)
    assert found is not None
    assert found.name == name


def test_a_kelurahan_said_in_the_wrong_kecamatan_is_not_found() -> None:
    assert BOGOR.by_name("Bondongan", "Bogor Utara") is None
    assert BOGOR.by_name("Kemang") is None


def test_where_two_share_a_name_the_kecamatan_decides() -> None:
    empang = BOGOR.by_name("Empang")
    elsewhere = BOGOR.kecamatan_by_name("Bogor Utara")
    assert empang
    assert elsewhere
    twin = replace(empang, code="32.71.05.9999", kecamatan=elsewhere)
    doubled = replace(BOGOR, kelurahan=(*BOGOR.kelurahan, twin))
    assert doubled.by_name("Empang") is None
    assert doubled.by_name("Empang", "Bogor Utara") is twin


def test_points_outside_belong_to_nobody() -> None:
    monas = (-6.1754, 106.8272)
    just_outside_in_the_box = (BOGOR.box.south + 0.001, BOGOR.box.west + 0.001)
    for lat, lon in (monas, just_outside_in_the_box):
        assert BOGOR.kelurahan_at(lat, lon) is None
        assert not BOGOR.contains(lat, lon)


@given(
    st.floats(BOGOR.box.south, BOGOR.box.north),
    st.floats(BOGOR.box.west, BOGOR.box.east),
)
def test_no_point_is_deep_in_two_kelurahan(lat: float, lon: float) -> None:
    holders = [place for place in BOGOR.kelurahan if place.boundary.holds(lat, lon)]
    assert len(holders) <= 2  # two only in the slivers that simplifying left


def test_an_unknown_city_says_so() -> None:
    with pytest.raises(UnknownCity):
        regions("99.99")
