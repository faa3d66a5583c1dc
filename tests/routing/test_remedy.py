"""What would let a stop in: each change on a street of a few doors, made and tried."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from routing import Booth, Job, Problem, ProblemFault, Shipment, TimeWindow, Vehicle, remedied
from routing import price as priced
from routing import remedy as cheapest
from routing.cost import penalty
from routing.matrix import UNREACHABLE, Matrix
from routing.mending.insertion import slots
from routing.mending.mend import placed
from routing.plan import Orders
from tests.routing.full_days import full_days
from tests.routing.problem_files import solved
from tests.routing.street import MINUTE, door, street, trip, van

Part = Job | Vehicle | Shipment | Booth
SKILL = frozenset({4})


def day(*parts: Part) -> Problem:
    return Problem(
        tuple(part for part in parts if isinstance(part, Job)),
        tuple(part for part in parts if isinstance(part, Vehicle)),
        street(),
        shipments=tuple(part for part in parts if isinstance(part, Shipment)),
        booths=tuple(part for part in parts if isinstance(part, Booth)),
    )


def hours(first: int, last: int) -> TimeWindow:
    return TimeWindow(first * MINUTE, last * MINUTE)


def one(number: int) -> frozenset[int]:
    return frozenset({number})


def fits(problem: Problem, orders: Orders, visit: int) -> bool:
    """Is there a place that is worth it, with all others where they are?"""
    shipment = problem.shipment.get(visit)
    unit = (problem.job[visit],) if shipment is None else (shipment.pickup, shipment.delivery)
    return any(
        slot.over.fits and slot.cost <= penalty(unit[0]) and placed(problem, orders, slot)
        for slot in slots(problem, orders, unit)
    )


@pytest.mark.parametrize(
    ("code", "minutes", "problem", "orders"),
    [
        ("later_end", 4, day(door(5), van(shift=hours(0, 6))), {}),
        ("earlier_start", 1, day(door(3, windows=(hours(0, 7),)), van(shift=hours(5, 10))), {}),
        ("window_later", 2, day(door(5, windows=(hours(0, 3),)), van()), {}),
        ("window_later", 2, day(door(1, 4, windows=(hours(0, 4),)), van(),
                                door(2, 0, windows=(hours(0, 0),), service=2 * MINUTE)), {1: [1]}),
        ("window_later", 2, day(door(5, windows=(hours(0, 3), hours(14, 15))),
                                van(shift=hours(0, 15))), {}),
        ("window_earlier", 2, day(door(1, 7, windows=(hours(50, 50),)),
                                  door(2, 7, windows=(hours(50, 50),), service=10 * MINUTE),
                                  door(3, 5, windows=(hours(50, 50),)), van()), {1: [1, 2]}),
        ("more_room", 60, day(door(2, pickup=(7,)), van(capacity=(5,))), {}),
        ("more_stops", 10, day(door(1), door(2), van(max_stops=1)), {1: [1]}),
        ("longer_route", 3, day(door(5), van(max_duration=7 * MINUTE)), {}),
        ("longer_drive", 3, day(door(5), van(max_travel=7 * MINUTE)), {}),
        ("further", 1, day(door(5), van(max_distance=80)), {}),
        ("longer_ride", 3, day(trip(1, 2, at=1, to=6, max_ride=2 * MINUTE), van()), {}),
        ("skill", 120, day(door(1, skills=SKILL), van()), {}),
        ("allow", 15, day(door(1, vehicles=one(9)), van()), {}),
        ("leave_group", 15, day(door(1, group=3), door(2, group=3, vehicles=one(2)),
                                van(max_stops=1), van(2)), {1: [1]}),
        ("not_after", 15, day(door(1, skills=SKILL), door(2, after=one(1)), van()), {}),
        ("more_worth", 2, day(door(5, prize=8 * MINUTE), van()), {}),
        ("booth_place", 60, day(door(1, booth=1), van(), Booth(id=1, capacity=0, duration=60)), {}),
        ("plan_longer", 0, day(door(1), van()), {}),
        ("one_more_vehicle", 64, day(door(1, service=300), door(2),
                                     van(shift=hours(0, 7), max_stops=1)), {1: [1]}),
    ],
)  # fmt: skip
def test_the_cheapest_change(code: str, minutes: int, problem: Problem, orders: Orders) -> None:
    planned = {visit for ids in orders.values() for visit in ids}
    visit = max(visit.id for visit in problem.visits if visit.id not in planned)
    found = cheapest(problem, priced(problem, orders), visit)
    assert found is not None
    assert (found.code, found.minutes) == (code, minutes)
    assert found.message("id") != found.message("en")
    assert fits(problem, orders, visit) is (code == "plan_longer")
    assert fits(remedied(problem, found), orders, visit)


def test_no_single_change_is_enough() -> None:
    nowhere = Matrix.of([[0, UNREACHABLE], [UNREACHABLE, 0]])
    problem = replace(day(door(1), van()), matrices={"motor": nowhere})
    assert cheapest(problem, priced(problem, {}), 1) is None
    assert cheapest(day(door(1)), priced(day(door(1)), {}), 1) is None


def test_who_is_served_needs_no_change() -> None:
    problem = day(door(1), van())
    assert cheapest(problem, priced(problem, {1: [1]}), 1) is None


def test_an_unknown_visit_is_refused() -> None:
    problem = day(door(1), van())
    with pytest.raises(ProblemFault, match="unknown_id"):
        cheapest(problem, priced(problem, {}), 9)


few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(full_days(fewest=4))
def test_each_change_that_is_named_lets_the_visit_in(problem: Problem) -> None:
    plan = solved(problem, iterations=1)
    for left in plan.unassigned:
        found = cheapest(problem, plan, left.job)
        if found is not None:
            assert found.message("id")
            assert fits(remedied(problem, found), plan.orders, left.job)
