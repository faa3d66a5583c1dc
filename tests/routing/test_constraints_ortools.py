"""OR-Tools keeps each constraint: the plan that one can see, and another one without it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from routing import Break, Budget, Problem, TimeWindow, Vehicle
from routing.engines.ortools_engine import OrToolsEngine
from routing.matrix import Matrix
from routing.plan import Orders
from routing.problem import Booth
from routing.search import never, unwatched
from tests.routing.street import MINUTE, door, street, trip, van


def orders(problem: Problem, start: Orders | None = None) -> dict[int, list[int]]:
    budget = Budget(iterations=3)
    found = OrToolsEngine(start).solve(problem, budget, 1, unwatched, never)
    return {vehicle: list(visits) for vehicle, visits in found.items()}


def served(problem: Problem) -> set[int]:
    return {visit for visits in orders(problem).values() for visit in visits}


def only(vehicle: Vehicle, problem: Problem) -> Problem:
    return replace(problem, vehicles=(vehicle,))


def test_pickup_comes_first_even_when_the_delivery_is_on_the_way() -> None:
    there_and_back = Problem((), (van(end=None),), street(), shipments=(trip(1, 2, 4, 2),))
    assert orders(there_and_back) == {1: [1, 2]}
    loose = Problem((door(1, 4), door(2, 2)), (van(end=None),), street())
    assert orders(loose) == {1: [2, 1]}


def test_pickup_comes_first_where_no_time_passes_between() -> None:
    trips = tuple(trip(n, n + 1, 2, 2) for n in (1, 3, 5))
    (visits,) = orders(Problem((), (van(),), street(), shipments=trips)).values()
    assert all(visits.index(n) < visits.index(n + 1) for n in (1, 3, 5))


def test_both_ends_are_left_out_when_one_cannot_be_reached() -> None:
    problem = Problem((door(3),), (van(max_duration=8 * MINUTE),), street())
    assert served(replace(problem, shipments=(trip(1, 2, 1, 2),))) == {1, 2, 3}
    assert served(replace(problem, shipments=(trip(1, 2, 1, 7),))) == {3}


def test_shipment_stays_on_one_vehicle() -> None:
    """Each van lives at one end of the street and would rather not cross it."""
    vans = (van(1), van(2, start=7, end=7))
    assert len(orders(Problem((), vans, street(), shipments=(trip(1, 2, 1, 6),)))) == 1
    assert len(orders(Problem((door(1, 1), door(2, 6)), vans, street()))) == 2


def test_shipment_is_aboard_only_in_between() -> None:
    """One seat: the second rider gets in when the first is out. With two, one drive does."""
    trips = (trip(1, 2, 1, 4, amount=(1,)), trip(3, 4, 2, 3, amount=(1,)))
    problem = Problem((), (van(capacity=(1,), end=None),), street(), shipments=trips)
    assert orders(problem) == {1: [1, 2, 3, 4]}
    assert orders(only(van(capacity=(2,), end=None), problem)) == {1: [1, 3, 4, 2]}


def test_what_is_delivered_leaves_with_the_route_and_what_is_picked_up_stays() -> None:
    """A full van must deliver far away before it has room for what waits nearby."""
    jobs = (door(1, pickup=(5,)), door(2, 3, delivery=(5,)))
    problem = Problem(jobs, (van(capacity=(5,), end=None),), street())
    assert orders(problem) == {1: [2, 1]}
    assert orders(only(van(capacity=(10,), end=None), problem)) == {1: [1, 2]}


def test_rider_finds_no_room_beside_what_is_still_to_be_delivered() -> None:
    jobs, ride = (door(3, 5, delivery=(1,)),), trip(1, 2, 1, 6, amount=(1,))
    problem = Problem(jobs, (van(capacity=(1,)),), street(), shipments=(ride,))
    assert orders(problem) == {1: [3, 1, 2]}
    assert orders(only(van(capacity=(2,)), problem)) in ({1: [1, 3, 2]}, {1: [1, 2, 3]})


def test_each_dimension_has_its_own_room() -> None:
    trips = (trip(1, 2, 1, 4, amount=(0, 1)), trip(3, 4, 2, 3, amount=(1, 0)))
    problem = Problem((), (van(capacity=(1, 1), end=None),), street(), shipments=trips)
    assert orders(problem) == {1: [1, 3, 4, 2]}
    assert len(served(only(van(capacity=(1, 0)), problem))) == 2


def test_nobody_rides_too_long() -> None:
    """Straight home first for whom the way round is too long; service does not count."""
    ride = trip(1, 2, 1, 4, max_ride=3 * MINUTE)
    jobs = (door(3, 2, service=30),)
    problem = Problem(jobs, (van(end=None),), street(), shipments=(ride,))
    assert orders(problem) == {1: [1, 2, 3]}
    enough = replace(ride, max_ride=3 * MINUTE + 30)
    assert orders(replace(problem, shipments=(enough,))) == {1: [1, 3, 2]}


def test_many_short_rides_are_all_served() -> None:
    """An insertion that does not foresee the limits must not be the end of the search."""
    trips = tuple(
        trip(n, n + 20, n % 5, 7 - n % 3, amount=(1,), max_ride=7 * MINUTE) for n in range(1, 13)
    )
    vans = tuple(van(n, capacity=(3,)) for n in (1, 2))
    assert len(served(Problem((), vans, street(), shipments=trips))) == 24


def test_group_is_served_by_one() -> None:
    vans = tuple(van(n, max_stops=2) for n in (1, 2))
    loose = Problem((door(1), door(2), door(3)), vans, street())
    assert served(loose) == {1, 2, 3}
    together = replace(loose, jobs=tuple(replace(job, group=9) for job in loose.jobs))
    assert [len(visits) for visits in orders(together).values()] == [2]


def test_forerunner_is_first_on_the_same_route() -> None:
    jobs = (door(1), door(2, 5))
    problem = Problem(jobs, (van(end=None),), street())
    assert orders(problem) == {1: [1, 2]}
    late = (replace(jobs[0], after=frozenset({2})), jobs[1])
    assert orders(replace(problem, jobs=late)) == {1: [2, 1]}


def test_forerunner_is_first_where_no_time_passes_between() -> None:
    jobs = (door(1, 3, after=frozenset({2})), door(2, 3, after=frozenset({3})), door(3, 3))
    assert orders(Problem(jobs, (van(),), street())) == {1: [3, 2, 1]}


def test_forerunner_is_on_the_same_route() -> None:
    """Each van lives at one end of the street and would rather not cross it."""
    jobs, vans = (door(1), door(2, 6)), (van(1), van(2, start=7, end=7))
    assert orders(Problem(jobs, vans, street())) == {1: [1], 2: [2]}
    later = (replace(jobs[0], after=frozenset({2})), jobs[1])
    assert list(orders(Problem(later, vans, street())).values()) == [[2, 1]]


def test_without_its_forerunner_a_job_is_left_out() -> None:
    far = door(2, 7, vehicles=frozenset({2}))
    jobs = (door(1, after=frozenset({2})), far)
    vans = (van(1), van(2, max_duration=10 * MINUTE))
    assert served(Problem(jobs, vans, street())) == set()
    assert served(Problem((door(1), far), vans, street())) == {1}


def test_locked_visits_begin_the_route() -> None:
    jobs = (door(1), door(2), door(3, 6))
    problem = Problem(jobs, (van(end=None), van(2, end=None)), street())
    assert orders(problem) in ({1: [1, 2, 3]}, {2: [1, 2, 3]})
    locked = (van(end=None), van(2, end=None, locked=(2, 1)))
    assert orders(replace(problem, vehicles=locked))[2][:2] == [2, 1]


def test_locked_pickup_is_delivered_by_the_same_vehicle() -> None:
    vans = (van(1), van(2, locked=(1,)))
    assert orders(Problem((), vans, street(), shipments=(trip(1, 2, 1, 3),))) == {2: [1, 2]}


def test_locked_vehicle_has_a_route_even_if_it_stays_alone() -> None:
    vans = (van(1), van(2, start=7, end=7, locked=(1,), fixed_cost=5000))
    assert orders(Problem((door(1, prize=1),), vans, street())) == {2: [1]}


@pytest.mark.parametrize(("capacity", "recorded"), [(1, 1), (2, 2)])
def test_booth_takes_no_more_at_once_than_it_can(capacity: int, recorded: int) -> None:
    early = (TimeWindow(0, 600),)
    jobs = tuple(door(n, booth=1, windows=early) for n in (1, 2))
    booth = Booth(id=1, capacity=capacity, duration=1000)
    problem = Problem(jobs, (van(1), van(2)), street(), booths=(booth,))
    assert len(served(problem)) == recorded


def test_booth_is_free_again_after_its_time() -> None:
    early = (TimeWindow(0, 600),)
    jobs = tuple(door(n, 1, booth=1, windows=early) for n in (1, 2, 3))
    problem = Problem(jobs, (van(1), van(2), van(3)), street())
    for duration, recorded in ((270, 3), (271, 2)):
        booth = Booth(id=1, capacity=1, duration=duration)
        assert len(served(replace(problem, booths=(booth,)))) == recorded


def test_vehicle_that_costs_more_stays_at_home() -> None:
    vans = (van(1, fixed_cost=900), van(2, fixed_cost=100))
    problem = Problem((door(1),), vans, street())
    assert orders(problem) == {2: [1]}
    assert orders(replace(problem, vehicles=(vans[1], replace(vans[0], id=3)))) == {2: [1]}


def test_vehicle_must_be_worth_its_cost() -> None:
    problem = Problem((door(1, prize=500),), (van(fixed_cost=379),), street())
    assert served(problem) == {1}
    assert served(only(van(fixed_cost=381), problem)) == set()


def test_costs_decide_where_they_are_not_the_seconds() -> None:
    seconds = [[0, 1, 9], [9, 0, 1], [1, 9, 0]]
    costs = [[0, 9, 1], [1, 0, 9], [9, 1, 0]]
    jobs, vans = (door(1), door(2)), (van(),)
    assert orders(Problem(jobs, vans, {"motor": Matrix.of(seconds)})) == {1: [1, 2]}
    priced = {"motor": Matrix.of(seconds, costs=costs)}
    assert orders(Problem(jobs, vans, priced)) == {1: [2, 1]}


@pytest.mark.parametrize("limit", [{"max_travel": 6 * MINUTE}, {"max_distance": 60}])
def test_ways_are_limited(limit: dict[str, int]) -> None:
    """Six minutes or sixty metres: to the third door and back, however long service takes."""
    jobs = (door(1, service=3600), door(3), door(4, prize=700))
    problem = Problem(jobs, (van(**limit),), street())
    assert served(problem) == {1, 3}
    assert served(only(van(), problem)) == {1, 3, 4}


def test_lunch_falls_within_no_ride() -> None:
    """Whoever may ride for two minutes only is not aboard while the driver eats."""
    lunch = Break(id=1, windows=(TimeWindow(100, 120),), service=900)
    problem = Problem(
        (), (van(breaks=(lunch,)),), street(), shipments=(trip(1, 2, 1, 3, max_ride=2 * MINUTE),)
    )
    assert served(problem) == {1, 2}
    strict = replace(problem.shipments[0].pickup, windows=(TimeWindow(0, 60),))
    short = replace(problem.shipments[0], pickup=strict)
    assert served(replace(problem, shipments=(short,))) == set()


def test_empty_way_that_cannot_be_driven_keeps_nobody_at_home() -> None:
    """Idle vehicles go nowhere: that their end is too far from their start is no matter."""
    vans = (van(1), van(2, end=7, max_duration=60))
    assert orders(Problem((door(1),), vans, street())) == {1: [1]}


STARTS: Sequence[Orders] = (
    {1: [3, 1, 2, 4]},
    {1: [3], 2: [1]},
    {1: [2, 1]},
    {2: [4, 99]},
)


@pytest.mark.parametrize("start", STARTS)
def test_any_start_is_taken_or_mended(start: Orders) -> None:
    jobs = (door(3, 2, after=frozenset({4})), door(4, 4))
    trips = (trip(1, 2, 1, 3, amount=(1,), max_ride=600),)
    vans = (van(1, capacity=(1,)), van(2, locked=(4,)))
    found = orders(Problem(jobs, vans, street(), shipments=trips), start)
    assert {visit for visits in found.values() for visit in visits} == {1, 2, 3, 4}
    assert found[2][0] == 4


def test_large_fleet_of_few_kinds_is_no_burden() -> None:
    vans = tuple(van(n, fixed_cost=n % 5) for n in range(1, 2001))
    jobs = tuple(door(n, n % 7 + 1) for n in range(1, 9))
    found = orders(Problem(jobs, vans, street()))
    assert {number % 5 for number in found} == {0}
    assert sum(map(len, found.values())) == 8


def test_large_day_can_be_stopped_before_anything_is_inserted() -> None:
    """What cannot be stopped is not begun; what is locked is there all the same."""
    jobs = tuple(door(n, n % 8) for n in range(1, 1102))
    problem = Problem(jobs, (van(locked=(7, 3)),), street())
    asked: list[bool] = []

    def at_once() -> bool:
        asked.append(True)
        return True

    found = OrToolsEngine().solve(problem, Budget(seconds=60), 1, unwatched, at_once)
    assert len(asked) == 1
    assert list(found[1])[:2] == [7, 3]
    assert len(found[1]) < 1101
