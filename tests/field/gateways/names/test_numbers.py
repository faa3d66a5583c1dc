"""A house that the map does not know stands between those that it knows; farther it is not told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.regions import regions
from field.domain.place import Point, metres_between
from field.gateways.names.book import NameBook
from field.gateways.names.numbers import between
from field.gateways.names.places import About, NamedPlace, NameIndex, PlaceKind
from field.gateways.offline_geocoder import OfflineGeocoder

BOGOR = regions("32.71")
LAT, STEP = -6.6146, 0.0001  # eleven metres a number


def at(number: float, side: float = 0.0) -> Point:
    return Point(round(LAT + side, 6), round(106.8040 + number * STEP, 6))


LEFT, RIGHT = -0.00005, 0.00005
HOUSES = {"3": at(3, LEFT), "11": at(11, LEFT), "4": at(4, RIGHT), "10": at(10, RIGHT)}


@pytest.mark.parametrize(
    ("number", "where"),
    [
        ("7", at(7, LEFT)),  # between the odd ones
        ("6", at(6, RIGHT)),
        ("6A", at(6, RIGHT)),
        ("3B", at(3, LEFT)),
        ("1", None),  # beyond what is known
        ("12", None),
        ("7/2", None),
        ("", None),
        ("C", None),
    ],
)
def test_a_number_stands_between_its_neighbours(number: str, where: Point | None) -> None:
    assert between(HOUSES, number) == where


def test_one_side_alone_will_do() -> None:
    assert between({"3": at(3), "9": at(9)}, "6") == at(6)
    assert between({"3": at(3)}, "5") is None


def test_over_a_long_gap_nothing_is_guessed() -> None:
    assert between({"3": at(3), "45": at(45)}, "21") is None


@given(
    st.dictionaries(
        st.integers(1, 60).map(str), st.builds(at, st.floats(0, 30), st.floats(-0.001, 0.001))
    ),
    st.integers(1, 60).map(str),
)
def test_it_is_never_outside_what_is_known(houses: dict[str, Point], number: str) -> None:
    found = between(houses, number)
    if found is None:
        return
    known = houses.values()
    assert min(point.lat for point in known) - 1e-6 <= found.lat
    assert found.lat <= max(point.lat for point in known) + 1e-6
    assert min(metres_between(found, point) for point in known) <= 200  # half the longest gap


@pytest.fixture
def coder() -> OfflineGeocoder:
    street = NamedPlace(
        PlaceKind.STREET, "Jalan Raya Panjang", (at(7), at(40), at(70)), 900, "32.71.01.1002",
        houses=HOUSES,
    )  # fmt: skip
    other = replace(street, name="Gang Mawar II", houses={"5": at(5)}, reach=100)
    book = NameBook(NameIndex(About("", "", ""), (street, other)))
    return OfflineGeocoder(BOGOR, lambda: book)


def told(coder: OfflineGeocoder, number: str) -> tuple[Point, str, list[str], list[str]]:
    found = coder.geocode(f"Jl. Raya Panjang No. {number}, Kel. Bondongan")
    place = Point(found.latitude, found.longitude)
    return place, found.raw["confidence"], found.raw["matched"], found.raw["missed"]


def test_the_answer_says_that_it_is_reckoned(coder: OfflineGeocoder) -> None:
    near = ["street", "kelurahan", "near_number"]
    assert told(coder, "11") == (at(11, LEFT), "house", ["street", "kelurahan", "number"], [])
    assert told(coder, "7") == (at(7, LEFT), "street", near, [])


def test_beyond_the_known_numbers_a_long_road_is_no_address(coder: OfflineGeocoder) -> None:
    _, confidence, _, missed = told(coder, "90")
    assert (confidence, "number" in missed) == ("kelurahan", True)
