"""The lines of a route: by road, straight where nothing is known, and on foot."""

from dataclasses import replace
from datetime import UTC, date, datetime

from field.domain.drawn import drawn
from field.domain.leg import Leg
from field.domain.place import Point
from field.domain.polyline import encode
from field.domain.route_sheet import RouteSheet, SheetStop, Spot

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
OFFICE, ONE, TWO, CORNER = (Point(round(-6.6 + n / 100, 5), 106.8) for n in range(4))


def stop(sequence: int, point: Point | None, leg: Leg | None) -> SheetStop:
    return SheetStop(
        household_id=sequence, sequence=sequence, arrival=NOON, cards=(), door="", rt="", rw="",
        kelurahan="", kecamatan="", landmark="", brief="", visits_before=0, point=point,
        confidence=None, handpicked=False, leg=leg,
    )  # fmt: skip


def sheet(*stops: SheetStop, home: Leg | None = None) -> RouteSheet:
    office = Spot("Kantor", OFFICE)
    return RouteSheet(
        manifest_id=1, number=1, version=1, date=date(2026, 11, 24), courier="", title="",
        vehicle="motor", kecamatan=None, only_handpicked=False, starts_at=NOON, ends_at=NOON,
        distance_m=0, duration_s=0, start=office, end=office, replaced=False, stops=stops,
        home=home,
    )  # fmt: skip


def test_a_route_without_legs_is_straight_from_door_to_door() -> None:
    found = drawn(sheet(stop(1, ONE, None), stop(2, None, None), stop(3, TWO, None)))
    assert found.roads == found.walks == ()
    assert list(found.straight) == [[OFFICE, ONE], [ONE, TWO], [TWO, OFFICE]]


def test_roads_walks_and_guesses_are_told_apart() -> None:
    road = Leg(encode([OFFICE, CORNER, ONE]), walk=encode([ONE, TWO]), walk_m=30)
    guess = Leg(encode([TWO, CORNER]), estimated=True)
    found = drawn(sheet(stop(1, TWO, road), home=guess))
    assert found.roads == ([OFFICE, CORNER, ONE],)
    assert found.walks == ([ONE, TWO],)
    assert found.straight == ([TWO, CORNER],)
    assert len(found.points) == 7


def test_a_stop_where_one_stands_already_has_no_line() -> None:
    whole = sheet(stop(1, ONE, Leg("")), home=Leg(encode([ONE, OFFICE])))
    assert drawn(whole).roads == ([ONE, OFFICE],)
    assert drawn(replace(whole, stops=(), home=None)).straight == ([OFFICE, OFFICE],)
