"""Jemput targets an evening session: its office, its hours, its booths, and everybody home."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services import deciding
from field.services.accounts import Person
from field.services.deciding import Decider
from field.services.planning import overview
from field.services.publishing import publish
from field.store.db import session, transaction
from field.store.tables import Courier, Evening, Trip, Turn
from tests.fetching import make_driver
from tests.jemput import MORNING, TUESDAY, answers_of, ask, open_evening
from tests.planned import plan_now

SUNDAY = date(2026, 12, 6)


@pytest.mark.parametrize(
    ("day", "shift"),
    [(TUESDAY, ("13:00", "22:00")), (SUNDAY, ("08:00", "15:00"))],
    ids=["in the driver's shift", "the office is shut"],
)
def test_turns_lie_within_the_session_and_everybody_is_brought_home_from_it(
    day: date, shift: tuple[str, str], doors: Doors, people: dict[str, Person]
) -> None:
    driver = make_driver(people["dedi"].id)
    with transaction() as live:
        row = live.get_one(Courier, driver)
        row.shift_start, row.shift_end = shift
    siti = people["siti"].id
    evening = open_evening(doors, siti, capacity=4, day=day)
    with transaction() as live:
        live.get_one(Evening, evening).booths = 1
    for name in ("Ani", "Udin"):
        answers = answers_of(name)
        walks = answers.with_person(0, replace(answers.people[0], aid=Aid.WALKS))
        when = replace(MORNING, date=day, evening_id=evening)
        deciding.accept(ask(doors, walks), when, Decider(siti, None), doors)
    seen = overview(day, None, doors)
    assert (seen.working, seen.evening, seen.trips) == (day == TUESDAY, day == SUNDAY, 4)
    publish(plan_now(doors, day), None, people["asep"].id, doors)
    session().expire_all()
    night = session().get_one(Evening, evening)
    turns = session().scalars(select(Turn).order_by(Turn.starts_at)).all()
    assert len(turns) == 2
    assert night.opens_at <= turns[0].starts_at < turns[1].starts_at < night.closes_at
    assert (turns[1].starts_at - turns[0].starts_at).seconds >= turns[0].duration_s
    assert {turn.office for turn in turns} == {night.office}
    for there in session().scalars(select(Trip).where(Trip.leg == "outbound")):
        back = (
            session()
            .scalars(select(Trip).where(Trip.request_id == there.request_id, Trip.leg == "return"))
            .one()
        )
        turn = next(one for one in turns if one.trip_id == there.id)
        assert there.scheduled_dropoff < turn.starts_at < back.scheduled_pickup  # type: ignore[operator]  # both are planned
        assert back.courier_id == driver
