"""The middle of a day on a street of a few doors: what is kept, what changes, and what is said."""

from dataclasses import replace
from typing import Any

from routing import (
    Budget,
    Keep,
    News,
    Plan,
    Position,
    Problem,
    Replanned,
    as_planned,
    check,
    price,
    replan,
)
from routing.plan import Orders
from tests.routing.street import MINUTE, door, trip, van
from tests.routing.test_remedy import day, hours, one

FEW = Budget(iterations=1)


def replanned(
    problem: Problem, orders: Orders, news: News, old: Problem | None = None
) -> Replanned:
    """A plan that was checked, for a day that has its plan by hand."""
    found = replan(problem, price(old or problem, orders), news, FEW)
    assert check(found.problem, found.plan) == []
    assert all(change.message("id") and change.message("en") for change in found.changes)
    return found


def codes(found: Replanned) -> list[str]:
    return [change.code for change in found.changes]


def at(minute: int, **more: Any) -> News:
    return News(now=minute * MINUTE, **more)


def after(plan: Plan, minute: int, **more: Any) -> News:
    return replace(as_planned(plan, minute * MINUTE), **more)


def begins(plan: Plan) -> dict[int | None, int]:
    return {step.id: step.begin // MINUTE for route in plan.routes for step in route.stops}


THREE = day(door(1), door(2), door(3), van())


def test_nothing_new_changes_nothing() -> None:
    found = replanned(THREE, {1: [1, 2, 3]}, after(price(THREE, {1: [1, 2, 3]}), 1))
    assert found.changes == ()
    assert found.plan.orders == {1: [2, 3]}
    assert begins(found.plan) == {2: 2, 3: 3}


def test_before_the_day_begins_all_is_open() -> None:
    found = replanned(THREE, {1: [1, 2, 3]}, at(0))
    assert found.plan.orders == {1: [1, 2, 3]}


def test_a_new_stop_is_put_in() -> None:
    old = day(door(1), door(4), van(), van(2))
    new = day(door(1), door(4), door(3), van(), van(2))
    found = replanned(new, {1: [1, 4]}, at(1, done=one(1)), old)
    assert found.plan.orders == {1: [3, 4]}
    (change,) = found.changes
    assert (change.code, change.values) == ("added", {"visit": 3, "vehicle": 1})


def test_who_is_on_the_way_to_a_stop_goes_there_first() -> None:
    old = day(door(1), door(5), van())
    new = day(door(1), door(5), door(2, windows=(hours(0, 5),)), van())
    news = at(2, done=one(1), positions={1: Position(location=1, free=MINUTE, heading=5)})
    found = replanned(new, {1: [1, 5]}, news, old)
    assert found.plan.orders == {1: [5]}
    assert begins(found.plan) == {5: 5}
    assert codes(found) == ["left_out"]


def test_who_should_be_there_by_now_arrives_now() -> None:
    news = at(9, done=one(1), positions={1: Position(location=1, free=MINUTE, heading=2)})
    found = replanned(THREE, {1: [1, 2, 3]}, news)
    assert begins(found.plan) == {2: 9, 3: 10}


def test_a_vehicle_is_free_when_service_is_over() -> None:
    news = at(1, done=one(1), positions={1: Position(location=1, free=7 * MINUTE)})
    assert begins(replanned(THREE, {1: [1, 2, 3]}, news).plan) == {2: 8, 3: 9}


def test_a_cancelled_stop_is_not_driven_to() -> None:
    plan = price(THREE, {1: [1, 2, 3]})
    found = replanned(THREE, {1: [1, 2, 3]}, after(plan, 1, cancelled=one(2)))
    assert found.plan.orders == {1: [3]}
    assert codes(found) == ["cancelled"]
    without = day(door(1), door(3), van())
    gone = replan(without, plan, after(plan, 1), FEW)
    assert (gone.plan.orders, codes(gone)) == ({1: [3]}, ["cancelled"])


def test_half_a_shipment_is_not_cancelled() -> None:
    problem = day(door(1), trip(2, 3, at=2, to=3), van())
    found = replanned(problem, {1: [1, 2, 3]}, at(0, cancelled=one(3)))
    assert found.plan.orders == {1: [1]}
    assert codes(found) == ["cancelled", "cancelled"]


def test_others_take_over_from_who_has_gone_home() -> None:
    problem = day(door(1), door(2), door(3), van(), van(2))
    found = replanned(problem, {1: [1, 2, 3]}, at(2, done=one(1), gone=one(1)))
    assert {2, 3} == {*found.plan.orders[2]}
    assert codes(found) == ["taken_over", "taken_over"]
    lost = day(door(1), door(2), door(3), van(2))
    again = replanned(lost, {1: [1, 2, 3]}, at(2, done=one(1)), problem)
    assert again.plan == found.plan


RIDE = day(trip(1, 2, at=1, to=6, amount=(1,)), door(3), van(capacity=(1,)), van(2))


def test_who_is_aboard_is_brought_by_the_same_vehicle() -> None:
    found = replanned(RIDE, {1: [1, 2, 3]}, at(1, done=one(1)))
    assert 2 in found.plan.orders[1]
    assert found.aboard == one(2)
    assert found.problem.job[2].vehicles == one(1)


def test_who_is_aboard_takes_his_place() -> None:
    problem = replace(RIDE, shipments=(*RIDE.shipments, trip(7, 8, at=2, to=5, amount=(1,))))
    found = replanned(problem, {1: [1, 2, 3, 7, 8]}, at(1, done=one(1)))
    order = found.plan.orders[1]
    assert 7 not in order or order.index(2) < order.index(7)


def test_a_ride_that_is_cancelled_aboard_goes_on() -> None:
    found = replanned(RIDE, {1: [1, 2, 3]}, at(1, done=one(1), cancelled=one(2)))
    assert 2 in found.plan.orders[1]
    assert "still_aboard" in codes(found)


def test_the_ride_so_far_counts() -> None:
    problem = day(trip(1, 2, at=1, to=6, max_ride=6 * MINUTE), door(3), van(), van(2))
    found = replanned(problem, {1: [1, 3, 2]}, at(1, done=one(1)))
    assert begins(found.plan)[2] <= 7


def test_a_ride_that_is_too_long_already_is_brought_all_the_same() -> None:
    problem = day(trip(1, 2, at=1, to=6, max_ride=2 * MINUTE), van())
    found = replanned(problem, {1: [1, 2]}, at(1, done=one(1)))
    assert begins(found.plan) == {2: 6}
    (change,) = found.changes
    assert (change.code, change.values) == ("past_limit", {"visit": 2, "minutes": 3})


def test_the_next_replanning_knows_who_is_aboard() -> None:
    first = replanned(RIDE, {1: [1, 2, 3]}, at(1, done=one(1)))
    late = after(first.plan, 30, done=one(3), positions={}, aboard=first.aboard)
    second = replan(first.problem, first.plan, late, FEW)
    assert second.plan.orders == {1: [2]}
    assert second.aboard == one(2)


def test_what_is_loaded_stays_with_its_vehicle() -> None:
    problem = day(door(1), door(2, delivery=(1,)), van(), van(2))
    found = replanned(problem, {1: [1, 2]}, at(2, done=one(1), gone=one(1)))
    assert codes(found) == ["left_out"]
    assert found.changes[0].reason == "not_allowed"


def test_nothing_is_loaded_on_the_road() -> None:
    old = day(door(1), door(4), van(), van(2, start=7, end=7))
    new = day(door(1), door(4), door(3, delivery=(1,)), van(), van(2, start=7, end=7))
    found = replanned(new, {1: [1, 4]}, after(price(old, {1: [1, 4]}), 1), old)
    assert found.plan.orders == {1: [4], 2: [3]}


def test_a_group_stays_with_who_has_served_some_of_it() -> None:
    problem = day(door(1, group=5), door(2, group=5), van(), van(2, start=2))
    found = replanned(problem, {1: [1, 2]}, at(1, done=one(1)))
    assert found.plan.orders == {1: [2]}
    alone = replanned(problem, {1: [1, 2]}, at(1, done=one(1), gone=one(1)))
    assert alone.plan.orders == {2: [2]}


def test_followers_stay_with_who_has_served_their_forerunner() -> None:
    problem = day(door(1), door(2, after=one(1)), van(), van(2, start=2))
    found = replanned(problem, {1: [1, 2]}, at(1, done=one(1)))
    assert found.plan.orders == {1: [2]}
    off = replanned(problem, {1: [1, 2]}, at(0, cancelled=one(1)))
    assert 2 in {visit for ids in off.plan.orders.values() for visit in ids}


def test_little_is_disturbed_unless_it_pays() -> None:
    problem = day(door(1), door(2), door(3), van(), van(2, start=7, end=7))
    orders = {1: [1, 2], 2: [3]}
    dear = replanned(problem, orders, at(0, keep=Keep(moved=3600)))
    assert dear.plan.orders == orders
    cheap = replanned(problem, orders, at(0, keep=Keep(moved=0)))
    assert set(cheap.plan.orders) == {1}
    (change,) = cheap.changes
    assert (change.code, change.reason) == ("moved", "costs_more")


def test_no_more_than_so_many_are_moved_for_a_gain() -> None:
    far = [door(number, 3) for number in range(2, 6)]
    problem = day(door(1), *far, van(), *(van(n, start=7, end=7) for n in range(2, 6)))
    orders = {1: [1], 2: [2], 3: [3], 4: [4], 5: [5]}
    assert codes(replanned(problem, orders, at(0, keep=Keep(moved=0, most=9)))) == ["moved"] * 4
    assert codes(replanned(problem, orders, at(0, keep=Keep(moved=0, most=2)))) == ["moved"] * 2
