"""What a map means: seen on a village of seventeen points."""

import pytest

from field.domain.roads import Stand
from field.gateways.roads.closures import Closure
from field.gateways.roads.road_times import RoadTimes
from routing.fault import ProblemFault
from routing.matrix import UNREACHABLE
from routing.point import Point
from tests.field.gateways.roads.village import STEP_E, STEP_N, at, metres, village


@pytest.fixture(scope="module")
def roads() -> RoadTimes:
    return village()


def stand(roads: RoadTimes, door: Point, profile: str) -> Stand:
    found = roads.stands([door], profile)[0]
    assert found is not None
    return found


def test_one_way_loop_is_driven_round(roads: RoadTimes) -> None:
    there, back = at(1, 0), at(0, 1)
    forward, round_about = 3 * STEP_E + 3 * STEP_N, STEP_E + STEP_N
    assert metres(roads, there, back) == pytest.approx(forward, abs=3)
    assert metres(roads, back, there) == pytest.approx(round_about, abs=3)
    assert metres(roads, there, back, "foot") == pytest.approx(round_about, abs=1)


def test_a_bollard_stops_a_car_and_not_a_motorbike(roads: RoadTimes) -> None:
    door = at(4, 2.5)
    assert stand(roads, door, "motor").walk_m == pytest.approx(0, abs=0.5)
    car = stand(roads, door, "mobil")
    assert (car.lat, car.lon) == (at(4, 1).lat, at(4, 1).lon)
    assert car.walk_m == pytest.approx(1.5 * STEP_N, abs=1)
    assert car.walk_s == pytest.approx(2 * car.walk_m / 1.25, abs=1)


def test_doors_behind_the_bollard_share_one_stand(roads: RoadTimes) -> None:
    doors = [at(4.02, 1.8), at(3.98, 2.4), at(4, 2.9)]
    stands = roads.stands(doors, "mobil")
    assert len({(each.lat, each.lon) for each in stands if each}) == 1
    assert roads.matrix([Point(each.lat, each.lon) for each in stands if each], "mobil") == (
        roads.matrix([at(4, 1)] * 3, "mobil")
    )


def test_a_walk_counts_at_both_ends(roads: RoadTimes) -> None:
    door, office = at(4, 2), at(5, 0)
    car = stand(roads, door, "mobil")
    parked = Point(car.lat, car.lon)
    whole, driven = (roads.matrix([office, end], "mobil") for end in (door, parked))
    walk_s = car.walk_m / 1.25
    assert whole.durations[0, 1] == pytest.approx(driven.durations[0, 1] + walk_s, abs=1)
    assert whole.durations[1, 0] == pytest.approx(driven.durations[1, 0] + walk_s, abs=1)


def test_no_left_turn_is_driven_round_and_walked(roads: RoadTimes) -> None:
    before, after = at(5, 0), at(6, 1)
    direct, around = STEP_E + STEP_N, 5 * STEP_E + 3 * STEP_N
    assert metres(roads, before, after, "mobil") == pytest.approx(around, abs=3)
    assert metres(roads, after, before, "mobil") == pytest.approx(direct, abs=3)
    assert metres(roads, before, after, "foot") == pytest.approx(direct, abs=1)


def test_nobody_stands_on_a_bridge(roads: RoadTimes) -> None:
    assert metres(roads, at(8, 0), at(8, -3)) == pytest.approx(3 * STEP_N, abs=3)
    below = stand(roads, at(8, -0.9), "mobil")
    assert (below.lat, below.lon) == (at(8, 0).lat, at(8, 0).lon)


def test_a_footway_is_walked_from_its_beginning(roads: RoadTimes) -> None:
    for profile in ("motor", "mobil"):
        found = stand(roads, at(6.5, -4), profile)
        assert (found.lat, found.lon) == (at(8, -4).lat, at(8, -4).lon)
        assert found.walk_m == pytest.approx(1.5 * STEP_E, abs=1)


@pytest.mark.parametrize("lost", [at(5, -9), at(5, -6.7), Point(-7.8, 110.4)])
def test_what_is_not_reached_is_said(roads: RoadTimes, lost: Point) -> None:
    for profile in ("motor", "mobil", "foot"):
        assert roads.stands([lost], profile) == [None]
        matrix = roads.matrix([at(5, 0), lost, at(8, -3)], profile)
        assert matrix.durations[1].tolist() == [UNREACHABLE, 0, UNREACHABLE]
        assert matrix.distances[:, 1].tolist() == [UNREACHABLE, 0, UNREACHABLE]
        assert matrix.durations[0, 2] < UNREACHABLE


def test_a_closed_road_counts_at_once_for_its_class_only() -> None:
    roads = village()
    doors = [at(5, 0), at(8, 1), at(7, 0)]
    before = {profile: roads.matrix(doors, profile) for profile in ("motor", "mobil", "foot")}
    roads.close([Closure(_edge(roads, 105), frozenset({"mobil"}))])
    assert roads.matrix(doors, "motor") == before["motor"]
    assert roads.matrix(doors, "foot") == before["foot"]
    shut = roads.matrix(doors, "mobil")
    # The left turn is banned and the way round is shut: the rest is walked.
    assert before["mobil"].durations[0, 1] < shut.durations[0, 1] < UNREACHABLE
    assert shut.durations[1, 0] > before["mobil"].durations[1, 0]
    roads.close([])
    assert roads.matrix(doors, "mobil") == before["mobil"]


def test_a_door_on_a_closed_road_is_walked_to() -> None:
    roads = village()
    roads.close([Closure(_edge(roads, 105), frozenset({"motor"}))])
    found = stand(roads, at(6.4, 0), "motor")
    assert (found.lat, found.lon) == (at(6, 0).lat, at(6, 0).lon)
    assert found.walk_m == pytest.approx(0.4 * STEP_E, abs=1)


def test_nobody_and_nowhere(roads: RoadTimes) -> None:
    assert roads.matrix([], "motor").size == 0
    assert roads.stands([], "foot") == []
    same = roads.matrix([at(4, 2)] * 2, "mobil")
    assert same.durations.tolist() == [[0, 0], [0, 0]]
    with pytest.raises(ProblemFault, match="no_matrix"):
        roads.matrix([at(0, 0)], "boat")


def _edge(roads: RoadTimes, way: int) -> int:
    return int((roads.network.way == way).argmax())
