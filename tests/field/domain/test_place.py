"""Points are real, confidence has an order, and pins tell of their neighbours."""

import pytest

from field.domain.address import Address
from field.domain.pins import Pins
from field.domain.place import Box, Confidence, Point, metres_between

HERE = Point(-6.6149, 106.8062)


def home(number: str | None = "5", street: str = "Gg. Mawar", rt: str = "003") -> Address:
    return Address(street=street, number=number, rt=rt, rw="007", kelurahan="Bondongan")


def test_confidence_is_ordered_from_the_door_outwards() -> None:
    order = ["confirmed", "given", "house", "street", "rt_rw", "kelurahan"]
    assert [c.value for c in sorted(Confidence, reverse=True)] == order
    assert [c.value for c in Confidence if c.weak] == ["rt_rw", "kelurahan"]


@pytest.mark.parametrize(("lat", "lon"), [(106.8, -6.6), (91, 0), (0, 181)])
def test_a_point_off_the_globe_cannot_be_born(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="not a latitude"):
        Point(lat, lon)


def test_metres_are_about_right() -> None:
    assert metres_between(HERE, Point(HERE.lat + 0.001, HERE.lon)) == pytest.approx(111, abs=1)
    assert metres_between(HERE, Point(HERE.lat, HERE.lon + 0.001)) == pytest.approx(110.5, abs=1)


def test_a_box_holds_its_centre_and_edges_only() -> None:
    box = Box(-6.7, 106.7, -6.5, 106.9)
    assert box.holds(box.centre)
    assert box.holds(Point(-6.7, 106.7))
    assert not box.holds(Point(-6.71, 106.8))


def test_the_same_house_is_confirmed_and_its_neighbours_get_less() -> None:
    pins = Pins.of([(home(), HERE)])
    assert pins.find(home()) == (HERE, Confidence.CONFIRMED)
    assert pins.find(home(number="6")) == (HERE, Confidence.STREET)
    assert pins.find(home(street="Gg. Kenari")) == (HERE, Confidence.RT_RW)
    assert pins.find(home(street="Gg. Kenari", rt="004")) is None


def test_a_house_without_a_number_is_never_confirmed() -> None:
    pins = Pins.of([(home(number=None), HERE)])
    assert pins.find(home(number=None)) == (HERE, Confidence.STREET)


def test_a_long_street_says_nothing_but_its_rt_does() -> None:
    far = Point(HERE.lat + 0.005, HERE.lon)
    pins = Pins.of([(home(number="1", rt="003"), HERE), (home(number="99", rt="004"), far)])
    assert pins.find(home(number="50", rt="003")) == (HERE, Confidence.RT_RW)
    assert pins.find(home(number="50", rt="009")) is None


def test_a_street_of_the_same_name_elsewhere_is_another() -> None:
    pins = Pins.of([(home(), HERE)])
    other = Address(street="Gg. Mawar", number="5", rt="003", rw="007", kelurahan="Empang")
    assert pins.find(other) is None
