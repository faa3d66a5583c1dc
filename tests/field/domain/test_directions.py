"""What is told at a turn. Streets are drawn in steps of 100 m: east, north."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.directions import Passed, Step, Turn, directions, side_of, turn_at
from field.domain.leg import Leg, leg_document, read_leg
from field.domain.place import Point
from field.domain.polyline import decode, encode

STEP = 100 / 111_195


def at(east: float, north: float) -> Point:
    return Point(north * STEP, east * STEP)


def road(name: str, *places: tuple[float, float], **more: object) -> Passed:
    line = tuple(at(*place) for place in places)
    metres = 100.0 * sum(
        abs(one[0] - two[0]) + abs(one[1] - two[1]) for one, two in pairwise(places)
    )
    kind = str(more.pop("kind", "residential"))
    return Passed(name, kind, metres, line, **more)  # type: ignore[arg-type]  # of the test's own


def told(*way: Passed) -> list[tuple[str, str, int]]:
    steps = directions(way, lambda _: "")
    return [(step.turn.value, step.street, step.metres) for step in steps]


@pytest.mark.parametrize(
    ("onward", "turn"),
    [
        ((1, 2), Turn.STRAIGHT),
        ((1.2, 2), Turn.STRAIGHT),
        ((2, 2), Turn.SLIGHT_RIGHT),
        ((0, 2), Turn.SLIGHT_LEFT),
        ((2, 1), Turn.RIGHT),
        ((0, 1), Turn.LEFT),
        ((2, 0.2), Turn.RIGHT),
        ((1.1, 0), Turn.BACK),
        ((1, 0), Turn.BACK),
    ],
)
def test_a_turn_is_named_by_its_angle(onward: tuple[float, float], turn: Turn) -> None:
    assert turn_at([at(1, 0), at(1, 1)], [at(1, 1), at(*onward)]) is turn


def test_a_kink_at_the_kerb_is_no_turn() -> None:
    assert turn_at([at(0, 0), at(0, 1)], [at(0, 1), at(0.03, 1), at(0.03, 2)]) is Turn.STRAIGHT


def test_a_way_is_told_where_one_turns_or_the_street_has_another_name() -> None:
    way = (
        road("Jalan Raya", (0, 0), (0, 1)),
        road("Jalan Raya", (0, 1), (0, 3), choices=2),  # straight on past a crossing
        road("Jalan Pahlawan", (0, 3), (0, 4), choices=1),
        road("Jalan Pahlawan", (0, 4), (2, 4), choices=1),
        road("Gang Mawar", (2, 4), (2, 5), choices=1),
    )
    assert told(*way) == [
        ("start", "Jl. Raya", 300),
        ("straight", "Jl. Pahlawan", 100),
        ("right", "Jl. Pahlawan", 200),
        ("left", "Gg. Mawar", 100),
    ]
    steps = directions(way, lambda _: "")
    assert [step.gang for step in steps] == [False, False, False, True]
    assert steps[0].number == 0  # north


def test_a_bend_without_a_junction_is_not_told() -> None:
    bend = road("", (0, 1), (1, 1))
    assert told(road("Jalan Raya", (0, 0), (0, 1)), bend) == [("start", "Jl. Raya", 200)]
    corner = road("", (0, 1), (1, 1), choices=1)
    assert told(road("Jalan Raya", (0, 0), (0, 1)), corner)[1] == ("right", "", 100)


def test_a_fork_is_told_only_where_one_leaves_the_street() -> None:
    begin = road("Jalan Raya", (0, 0), (0, 1))
    on, off = (road(name, (0, 1), (1, 2), choices=1) for name in ("Jalan Raya", "Jalan Baru"))
    assert len(told(begin, on)) == 1
    assert told(begin, off)[1][:2] == ("slight_right", "Jl. Baru")


def test_a_roundabout_is_one_step_with_its_exit() -> None:
    way = (
        road("Jalan Raya", (0, 0), (0, 1)),
        road("", (0, 1), (0.5, 1.5), circle=True, choices=0),
        road("", (0.5, 1.5), (0, 2), circle=True, choices=1),
        road("", (0, 2), (-0.5, 1.5), circle=True, choices=1),
        road("Jalan Barat", (-0.5, 1.5), (-2, 1.5), choices=1),
    )
    steps = directions(way, lambda _: "")
    assert [(step.turn, step.street, step.number) for step in steps[1:]] == [
        (Turn.ROUNDABOUT, "Jl. Barat", 3)
    ]
    assert steps[1].metres == 450


def test_a_path_without_a_name_is_a_gang() -> None:
    way = (
        road("Jalan Raya", (0, 0), (0, 1)),
        road("", (0, 1), (0, 2), kind="footway", choices=1),
    )
    step = directions(way, lambda _: "")[1]
    assert (step.turn, step.gang) == (Turn.STRAIGHT, True)


def test_turning_round_is_always_told() -> None:
    out, back = road("Jalan Raya", (0, 0), (0, 1)), road("Jalan Raya", (0, 1), (0, 0))
    assert told(out, back)[1][:2] == ("back", "Jl. Raya")


def test_a_landmark_is_named_once() -> None:
    way = (
        road("Jalan A", (0, 0), (0, 1)),
        road("Jalan B", (0, 1), (1, 1), choices=1),
        road("Jalan C", (1, 1), (1, 2), choices=1),
    )
    steps = directions(way, lambda place: "Masjid" if place != at(0, 0) else "")
    assert [step.landmark for step in steps] == ["", "Masjid", ""]


def test_a_barrier_without_length_and_no_way_at_all() -> None:
    barrier = Passed("", "barrier", 0.0, (at(0, 1), at(0, 1)))
    assert told(road("Gang A", (0, 0), (0, 1)), barrier, road("Gang A", (0, 1), (0, 2))) == [
        ("start", "Gg. A", 200)
    ]
    assert told() == []


@pytest.mark.parametrize(
    ("door", "side"),
    [((-0.2, 1), "left"), ((0.2, 1), "right"), ((0, 1.01), ""), ((0, 1.5), "")],
)
def test_the_side_of_a_door(door: tuple[float, float], side: str) -> None:
    assert side_of([at(0, 0), at(0, 1)], at(*door)) == side


def test_a_line_as_its_authors_write_it() -> None:
    line = [Point(38.5, -120.2), Point(40.7, -120.95), Point(43.252, -126.453)]
    assert encode(line) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
    assert decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@") == line


@given(st.lists(st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))))
def test_a_line_comes_back_to_a_metre(line: list[Point]) -> None:
    for point, again in zip(line, decode(encode(line)), strict=True):
        assert again.lat == pytest.approx(point.lat, abs=6e-6)
        assert again.lon == pytest.approx(point.lon, abs=6e-6)


def test_a_leg_comes_back_as_it_was_kept() -> None:
    step = Step(Turn.ROUNDABOUT, "Jl. Raya", 120, number=2, landmark="Masjid")
    for leg in (Leg("abc", (step,), "de", 80, "left"), Leg("abc", estimated=True)):
        assert read_leg(leg_document(leg)) == leg
    assert leg_document(Leg("abc")) == {"line": "abc"}
