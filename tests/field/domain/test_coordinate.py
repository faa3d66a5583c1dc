"""A point in every form that people paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openlocationcode import openlocationcode as olc

from field.domain.coordinate import TURNED, GivenPoint, parse_coordinate
from field.domain.fault import Fault
from field.gateways.plus_codes import decode_plus_code
from field.gateways.regions import city_box

CITY = city_box("32.71")
MAPS = "https://www.google.com/maps"
PLACE = f"{MAPS}/place/Kantor/@-6.5,106.7,17z/data=!3m1!4b1!4m6!3m5!1s0x2e69c5:0x1!8m2"


def parse(text: str) -> GivenPoint:
    return parse_coordinate(text, CITY, decode_plus_code)


@pytest.mark.parametrize(
    "written",
    [
        "-6.595038, 106.816635",
        "-6.595038,106.816635",
        "(-6.595038 106.816635)",
        "-6,595038; 106,816635",
        "-6,595038, 106,816635",
        "6.595038 S, 106.816635 E",
        "6.595038° LS, 106.816635° BT",
        "geo:-6.595038,106.816635?z=17",
        "https://maps.google.com/?q=-6.595038,106.816635",
        "https://maps.google.com/maps?q=loc:-6.595038,106.816635&z=17",
        f"{MAPS}/search/?api=1&query=-6.595038%2C106.816635",
        f"{MAPS}/search/-6.595038,+106.816635?entry=tts",
        f"{MAPS}?ll=-6.595038,106.816635&z=16",
        f"{MAPS}/@-6.595038,106.816635,17z",
        f"{PLACE}!3d-6.595038!4d106.816635!16s",
        f"{MAPS}/place/-6.595038,106.816635/@-6.5,106.7,15z",
        f"{MAPS}/dir/?api=1&origin=-6.61,106.8&destination=-6.595038,106.816635",
        f"{MAPS}/dir/-6.61,106.80/-6.595038,106.816635/@-6.6,106.8,14z",
        f"{MAPS}/embed?pb=!1m18!1m12!1m3!1d3963.3!2d106.816635!3d-6.595038!2m3",
    ],
)
def test_the_same_point_in_every_form(written: str) -> None:
    found = parse(written)
    assert (found.point.lat, found.point.lon) == pytest.approx((-6.595038, 106.816635), abs=1e-6)
    assert found.doubts == ()


def test_degrees_minutes_and_seconds() -> None:
    found = parse("6°35'42.1\"S 106°48'59.9\"E").point
    assert (found.lat, found.lon) == pytest.approx((-6.595028, 106.816639), abs=1e-5)


@pytest.mark.parametrize("written", ["106.816635, -6.595038", "6.595038, 106.816635"])
def test_swapped_numbers_and_a_lost_minus_are_turned_and_said(written: str) -> None:
    found = parse(written)
    assert (found.point.lat, found.point.lon) == (-6.595038, 106.816635)
    assert found.doubts == (TURNED,)


@given(
    st.floats(CITY.south + 0.001, CITY.north - 0.001),
    st.floats(CITY.west + 0.001, CITY.east - 0.001),
    st.sampled_from(["{}", "{} Bogor", "https://maps.google.com/?q={}", "Jl. X, {}, Kota Bogor"]),
)
def test_plus_codes_full_and_short(lat: float, lon: float, around: str) -> None:
    code = olc.encode(lat, lon)
    for written in (code, code[4:], code.lower(), code.replace("+", "%2B")):
        point = parse(around.format(written)).point
        assert (point.lat, point.lon) == pytest.approx((lat, lon), abs=0.0001)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "point.unreadable"),
        ("depan mushola", "point.unreadable"),
        ("-6.595038", "point.unreadable"),
        ("X2222222+22", "point.unreadable"),
        ("https://maps.app.goo.gl/AbCdEf123", "point.short_link"),
        ("https://goo.gl/maps/AbCdEf123", "point.short_link"),
        ("-6.175392, 106.827153", "point.outside_city"),
        ("0, 0", "point.outside_city"),
        ("849VCWC8+R9", "point.outside_city"),
    ],
)
def test_what_is_no_point_here_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        parse(written)
    assert refused.value.code == code
    assert refused.value.action


@given(st.text() | st.from_regex(r"[@!?/=dq0-9.,\-+° ]{1,40}", fullmatch=True))
def test_no_text_breaks_it(text: str) -> None:
    try:
        found = parse(text)
    except Fault as fault:
        assert fault.code.startswith("point.")  # noqa: PT017 - either way out is right
    else:
        assert CITY.holds(found.point)
