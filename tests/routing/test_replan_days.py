"""What must hold of every day in its middle, whatever has been done of it."""

from dataclasses import replace
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing import (
    Budget,
    News,
    Plan,
    Position,
    Problem,
    Replanned,
    as_planned,
    check,
    replan,
)
from tests.routing.days import HOUR
from tests.routing.full_days import full_days
from tests.routing.problem_files import solved

few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Middle(NamedTuple):
    """A day with visits in it that the plan does not know, and what has happened."""

    problem: Problem
    plan: Plan
    news: News


@st.composite
def middles(draw: st.DrawFn) -> Middle:
    """Some stops of each route are done, early or late; some visits are new, some are off."""
    problem = draw(full_days(fewest=3))
    named = {other for visit in problem.visits for other in visit.after}
    named |= {visit for vehicle in problem.vehicles for visit in vehicle.locked}
    free = [job.id for job in problem.jobs if job.id not in named]
    new = draw(st.sets(st.sampled_from(free), max_size=2)) if free else set()
    known = tuple(job for job in problem.jobs if job.id not in new)
    plan = solved(replace(problem, jobs=known), iterations=1)
    now = draw(st.integers(7, 17)) * HOUR
    done: set[int] = set()
    positions = {}
    for route in plan.routes:
        stops = route.stops[: draw(st.integers(0, len(route.stops)))]
        done.update(step.id for step in stops if step.id is not None)
        onward = route.jobs[len(stops) : len(stops) + 1]
        left, moving = draw(st.tuples(st.booleans(), st.booleans()))
        if stops or left:
            positions[route.vehicle] = Position(
                location=stops[-1].location if stops else route.steps[0].location,
                free=now + draw(st.sampled_from([-HOUR, -600, 0, 900])),
                heading=onward[0] if onward and moving else None,
            )
    busy = {number for number, riders in aboard(problem, plan, done).items() if riders}
    gone = draw(st.sets(st.sampled_from([vehicle.id for vehicle in problem.vehicles]), max_size=1))
    off = draw(st.sets(st.sampled_from([visit.id for visit in problem.visits]), max_size=2))
    news = News(
        now=now,
        done=frozenset(done),
        positions=positions,
        gone=frozenset(gone - busy),
        cancelled=frozenset(off),
    )
    return Middle(problem, plan, news)


def aboard(problem: Problem, plan: Plan, done: set[int] | frozenset[int]) -> dict[int, set[int]]:
    """Where the people who sit in each vehicle are taken."""
    return {
        vehicle: {
            each.delivery.id
            for each in problem.shipments
            if each.pickup.id in done and each.delivery.id not in done and each.pickup.id in ids
        }
        for vehicle, ids in plan.orders.items()
    }


def replanned(middle: Middle) -> Replanned:
    found = replan(*middle, Budget(iterations=1))
    assert check(found.problem, found.plan) == []
    return found


@few
@given(middles())
def test_done_is_done_and_begun_is_finished(middle: Middle) -> None:
    problem, plan, news = middle
    found = replanned(middle)
    orders = found.plan.orders
    ahead = {visit for ids in orders.values() for visit in ids}
    assert ahead.isdisjoint(news.done)
    assert news.gone.isdisjoint(orders)
    assert all(change.message("id") for change in found.changes)
    for vehicle, visits in aboard(problem, plan, news.done).items():
        assert visits & found.aboard <= {*orders.get(vehicle, ())}
    unlocked = {change.values["visit"] for change in found.changes if change.code == "unlocked"}
    for vehicle, where in news.positions.items():
        if where.heading in found.problem.job and vehicle not in news.gone:
            assert where.heading in unlocked or orders[vehicle][0] == where.heading


@few
@given(middles(), st.integers(600, 2 * HOUR))
def test_the_day_can_change_again(middle: Middle, later: int) -> None:
    """The problem and the plan of a replanning are those of a day like any other."""
    first = replanned(middle)
    news = as_planned(first.plan, middle.news.now + later)
    second = replanned(Middle(first.problem, first.plan, replace(news, aboard=first.aboard)))
    still = first.aboard - news.done
    fetched = {
        each.delivery.id for each in first.problem.shipments if each.pickup.id in news.done
    } - news.done
    assert second.aboard == still | fetched
    for vehicle, ids in first.plan.orders.items():
        assert still & {*ids} <= {*second.plan.orders.get(vehicle, ())}


@few
@given(middles())
def test_the_same_seed_gives_the_same_plan(middle: Middle) -> None:
    assert replanned(middle) == replanned(middle)


@few
@given(middles())
def test_who_stops_the_search_has_a_plan(middle: Middle) -> None:
    found = replan(*middle, should_stop=lambda: True)
    assert check(found.problem, found.plan) == []
