"""A turn moved by hand: both ways follow it; no device is overfull and no promise is broken."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from field.domain.fault import Fault
from field.domain.jemput.needs import Aid
from field.domain.planning import TURN_OUTSIDE, TURN_TAKEN
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.drafts import draft
from field.services.plan_changes import turns, undo
from field.services.plan_changes.turns import TurnChange
from field.services.publishing import publish
from field.store.db import session
from field.store.tables import Plan, Trip, Turn
from tests.fetching import make_booths, make_driver, make_request
from tests.planned import plan_now


@pytest.fixture
def planned(doors: Doors, people: dict[str, Person]) -> int:
    """One device, one car, two households of the same two hours."""
    make_driver(people["dedi"].id)
    make_booths(1)
    make_request(doors, [Aid.WALKS, Aid.ARM])
    make_request(doors)
    return plan_now(doors)


def shown(plan_id: int, doors: Doors) -> dict[int, datetime]:
    """Return the turn of each visit where somebody is fetched."""
    stops = [stop for route in draft(plan_id, None, "id", doors).routes for stop in route.stops]
    return {stop.number: stop.turn for stop in stops if stop.turn}


def move(plan_id: int, visit: int, at: time, doors: Doors) -> None:
    revision = draft(plan_id, None, "id", doors).revision
    turns.move_turn(plan_id, TurnChange(visit, at, revision), None, 1, doors)


def test_both_ways_follow_the_turn_and_all_is_taken_back(
    planned: int, doors: Doors, people: dict[str, Person]
) -> None:
    before = shown(planned, doors)
    assert len(before) == 2
    first = min(before)
    kept = dict(session().get_one(Plan, planned).problem)
    move(planned, first, time(9, 50), doors)
    after = shown(planned, doors)
    assert after[first].astimezone(doors.zone).time() == time(9, 50)
    assert {v: t for v, t in after.items() if v != first} == {
        v: t for v, t in before.items() if v != first
    }
    undo(planned, draft(planned, None, "id", doors).revision, None, 1, doors)
    session().expire_all()
    assert session().get_one(Plan, planned).problem == kept
    assert shown(planned, doors) == before
    move(planned, first, time(9, 50), doors)
    publish(planned, None, people["asep"].id, doors)
    there, back = session().scalars(select(Trip).order_by(Trip.id).limit(2))
    told = (
        session()
        .scalars(select(Turn).where(Turn.trip_id == there.id).order_by(Turn.starts_at))
        .all()
    )
    assert [turn.starts_at for turn in told] == [
        after[first], after[first] + timedelta(seconds=told[0].duration_s),
    ]  # fmt: skip
    end = told[-1].starts_at + timedelta(seconds=told[-1].duration_s)
    assert there.scheduled_dropoff < after[first]  # type: ignore[operator]  # it is planned
    assert after[first] - there.scheduled_dropoff <= timedelta(minutes=40)  # type: ignore[operator]  # it is planned
    assert end <= back.scheduled_pickup  # type: ignore[operator]  # it is planned


def test_nobody_elses_turn_is_pushed_and_no_promise_is_broken(planned: int, doors: Doors) -> None:
    before = shown(planned, doors)
    first, other = sorted(before)
    taken = before[other].astimezone(doors.zone).time()
    for at, kind in ((taken, TURN_TAKEN), (time(13, 0), TURN_OUTSIDE), (time(7, 0), TURN_OUTSIDE)):
        with pytest.raises(Fault) as refused:
            move(planned, first, at, doors)
        assert refused.value.kind is kind
    assert shown(planned, doors) == before
