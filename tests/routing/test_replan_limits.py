"""What is used up in the middle of a day, what gives way, and what cannot be true."""

from dataclasses import replace
from typing import Any

import pytest

from routing import Booth, Break, InvalidProblem, News, Position, Vehicle, price, replan
from tests.routing.street import MINUTE, door, trip, van
from tests.routing.test_remedy import day, hours, one
from tests.routing.test_replan import FEW, RIDE, at, begins, codes, replanned

LUNCH = Break(id=1, windows=(hours(2, 4),), service=10 * MINUTE)


def vehicle_at(minute: int, vehicle: Vehicle, **more: Any) -> Vehicle:
    problem = day(door(1), door(2), door(3), vehicle)
    news = at(minute, done=one(1), **more)
    return replanned(problem, {1: [1, 2, 3]}, news).problem.vehicle[1]


def test_limits_are_used_up() -> None:
    asked = van(max_stops=3, max_travel=600, max_distance=90, fixed_cost=50, max_duration=1200)
    left = vehicle_at(1, asked)
    assert (left.max_stops, left.max_travel, left.max_distance) == (2, 540, 80)
    assert (left.fixed_cost, left.max_duration, left.shift.close) == (0, None, 1200)
    assert (left.start, left.shift.open) == (1, MINUTE)


def test_a_break_is_had_once() -> None:
    here = Position(location=1, free=13 * MINUTE, rested=one(1))
    assert vehicle_at(3, van(breaks=(LUNCH,)), positions={1: here}).breaks == ()


def test_a_break_that_was_missed_is_taken_at_once() -> None:
    late = Position(location=1, free=9 * MINUTE)
    (rest,) = vehicle_at(9, van(breaks=(LUNCH,)), positions={1: late}).breaks
    assert rest.windows[-1].close == 9 * MINUTE


def test_what_was_fetched_fills_the_vehicle() -> None:
    problem = day(door(1, pickup=(2,)), door(2, pickup=(2,)), van(capacity=(3,)))
    found = replanned(problem, {1: [1]}, at(1, done=one(1)))
    assert found.problem.vehicle[1].capacity == (1,)
    assert found.plan.orders == {}


def test_what_cannot_be_kept_gives_way_and_is_told() -> None:
    problem = day(door(1), door(5, windows=(hours(0, 6),)), van(shift=hours(0, 12)))
    late = at(9, done=one(1), positions={1: Position(location=1, free=MINUTE, heading=5)})
    found = replanned(problem, {1: [1, 5]}, late)
    assert found.plan.orders == {1: [5]}
    assert codes(found) == ["past_limit", "overtime"]
    assert [change.values["minutes"] for change in found.changes] == [3, 2]


def test_a_locked_stop_is_kept_though_its_time_is_over() -> None:
    problem = day(door(1), door(5, windows=(hours(0, 6),)), van(locked=(1, 5)))
    found = replanned(problem, {1: [1, 5]}, at(9, done=one(1)))
    assert found.plan.orders == {1: [5]}
    assert codes(found) == ["past_limit"]


@pytest.mark.parametrize(
    ("code", "news"),
    [
        ("unknown_id", at(0, done=one(9))),
        ("unknown_id", at(0, cancelled=one(9))),
        ("unknown_id", at(0, gone=one(9))),
        ("unknown_id", at(0, positions={9: Position(location=1, free=0)})),
        ("unknown_id", at(0, positions={1: Position(location=1, free=0, heading=9)})),
        ("location_outside", at(0, positions={1: Position(location=99, free=0)})),
        (
            "heading_twice",
            at(0, positions={n: Position(location=1, free=0, heading=3) for n in (1, 2)}),
        ),
        ("delivered_unfetched", at(0, done=one(2))),
        ("gone_aboard", at(1, done=one(1), gone=one(1))),
        ("fetched_later", at(1, done=one(1), fetched={1: 99})),
    ],
)
def test_news_that_cannot_be_true_are_refused(code: str, news: News) -> None:
    with pytest.raises(InvalidProblem) as caught:
        replan(RIDE, price(RIDE, {1: [1, 2, 3]}), news, FEW)
    (fault,) = caught.value.faults
    assert fault.code == code
    assert fault.message("id") != fault.message("en")


def test_nobody_knows_who_has_fetched_them() -> None:
    with pytest.raises(InvalidProblem, match="aboard_nowhere"):
        replan(RIDE, price(RIDE, {1: [3]}), at(1, done=one(1)), FEW)


def test_a_booth_is_full_while_somebody_is_in_it() -> None:
    stay = Booth(id=1, capacity=1, duration=10 * MINUTE)
    problem = day(door(1, booth=1), door(2, 1, booth=1), van(), van(2, start=1, end=1), stay)
    news = at(2, done=one(1), positions={1: Position(location=1, free=2 * MINUTE)})
    assert begins(replanned(problem, {1: [1], 2: [2]}, news).plan) == {2: 12}


def test_two_who_are_aboard_are_brought_to_one_booth() -> None:
    stay = Booth(id=1, capacity=1, duration=99 * MINUTE)
    rides = [trip(n, n + 1, at=1, to=3, max_ride=5 * MINUTE) for n in (1, 3)]
    rides = [replace(each, delivery=replace(each.delivery, booth=1)) for each in rides]
    problem = day(*rides, van(), van(2), stay)
    news = at(1, done=frozenset({1, 3}))
    found = replanned(problem, {1: [1, 2], 2: [3, 4]}, news)
    assert found.plan.orders == {1: [2], 2: [4]}
    assert "booth_crowded" in codes(found)
