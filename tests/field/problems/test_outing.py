"""No plan leaves anybody at the office, or exceeds a space, a ride, a booth or an hour."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from field.domain.jemput.asked import KitAsked, TripAsked
from field.domain.jemput.booth import places_open
from field.domain.jemput.needs import recording_s, spaces_of
from field.domain.jemput.trip import Leg
from field.domain.jemput.visit_ids import DROPOFF, PICKUP, kit_visit, trip_visit, visit_of
from field.problems.called import called, part_of
from field.problems.rides import EARLY_S, LATE_S, MAX_RIDE_S, left_behind
from field.problems.stored import PlannedPart
from routing import Budget, TimeWindow, check
from routing.plan import Route
from tests.jemput_days import MIDNIGHT, TEAM, Planned, Size, drivers, made_up, planned, so_far

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = Size(lansia=8, cars=3, offices=2, beds=3)


def stays_within(day: Planned) -> None:
    """Look at a plan with eyes of its own: nothing here asks routing's checker."""
    trips = {trip.id: trip for trip in day.asked.trips}
    for plan in day.plans:
        for route in plan.routes:
            _ride(route, trips)
            _beds(route, {kit_visit(kit.id): kit for kit in day.asked.kits})
    for there, back in day.out.pairs:
        ends = {trip_visit(trip, end) for trip in (there, back) for end in (PICKUP, DROPOFF)}
        assert len(ends & day.visits) in (0, 4)


def _ride(route: Route, trips: dict[int, TripAsked]) -> None:
    aboard: dict[int, int] = {}
    for step in route.stops:
        visit = visit_of(step.id or 0)
        if visit.trip is None:
            continue
        trip = visit.trip
        if visit.end == PICKUP:
            aboard[trip] = step.departure
            taken = spaces_of(rider for one in aboard for _, rider in trips[one].riders)
            assert taken.ambulatory <= 4
            assert taken.wheelchair <= 1
        else:
            assert step.begin - aboard.pop(trip) <= MAX_RIDE_S
    assert not aboard


def _beds(route: Route, kits: dict[int, KitAsked]) -> None:
    """Who lies in bed is visited by the team, in the hours that were told, long enough."""
    for step in route.stops:
        kit = kits.get(step.id or 0)
        if kit and kit.opens and kit.closes:
            assert route.vehicle == TEAM
            assert kit.opens <= MIDNIGHT + timedelta(seconds=step.begin) <= kit.closes
            assert step.departure - step.begin >= kit.service_s


@FEW
@given(seed=st.integers(0, 10_000), outages=st.booleans())
def test_a_plan_brings_everybody_home_within_all_bounds(seed: int, *, outages: bool) -> None:
    day = planned(made_up(DAY, seed, outages=outages), drivers(DAY), Budget(iterations=30))
    for problem, plan in zip(day.problems, day.plans, strict=True):
        assert check(problem, plan) == []
    stays_within(day)


def test_most_are_served_so_that_the_bounds_are_met_at_all() -> None:
    days = [planned(made_up(DAY, seed), drivers(DAY), Budget(iterations=30)) for seed in range(4)]
    asked = sum(2 * len(day.asked.trips) + len(day.asked.kits) for day in days)
    assert sum(len(day.visits) for day in days) >= 0.8 * asked
    assert any(visit_of(visit).kit for day in days for visit in day.visits)
    people = [len(trip.riders) for day in days for trip in day.asked.trips]
    assert max(people) > 1


@FEW
@given(seed=st.integers(0, 10_000), outages=st.booleans())
def test_turns_never_exceed_the_devices_that_work(seed: int, *, outages: bool) -> None:
    day = planned(made_up(Size(30, 1, 2), seed, outages=outages), [], Budget(iterations=1))
    people = {person: rider for trip in day.asked.trips for person, rider in trip.riders}
    for office, booths in (day.asked.booths or {}).items():
        turns = [turn for turn in day.out.turns if turn.office == office]
        ends = {id(turn): turn.starts + timedelta(seconds=turn.duration_s) for turn in turns}
        begun = {outage.start for booth in booths for outage in booth.outages}
        for moment in begun | {turn.starts for turn in turns}:
            inside = sum(turn.starts <= moment < ends[id(turn)] for turn in turns)
            assert inside <= places_open(booths, moment, moment + timedelta(seconds=1))
        assert all(turn.duration_s == recording_s(people[turn.person_id].aid) for turn in turns)


def test_who_is_brought_is_on_time_and_fetched_afterwards() -> None:
    day = planned(made_up(DAY, 3), drivers(DAY), Budget(iterations=30))
    turns = {turn.trip_id: turn for turn in reversed(day.out.turns)}
    begins = {
        step.id: step.begin for plan in day.plans for route in plan.routes for step in route.stops
    }
    for trip in day.asked.trips:
        if trip.leg is Leg.OUTBOUND and trip_visit(trip.id, DROPOFF) in begins:
            start = (turns[trip.id].starts - MIDNIGHT).total_seconds()
            assert start - EARLY_S - 3600 <= begins[trip_visit(trip.id, DROPOFF)] < start
        elif not trip.will_call and trip_visit(trip.id, PICKUP) in begins:
            end = (turns[trip.id - 1].starts - MIDNIGHT).total_seconds()
            assert end < begins[trip_visit(trip.id, PICKUP)] <= end + 3600 + LATE_S


def test_half_a_household_is_not_planned() -> None:
    both = [trip_visit(trip, end) for trip in (1, 2) for end in (PICKUP, DROPOFF)]
    assert left_behind(both, [(1, 2)]) == set()
    assert left_behind(both[:2], [(1, 2)]) == set(both[:2])
    assert left_behind(both[2:], [(1, 2)]) == set(both[2:])


@pytest.mark.parametrize("seed", [1, 5])
def test_who_calls_is_fetched_soon_and_the_others_keep_their_times(seed: int) -> None:
    part = calling(seed)
    now = brought(part, 2) + 20 * 60
    after = called(part, 3, so_far(part, now))
    assert after
    assert check(after.problem, after.plan) == []
    begins = {s.id: s.begin for r in after.plan.routes for s in r.stops}
    assert now <= begins[trip_visit(3, PICKUP)] <= now + LATE_S
    before = {s.id: s.begin for r in part.plan.routes for s in r.stops}
    for visit, begin in begins.items():
        if visit not in (trip_visit(3, PICKUP), trip_visit(3, DROPOFF)):
            assert abs(begin - before[visit]) <= 15 * 60
    ahead = {visit for visit, begin in before.items() if begin > now}
    assert ahead <= begins.keys()


def test_whom_the_morning_left_out_is_not_tried_for_another_but_can_call_himself() -> None:
    part = calling(1)
    theirs = {trip_visit(trip, end) for trip in (8, 9) for end in (PICKUP, DROPOFF)}
    orders = {by: [v for v in ids if v not in theirs] for by, ids in part.plan.orders.items()}
    part = part.with_orders(orders)
    now = brought(part, 2) + 20 * 60
    after = called(part, 3, so_far(part, now))
    assert after
    assert {one.job for one in after.plan.unassigned} == theirs
    assert check(after.problem, after.plan) == []
    assert part_of([after], 9) is after
    later = called(after, 9, so_far(after, now + 60))
    assert later
    assert trip_visit(9, PICKUP) in {v for ids in later.plan.orders.values() for v in ids}
    assert check(later.problem, later.plan) == []


def test_who_has_no_way_home_but_another_s_gets_no_answer() -> None:
    part = calling(1)
    now = brought(part, 2) + 20 * 60
    home = tuple(
        replace(car, shift=TimeWindow(car.shift.open, now + 60)) for car in part.problem.vehicles
    )
    part = PlannedPart(replace(part.problem, vehicles=home), part.plan)
    assert called(part, 3, so_far(part, now)) is None


def calling(seed: int) -> PlannedPart:
    """A day of six lansia on which the first household calls from the office."""
    asked = made_up(Size(6, 2, 1), seed)
    trips = [
        replace(trip, will_call=trip.leg is Leg.RETURN and trip.request_id == 1)
        for trip in asked.trips
    ]
    day = planned(replace(asked, trips=trips), drivers(Size(6, 2, 1)), Budget(iterations=30))
    return PlannedPart(day.problems[0], day.plans[0])


def brought(part: PlannedPart, trip: int) -> int:
    there = trip_visit(trip, DROPOFF)
    return next(s.departure for r in part.plan.routes for s in r.stops if s.id == there)
