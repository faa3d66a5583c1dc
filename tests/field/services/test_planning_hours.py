"""A plan goes by the speeds of its hours, and keeps them for whoever reads it again."""

from datetime import UTC, datetime

import pytest

from field.domain.plan_order import PlanOrder
from field.domain.speeds import MAIN, ROADS, SMALL, Rule
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.plan_changes import Change, change
from field.services.planning import ask_plan, plan_of_job, run_plan
from field.services.publishing import publish
from field.store import planning, speeds
from field.store.db import session, transaction
from field.store.tables import LearnedSpeed
from tests.builders import TODAY, make_courier
from tests.fakes import StillClock
from tests.planned import Silent, make_doors_to_visit, plan_now

pytestmark = pytest.mark.both_databases
TUESDAY = 2


@pytest.fixture
def budi(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id)


def rule(people: dict[str, Person], doors: Doors, factor: float, hours: tuple[int, int]) -> None:
    with transaction() as live:
        for roads in ROADS:
            made = Rule(roads, "motor", frozenset({TUESDAY}), *hours, factor)
            speeds.add_rule(live, made, people["asep"].id, doors.clock.now())


def learned(factor: float | None, in_use: float | None) -> None:
    with transaction() as live:
        for hour in range(24):
            live.add(
                LearnedSpeed(
                    vehicle="motor", weekday=TUESDAY, hour=hour, legs=50, planned_s=1, usual_s=1,
                    took_s=1, factor=factor, in_use=in_use,
                    learned_at=datetime(2026, 11, 23, tzinfo=UTC),
                )
            )  # fmt: skip


def factors_of(plan_id: int) -> dict[str, dict[str, float]]:
    row = planning.plan_or_none(plan_id)
    assert row
    found: dict[str, dict[str, float]] = row.problem["factors"]
    return found


def travel_of(plan_id: int) -> int:
    row = planning.plan_or_none(plan_id)
    assert row
    return sum(r["duration"] for part in row.plan["parts"] for r in part["routes"])


def test_a_plan_goes_by_the_mean_over_its_hours(budi: int, doors: Doors) -> None:
    assert budi
    make_doors_to_visit(doors, 3)
    # 7.30 to 16.00: half an hour before eight and one from three on are slower on main roads.
    assert factors_of(plan_now(doors)) == {"motor": {MAIN: 1.044, SMALL: 1.0}}


def test_what_the_office_says_counts_in_the_next_plan(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    assert budi
    make_doors_to_visit(doors, 1)  # there and back: nothing to search for
    before = travel_of(plan_now(doors))
    rule(people, doors, 2.0, (0, 24))
    after = plan_now(doors)
    assert factors_of(after) == {"motor": {MAIN: 2.0, SMALL: 2.0}}
    assert travel_of(after) == pytest.approx(2 * before, abs=4)  # each way rounded up


def test_what_was_learned_counts_only_once_it_is_switched_on(budi: int, doors: Doors) -> None:
    assert budi
    make_doors_to_visit(doors, 3)
    learned(1.5, None)
    assert factors_of(plan_now(doors))["motor"][SMALL] == 1.0
    with transaction():
        for row in session().query(LearnedSpeed):
            row.in_use = 1.5
    assert factors_of(plan_now(doors))["motor"][SMALL] == 1.5


def test_the_rest_of_a_day_is_counted_in_local_hours(
    budi: int, people: dict[str, Person], doors: Doors, clock: StillClock
) -> None:
    assert budi
    make_doors_to_visit(doors, 3)
    rule(people, doors, 3.0, (0, 13))  # by UTC hours all of the afternoon would be slow
    clock.forward(hours=5)  # from 8.00 to 13.00 in the city
    job = ask_plan(PlanOrder(TODAY, seconds=1), None, doors, here=True)
    run_plan(job, Silent(), doors)
    made = plan_of_job(job)
    assert made is not None
    assert factors_of(made)["motor"][SMALL] == 1.0


def test_a_draft_keeps_its_speeds_when_the_table_changes(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    homes = make_doors_to_visit(doors, 8)
    made = plan_now(doors)
    before = travel_of(made)
    rule(people, doors, 4.0, (0, 24))
    out = Change(homes[0], None, None, made_revision(made))
    change(made, out, None, people["asep"].id, doors)
    change(made, Change(homes[0], budi, None, made_revision(made)), None, people["asep"].id, doors)
    assert travel_of(made) == pytest.approx(before, rel=0.3)
    assert publish(made, None, None, doors)


def made_revision(plan_id: int) -> int:
    row = planning.plan_or_none(plan_id)
    assert row
    return row.revision
