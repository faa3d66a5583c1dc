"""What an engine has to look at: visits with a chance, and no others."""

from collections.abc import Sequence

from routing import Job, Problem, TimeWindow, Vehicle
from routing.engines.fleet import servable
from routing.matrix import UNREACHABLE, Matrix
from routing.problem import Shipment
from tests.routing.problem_files import solved
from tests.routing.street import MINUTE, door, street, trip, van

HOUR = van(shift=TimeWindow(0, 60 * MINUTE))
"""Twenty minutes out and home: what parks for fifty has no room."""
SLOW = {"setup": 50 * MINUTE, "service": MINUTE}


def asked(jobs: Sequence[Job], rider: Vehicle = HOUR, *shipments: Shipment) -> list[int]:
    problem = Problem(tuple(jobs), (rider,), street(12), shipments=shipments)
    return [visit.id for visit in servable(problem)]


def test_who_does_not_fit_alone_is_not_asked() -> None:
    assert asked([door(1, 10, **SLOW), door(2, 9)]) == [2]


def test_a_neighbour_who_parks_sooner_may_let_it_in() -> None:
    assert asked([door(1, 10, **SLOW), door(2, 10, setup=5 * MINUTE)]) == [1, 2]


def test_a_neighbour_who_is_no_sooner_done_does_not() -> None:
    assert asked([door(1, 10, **SLOW), door(2, 10, setup=5 * MINUTE, service=45 * MINUTE)]) == []


def test_two_slow_doors_let_neither_in() -> None:
    assert asked([door(1, 10, **SLOW), door(2, 10, **SLOW)]) == []


def test_the_end_of_a_trip_is_a_neighbour_but_not_of_its_own_other_end() -> None:
    both = trip(2, 3, 10, 10, amount=())
    assert asked([door(1, 10, **SLOW)], HOUR, both) == [1, 2, 3]
    slow = Shipment(pickup=door(2, 10, **SLOW), delivery=door(3, 9))
    assert asked([], HOUR, slow) == []


def test_a_stop_is_served_behind_a_neighbour_who_is_not_worth_the_way_alone() -> None:
    jobs = (door(1, 10, **SLOW), door(2, 10, prize=60))
    plan = solved(Problem(jobs, (HOUR,), street(12)))
    assert plan.orders == {1: [2, 1]}


def behind_a_bridge(*, there: bool, back: bool) -> Problem:
    """Door 2 has no way from or to the office; by door 1 there are the ways that are asked for."""
    rows = [
        [0, MINUTE, UNREACHABLE],
        [MINUTE, 0, MINUTE if there else UNREACHABLE],
        [UNREACHABLE, MINUTE if back else UNREACHABLE, 0],
    ]
    matrix = {"motor": Matrix.of(rows, [[0] * 3] * 3)}
    return Problem((door(1), door(2), door(3, 1)), (van(),), matrix)


def test_a_stop_is_served_by_way_of_another_when_the_road_to_it_is_closed() -> None:
    problem = behind_a_bridge(there=True, back=True)
    assert [visit.id for visit in servable(problem)] == [1, 2, 3]
    orders = solved(problem).orders[1]
    assert sorted(orders) == [1, 2, 3]
    assert orders[1] == 2


def test_a_stop_without_a_way_back_is_nobodys() -> None:
    for there, back in ((True, False), (False, True), (False, False)):
        plan = solved(behind_a_bridge(there=there, back=back))
        assert [(left.job, left.reason) for left in plan.unassigned] == [(2, "unreachable")]
