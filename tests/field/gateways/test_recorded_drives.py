"""Recorded drives are set beside the table's time of that very hour, from stand to stand."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from field.domain.drives import Passed
from field.domain.speeds import MAIN, SMALL, Rule, Slot, Speeds
from field.gateways.detour import StraightLines
from field.gateways.recorded_drives import legs_of
from routing.crow_flies import CrowFlies
from routing.point import Point
from tests.field.gateways.roads.village import at, village

WIB = ZoneInfo("Asia/Jakarta")
SEVEN = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # half past seven of a Monday in the city
NEAR, FAR = Point(-6.6, 106.8), Point(-6.59, 106.81)
LINES = StraightLines(CrowFlies(density=lambda _: 0.0))
SLOW = Speeds(tuple(Rule(r, "motor", frozenset({1}), 7, 8, 2.0) for r in (MAIN, SMALL)))


def route(*stops: tuple[Point, int]) -> list[Passed]:
    return [
        Passed(
            1, "motor", number, place.lat, place.lon, 150, 333, SEVEN + timedelta(minutes=minute)
        )
        for number, (place, minute) in enumerate(stops, start=1)
    ]


def test_by_the_table_of_the_hour_in_which_it_was_left() -> None:
    usual = int(LINES.matrix([NEAR, FAR], "motor").durations[0, 1])
    driven = route((NEAR, 0), (FAR, 10), (NEAR, 40), (FAR, 50))
    first, second, third = legs_of([driven], SLOW, LINES.paced, WIB)
    assert [leg.slot.hour for leg in (first, second, third)] == [7, 7, 8]
    assert first.slot == Slot("motor", 1, 7)
    assert abs(first.usual_s - 2 * usual) <= 2
    assert third.usual_s == usual
    assert (first.took_s, first.planned_s, first.door_s) == (600, 333, 150)


def test_a_door_that_roads_do_not_reach_teaches_nothing() -> None:
    roads = village()
    lost = Point(-6.4, 106.5)
    driven = route((at(0, 0), 0), (lost, 10), (at(1, 0), 20), (at(0, 1), 25))
    assert [leg.took_s for leg in legs_of([driven], Speeds(), roads.paced, WIB)] == [300]
