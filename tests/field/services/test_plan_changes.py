"""A plan changed by hand: checked at once, refused in words, taken back."""

import pytest

from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.drafts import DraftView, draft
from field.services.plan_changes import Change, change, discard, undo
from field.store.db import session
from field.store.tables import Plan
from tests.builders import make_courier
from tests.planned import courier_like, make_doors_to_visit, plan_now

pytestmark = pytest.mark.both_databases
EMPANG = "32.71.01.1003"


@pytest.fixture
def crew(people: dict[str, Person]) -> tuple[int, int]:
    """Budi and Wati share a kelurahan."""
    return make_courier(people["budi"].id), make_courier(people["wati"].id)


def seen(plan_id: int, doors: Doors) -> DraftView:
    return draft(plan_id, None, "id", doors)


def order_of(plan_id: int, courier: int, doors: Doors) -> list[int]:
    routes = {route.courier_id: route for route in seen(plan_id, doors).routes}
    return [stop.household_id for stop in routes[courier].stops] if courier in routes else []


def move(
    plan_id: int, household: int, courier: int | None, position: int | None, doors: Doors
) -> None:
    wanted = Change(household, courier, position, seen(plan_id, doors).revision)
    change(plan_id, wanted, None, 1, doors)


def refusal(plan_id: int, household: int, courier: int | None, doors: Doors) -> Fault:
    with pytest.raises(Fault) as refused:
        move(plan_id, household, courier, None, doors)
    return refused.value


def test_a_stop_goes_to_the_place_that_is_asked_for(crew: tuple[int, int], doors: Doors) -> None:
    budi, wati = crew
    homes = make_doors_to_visit(doors, 8)
    plan_id = plan_now(doors)
    for number, home in enumerate(homes):
        move(plan_id, home, budi, number + 1, doors)
    assert order_of(plan_id, budi, doors) == homes
    move(plan_id, homes[0], budi, 3, doors)
    assert order_of(plan_id, budi, doors)[:4] == [homes[1], homes[2], homes[0], homes[3]]
    move(plan_id, homes[5], wati, None, doors)
    assert order_of(plan_id, wati, doors) == [homes[5]]


def test_the_effect_is_told_and_the_change_taken_back(crew: tuple[int, int], doors: Doors) -> None:
    homes = make_doors_to_visit(doors, 6)
    plan_id = plan_now(doors)
    before = {courier: order_of(plan_id, courier, doors) for courier in crew}
    wanted = Change(homes[0], None, None, seen(plan_id, doors).revision)
    effect = change(plan_id, wanted, None, 1, doors)
    assert effect.work.total_seconds() < 0
    left = seen(plan_id, doors).unassigned
    assert [one.household_id for one in left] == [homes[0]]
    assert left[0].reason
    undo(plan_id, seen(plan_id, doors).revision, None, 1, doors)
    assert {courier: order_of(plan_id, courier, doors) for courier in crew} == before
    with pytest.raises(Fault) as refused:
        undo(plan_id, seen(plan_id, doors).revision, None, 1, doors)
    assert refused.value.code == "plan.nothing_to_undo"


def test_what_breaks_a_shift_is_refused_by_name_and_changes_nothing(
    crew: tuple[int, int], doors: Doors
) -> None:
    budi, wati = crew
    courier_like(wati, shift_start="07:30", shift_end="07:45")
    make_doors_to_visit(doors, 12)
    plan_id = plan_now(doors)
    before = session().get(Plan, plan_id)
    assert before
    revision, document = before.revision, before.plan
    fault = None
    for home in order_of(plan_id, budi, doors):  # sooner or later the quarter hour is full
        try:
            move(plan_id, home, wati, 1, doors)
        except Fault as refused:
            fault = refused
            break
        revision, document = before.revision, before.plan
    assert fault
    assert fault.code == "plan.breaks_shift"
    assert "Wati Lestari akan bekerja" in fault.message
    after = session().get(Plan, plan_id, populate_existing=True)
    assert after
    assert (after.revision, after.plan) == (revision, document)


def test_the_limit_of_stops_is_kept(crew: tuple[int, int], doors: Doors) -> None:
    budi, wati = crew
    courier_like(wati, max_stops=1)
    make_doors_to_visit(doors, 5)
    plan_id = plan_now(doors)
    if not order_of(plan_id, wati, doors):
        move(plan_id, order_of(plan_id, budi, doors)[0], wati, None, doors)
    fault = refusal(plan_id, order_of(plan_id, budi, doors)[0], wati, doors)
    assert fault.code == "plan.breaks_stops"


def test_a_territory_is_not_crossed_by_hand(crew: tuple[int, int], doors: Doors) -> None:
    budi, wati = crew
    courier_like(wati, territory=[EMPANG])
    here, there = make_doors_to_visit(doors, 1), make_doors_to_visit(doors, 1, kelurahan=EMPANG)
    plan_id = plan_now(doors)
    assert refusal(plan_id, there[0], budi, doors).code == "plan.other_territory"
    assert refusal(plan_id, here[0], wati, doors).code == "plan.other_territory"
    assert refusal(plan_id, 9999, budi, doors).code == "plan.not_on_plan"


def test_two_people_at_once_do_not_overwrite_each_other(
    crew: tuple[int, int], doors: Doors
) -> None:
    homes = make_doors_to_visit(doors, 3)
    plan_id = plan_now(doors)
    old = seen(plan_id, doors).revision
    change(plan_id, Change(homes[0], None, None, old), None, 1, doors)
    with pytest.raises(Fault) as refused:
        change(plan_id, Change(homes[1], crew[0], 1, old), None, 1, doors)
    assert refused.value.code == "plan.changed"


def test_a_plan_of_another_kecamatan_does_not_exist(crew: tuple[int, int], doors: Doors) -> None:
    assert crew
    homes = make_doors_to_visit(doors, 1)
    plan_id = plan_now(doors, kecamatan="32.71.01")
    with pytest.raises(Fault) as refused:
        change(plan_id, Change(homes[0], None, None, 1), "32.71.02", 1, doors)
    assert refused.value.code == "not_found"
    with pytest.raises(Fault):
        draft(plan_id, "32.71.02", "id", doors)


def test_a_draft_put_away_is_closed(crew: tuple[int, int], doors: Doors) -> None:
    assert crew
    homes = make_doors_to_visit(doors, 1)
    plan_id = plan_now(doors)
    discard(plan_id, None, 1, doors)
    assert refusal(plan_id, homes[0], None, doors).code == "plan.closed"
