"""What is drawn on a map finds its edges, and counts for its classes and its direction only."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from field.domain.closures import Effect, Shape, Stretch
from field.domain.place import Point as Place
from field.gateways.road_book import RoadBook
from field.gateways.roads.classes import PROFILES
from field.gateways.roads.opening import Dijkstras, open_roads
from field.gateways.roads.road_times import RoadTimes
from field.gateways.roads.stretches import Ground, rules_of
from routing.point import Point
from tests.field.gateways.roads.made import by_seed, streets, survey
from tests.field.gateways.roads.village import (
    CITY,
    STEP_E,
    STEP_N,
    UNSAID,
    at,
    copy_of,
    metres,
    network,
    village,
)

DRIVEN = frozenset({"motor", "mobil"})


def drawn(
    *points: Point, effect: Effect = Effect.CLOSED, profiles: frozenset[str] = DRIVEN
) -> Stretch:
    """One point, or a line through them; closed like a ring it is an area."""
    shape = Shape.POINT if len(points) == 1 else Shape.LINE
    if len(points) > 3 and points[0] == points[-1]:
        shape, points = Shape.AREA, points[:-1]
    return Stretch(shape, tuple(Place(one.lat, one.lon) for one in points), effect, profiles)


@pytest.fixture(scope="module")
def ground() -> Ground:
    return Ground(network())


def ways(ground: Ground, stretch: Stretch) -> list[int]:
    return sorted({int(ground.network.way[piece.edge]) for piece in ground.pieces(stretch)})


def test_a_point_means_the_road_beside_it(ground: Ground) -> None:
    assert ways(ground, drawn(at(4.1, 2.2))) == [103]
    assert ways(ground, drawn(at(8.05, -1))) == [107]  # nobody stands on a bridge, but it may break
    assert ways(ground, drawn(at(7, -4.1), profiles=frozenset({"foot"}))) == [110]
    assert ways(ground, drawn(at(7, -4.1))) == []  # a footway is closed to vehicles anyhow
    assert ways(ground, drawn(at(5, -3))) == []


def test_a_line_means_what_it_runs_along_and_not_what_it_meets(ground: Ground) -> None:
    assert ways(ground, drawn(at(6.05, 0.1), at(7.9, -0.1))) == [105]
    assert ways(ground, drawn(at(2.1, 0), at(7.9, 0))) == [102, 105]
    assert ways(ground, drawn(at(6, 0.1), at(6, 1.9))) == [104]


def test_a_short_line_on_a_long_road_means_that_road(ground: Ground) -> None:
    assert ways(ground, drawn(at(6.6, 0.05), at(7.1, 0.05))) == [105]


def test_a_bar_across_a_road_closes_it(ground: Ground) -> None:
    assert ways(ground, drawn(at(7, 0.1), at(7, -0.1))) == [105]
    across = drawn(at(7, 0.1), at(7, -0.1), effect=Effect.ONE_WAY)
    assert ways(ground, across) == []  # which way it should run it does not say


def test_an_area_means_what_lies_in_it(ground: Ground) -> None:
    flood = drawn(at(3.8, -0.1), at(4.2, -0.1), at(4.2, 3.1), at(3.8, 3.1), at(3.8, -0.1))
    assert ways(ground, flood) == [102, 103]


def under(roads: RoadTimes, *stretches: Stretch) -> RoadTimes:
    roads.close(rules_of(stretches, Ground(roads.network)))
    return roads


def test_a_closed_gang_is_driven_round_by_its_class_only() -> None:
    roads, doors = village(), [at(5, 0), at(8, 1), at(7, 0)]
    before = {profile: roads.matrix(doors, profile) for profile in PROFILES}
    under(roads, drawn(at(7, 0), profiles=frozenset({"mobil"})))
    assert roads.matrix(doors, "motor") == before["motor"]
    assert roads.matrix(doors, "foot") == before["foot"]
    assert roads.matrix(doors, "mobil").durations[0, 1] > before["mobil"].durations[0, 1]
    under(roads)
    assert roads.matrix(doors, "mobil") == before["mobil"]


def test_one_way_is_the_direction_of_the_line() -> None:
    roads, west, east = village(), at(6.2, 0), at(7.8, 0)
    under(roads, drawn(at(6, 0), at(8, 0), effect=Effect.ONE_WAY))
    assert metres(roads, west, east) == pytest.approx(1.6 * STEP_E, abs=2)
    assert metres(roads, east, west) > 1.6 * STEP_E
    assert metres(roads, east, west, "foot") == pytest.approx(1.6 * STEP_E, abs=2)


def test_a_one_way_street_is_turned_and_opened() -> None:
    roads, south = village(), [at(0.2, 0), at(1.8, 0)]
    loop = 2 * (2 * STEP_E + 2 * STEP_N) - 1.6 * STEP_E
    assert metres(roads, south[1], south[0]) == pytest.approx(loop, abs=3)
    both = drawn(at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0.2), effect=Effect.BOTH_WAYS)
    under(roads, both)
    assert metres(roads, south[1], south[0]) == pytest.approx(1.6 * STEP_E, abs=3)
    assert metres(roads, south[0], south[1]) == pytest.approx(1.6 * STEP_E, abs=3)
    turned = drawn(at(0, 0.2), at(0, 2), at(2, 2), at(2, 0), at(0, 0), effect=Effect.ONE_WAY)
    under(roads, both, turned)
    assert metres(roads, south[1], south[0]) == pytest.approx(1.6 * STEP_E, abs=3)
    assert metres(roads, south[0], south[1]) == pytest.approx(loop, abs=3)
    under(roads, drawn(at(0.1, 0), at(1.9, 0)), both)
    assert metres(roads, south[0], south[1]) == pytest.approx(2.4 * STEP_E + 4 * STEP_N, abs=3)


def test_the_book_answers_for_each_day_apart(tmp_path: Path) -> None:
    book = RoadBook(CITY, tmp_path / "roads")
    book.import_file(copy_of(tmp_path), datetime(2026, 11, 24, tzinfo=UTC), UNSAID)
    doors, gang = [at(5, 0), at(4, 2.5)], drawn(at(4, 0.5))
    free, shut = book.times(), book.times([gang])
    open_way = free.matrix(doors, "motor")
    mouth = shut.stands(doors, "motor")[1]
    assert mouth
    assert (mouth.lat, mouth.lon) == (at(4, 0).lat, at(4, 0).lon)  # what lies behind is walked to
    assert mouth.walk_m == pytest.approx(2.5 * STEP_N, abs=1)
    assert shut.matrix(doors, "motor").durations[0, 1] > open_way.durations[0, 1]
    assert free.matrix(doors, "motor") == open_way
    assert book.meant(gang) == [[(-6.6, 106.804), (-6.599, 106.804)]]


def test_main_roads_alone_can_be_closed_too(tmp_path: Path) -> None:
    book = RoadBook(CITY, tmp_path)
    line = [Place(lat, lon) for lat, lon in _a_main_road(book)]
    shut = Stretch(Shape.LINE, tuple(line), Effect.CLOSED, frozenset(PROFILES))
    ends = [Point(line[0].lat, line[0].lon), Point(line[-1].lat, line[-1].lon)]
    free = book.times().matrix(ends, "motor")
    assert book.meant(shut)
    assert book.times([shut]).matrix(ends, "motor").durations[0, 1] > free.durations[0, 1]
    assert book.times().matrix(ends, "motor") == free


def _a_main_road(book: RoadBook) -> list[tuple[float, float]]:
    anywhere = Stretch(
        Shape.AREA,
        tuple(Place(*one) for one in ((-6.61, 106.79), (-6.61, 106.81), (-6.59, 106.81))),
        Effect.CLOSED,
        frozenset(PROFILES),
    )
    return max(book.meant(anywhere), key=lambda line: abs(line[0][0] - line[-1][0]))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_each_edge_drawn_along_is_found_and_both_engines_agree(seed: int) -> None:
    chance = by_seed(seed)
    made = streets(survey(chance))
    ground, both = Ground(made), (open_roads(made), RoadTimes(made, Dijkstras(made)))
    points = [
        Point(-6.6 + chance.uniform(0, 5) / 1000, 106.8 + chance.uniform(0, 5) / 1000)
        for _ in range(8)
    ]
    before = [both[0].matrix(points, profile) for profile in PROFILES]
    stretches = []
    for _ in range(4):
        edge, effect = chance.randrange(made.edges), chance.choice(tuple(Effect))
        who = frozenset(chance.sample(("motor", "mobil"), chance.choice((1, 2))))
        shape = [Place(*place) for place in made.shape(edge)]
        line = Stretch(Shape.LINE, tuple(shape), effect, who)
        back = Stretch(Shape.LINE, tuple(shape[::-1]), effect, who)
        found, turned = ground.pieces(line), ground.pieces(back)
        usable = [PROFILES.index(profile) for profile in who]
        if (made.ms[edge][:, usable] < 2**31 - 1).any():
            assert (edge, 1) in {(piece.edge, piece.directions) for piece in found}
            assert (edge, 2) in {(piece.edge, piece.directions) for piece in turned}
        stretches.append(line)
    rules = rules_of(stretches, ground)
    for roads in both:
        roads.close(rules)
    for number, profile in enumerate(PROFILES):
        fast, exact = (roads.matrix(points, profile) for roads in both)
        assert np.array_equal(fast.durations, exact.durations)
        if not any(profile in stretch.profiles for stretch in stretches):
            assert fast == before[number]
    both[0].close(())
    assert [both[0].matrix(points, profile) for profile in PROFILES] == before
