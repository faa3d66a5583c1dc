"""Street by street through the village: the roads, the turns, the walk."""

from itertools import pairwise

import pytest

from field.domain.directions import directions
from field.domain.leg import Leg, Station
from field.domain.place import Point as Place
from field.domain.polyline import decode
from field.gateways.detour import StraightLines
from field.gateways.legs import legs
from field.gateways.roads.closures import Closure
from field.gateways.roads.dijkstra_engine import DijkstraEngine
from field.gateways.roads.opening import Dijkstras, hierarchies
from field.gateways.roads.road_times import RoadTimes
from routing.crow_flies import CrowFlies
from routing.point import Point
from tests.field.gateways.roads.made import by_seed, streets, survey
from tests.field.gateways.roads.village import STEP_E, STEP_N, at, metres, network, village


@pytest.fixture(scope="module")
def roads() -> RoadTimes:
    return village()


def told(roads: RoadTimes, begin: Point, end: Point, profile: str = "motor") -> list[str]:
    (drive,) = roads.drives([(begin, end)], profile)
    assert drive is not None
    return [f"{step.turn} {step.street} {step.metres}" for step in directions(drive, lambda _: "")]


def station(point: Point, door: Point | None = None) -> Station:
    there = door or point
    return Station(Place(point.lat, point.lon), Place(there.lat, there.lon))


def leg(roads: RoadTimes, begin: Point, end: Point, profile: str = "motor") -> Leg:
    return legs([station(begin), station(end)], profile, roads, lambda _: "")[0]


def test_a_way_is_told_turn_by_turn(roads: RoadTimes) -> None:
    one, two = round(1.5 * STEP_E), round(2 * STEP_N)
    assert told(roads, at(4.5, 0), at(4, 2)) == [
        f"start Jl. Raya {round(0.5 * STEP_E)}",
        f"right Gg. Mawar {two}",
    ]
    assert told(roads, at(6.5, 0), at(8, 1)) == [
        f"start Jl. Raya {one}",
        f"left Jl. Belakang {round(STEP_N)}",
    ]


def test_a_banned_turn_is_not_told(roads: RoadTimes) -> None:
    around = told(roads, at(5, 0), at(6, 1), "mobil")
    assert [line.split()[0] for line in around] == ["start", "left", "left"]
    assert [line.split()[0] for line in told(roads, at(5, 0), at(6, 1), "foot")] == [
        "start",
        "left",
    ]


def test_along_one_street_and_nowhere(roads: RoadTimes) -> None:
    assert told(roads, at(4.2, 0), at(5.7, 0)) == [f"start Jl. Raya {round(1.5 * STEP_E)}"]
    assert told(roads, at(5.7, 0), at(4.2, 0)) == [f"start Jl. Raya {round(1.5 * STEP_E)}"]
    assert told(roads, at(5, 0), at(5, 0)) == []


def test_the_line_of_a_leg_follows_the_road(roads: RoadTimes) -> None:
    found = leg(roads, at(5, 0), at(4, 2))
    assert [(round(p.lat, 5), round(p.lon, 5)) for p in decode(found.line)] == [
        (-6.6, 106.805), (-6.6, 106.804), (-6.599, 106.804), (-6.598, 106.804),
    ]  # fmt: skip
    assert (found.walk, found.walk_m, found.estimated) == ("", 0, False)


def test_a_car_parks_and_the_rest_is_walked(roads: RoadTimes) -> None:
    found = leg(roads, at(5, 0), at(4, 2), "mobil")
    assert found.walk_m == pytest.approx(STEP_N, abs=1)
    walk = decode(found.walk)
    assert (walk[0].lat, walk[0].lon) == pytest.approx((-6.599, 106.804))
    assert (walk[-1].lat, walk[-1].lon) == pytest.approx((-6.598, 106.804))
    assert decode(found.line)[-1] == walk[0]


def test_the_side_of_the_door_is_told(roads: RoadTimes) -> None:
    assert leg(roads, at(4.2, 0), at(5, 0.1)).side == "left"
    assert leg(roads, at(4.2, 0), at(5, -0.1)).side == "right"


def test_what_left_the_network_is_straight_and_said(roads: RoadTimes) -> None:
    lost = leg(roads, at(5, 0), at(5, -9))
    assert lost.estimated
    assert lost.steps == ()
    assert [(p.lat, p.lon) for p in decode(lost.line)] == [(-6.6, 106.805), (-6.609, 106.805)]
    flown = legs([station(at(5, 0)), station(at(4, 2))], "motor", StraightLines(CrowFlies()), str)
    assert [each.estimated for each in flown] == [True]


def test_a_closed_road_is_driven_round() -> None:
    roads = village()
    before = leg(roads, at(5, 0), at(8, 1))
    roads.close([Closure(int((roads.network.way == 105).argmax()), frozenset({"motor"}))])
    assert leg(roads, at(5, 0), at(8, 1)).line != before.line


def test_a_landmark_at_the_corner_is_named(roads: RoadTimes) -> None:
    def near(place: Place) -> str:
        return "Masjid" if (place.lat, place.lon) == (-6.6, 106.804) else ""

    found = legs([station(at(5, 0)), station(at(4, 2))], "motor", roads, near)[0]
    assert [step.landmark for step in found.steps] == ["", "Masjid"]


@pytest.mark.parametrize("profile", ["motor", "mobil", "foot"])
def test_a_drive_is_as_long_as_the_matrix_says(profile: str) -> None:
    chance = by_seed(5)
    made = streets(survey(chance))
    for engines in (hierarchies(made), Dijkstras(made)):
        roads = RoadTimes(made, engines)
        doors = [
            Point(-6.6 + chance.random() / 200, 106.8 + chance.random() / 200) for _ in range(12)
        ]
        stands = [stand and Point(stand.lat, stand.lon) for stand in roads.stands(doors, profile)]
        trips = [(one, two) for one in stands for two in stands if one and two and one != two]
        for trip, drive in zip(trips, roads.drives(trips, profile), strict=True):
            assert drive is not None
            driven = sum(piece.metres for piece in drive)
            assert driven == pytest.approx(metres(roads, *trip, profile), abs=3)
            for piece, after in pairwise(drive):
                assert piece.line[-1] == after.line[0]


def test_the_village_without_the_fast_engine() -> None:
    made = network()
    plain = RoadTimes(made, Dijkstras(made))
    assert isinstance(plain._class("motor").engine, DijkstraEngine)
    assert told(plain, at(4.5, 0), at(4, 2)) == told(village(), at(4.5, 0), at(4, 2))
