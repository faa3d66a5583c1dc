"""Degrees on paper: north is up, all doors are inside, the bar tells the truth."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.place import Point
from web.paper.frame import METRES_PER_DEGREE, frame_around
from web.paper.spread import spread

CITY = Point(-6.6, 106.8)
NEAR = st.builds(Point, st.floats(-6.7, -6.5), st.floats(106.7, 106.9))


@given(st.lists(NEAR, min_size=1, max_size=40))
def test_every_point_is_within_the_margins(points: list[Point]) -> None:
    frame = frame_around(points, 186, 96, 9)
    for x, y in map(frame.place, points):
        assert 9 - 1e-6 <= x <= 177 + 1e-6
        assert 9 - 1e-6 <= y <= 87 + 1e-6


@given(NEAR)
def test_what_is_placed_is_found_again(point: Point) -> None:
    frame = frame_around([CITY, Point(-6.61, 106.82)], 186, 96, 9)
    back = frame.point(*frame.place(point))
    assert back.lat == pytest.approx(point.lat)
    assert back.lon == pytest.approx(point.lon)


def test_north_is_up_and_east_is_right() -> None:
    frame = frame_around([CITY], 186, 96, 9)
    north = frame.place(Point(CITY.lat + 0.001, CITY.lon))
    east = frame.place(Point(CITY.lat, CITY.lon + 0.001))
    assert north[1] < 48
    assert east[0] > 93


def test_the_bar_is_as_long_as_it_says() -> None:
    frame = frame_around([CITY, Point(-6.62, 106.8)], 186, 96, 9)
    (_, high), (_, low) = frame.place(CITY), frame.place(Point(-6.62, 106.8))
    metres = 0.02 * METRES_PER_DEGREE
    assert frame.bar / frame.metres == pytest.approx((low - high) * frame.bar / metres)
    assert frame.bar / frame.metres >= 20


def test_numbers_do_not_cover_each_other() -> None:
    doors = [(50.0 + i % 3, 50.0 + i // 3) for i in range(30)]  # a heap of neighbours
    free = spread(doors, 3.7, 186, 96)
    gaps = [math.dist(a, b) for i, a in enumerate(free) for b in free[i + 1 :]]
    assert min(gaps) > 0.85 * 2 * 3.7
    assert all(3.7 <= x <= 186 - 3.7 and 3.7 <= y <= 96 - 3.7 for x, y in free)
    assert free == spread(doors, 3.7, 186, 96)


def test_numbers_with_room_stay_at_their_doors() -> None:
    doors = [(20.0, 20.0), (60.0, 60.0)]
    for (x, y), door in zip(spread(doors, 3.7, 186, 96), doors, strict=True):
        assert math.dist((x, y), door) < 0.02
