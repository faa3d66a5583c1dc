"""One way of a trip moved by hand: to another car or place, checked; nobody is left behind."""

import pytest

from field.domain.fault import Fault
from field.domain.jemput.needs import Aid
from field.domain.planning import BREAKS
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.drafts import DraftView, StopView, draft
from field.services.plan_changes import Change, change, undo
from field.services.publishing import publish
from field.store.db import transaction
from field.store.tables import Courier
from tests.builders import make_courier
from tests.fetching import make_booths, make_driver, make_request
from tests.planned import plan_now


@pytest.fixture
def drivers(people: dict[str, Person]) -> tuple[int, int]:
    """Dedi's car takes a wheelchair that does not fold, Wati's none."""
    return make_driver(people["dedi"].id), make_driver(people["wati"].id, wheelchair=0)


def seen(plan_id: int, doors: Doors) -> DraftView:
    return draft(plan_id, None, "id", doors)


def stops(plan_id: int, courier: int, doors: Doors) -> list[StopView]:
    routes = {route.courier_id: route for route in seen(plan_id, doors).routes}
    return list(routes[courier].stops) if courier in routes else []


def whose(plan_id: int, doors: Doors) -> dict[int, int]:
    """Return the car of each visit."""
    view = seen(plan_id, doors)
    return {stop.number: route.courier_id for route in view.routes for stop in route.stops}


def move(
    plan_id: int, visit: int, courier: int | None, doors: Doors, position: int | None = None
) -> None:
    change(plan_id, Change(visit, courier, position, seen(plan_id, doors).revision), None, 1, doors)


def test_one_way_goes_to_another_car_with_both_its_ends(
    drivers: tuple[int, int], doors: Doors, people: dict[str, Person]
) -> None:
    make_request(doors)
    plan_id = plan_now(doors)
    before = whose(plan_id, doors)
    there, back = sorted(before)[:2], sorted(before)[2:]
    other = next(one for one in drivers if one != before[there[0]])
    move(plan_id, there[0], other, doors)
    after = whose(plan_id, doors)
    assert [after[visit] for visit in there] == [other, other]
    assert [after[visit] for visit in back] == [before[visit] for visit in back]
    undo(plan_id, seen(plan_id, doors).revision, None, 1, doors)
    assert whose(plan_id, doors) == before
    move(plan_id, back[0], other, doors)
    publish(plan_id, None, people["asep"].id, doors)


def test_who_is_taken_out_goes_neither_way_and_comes_back_in_both(
    drivers: tuple[int, int], doors: Doors
) -> None:
    make_request(doors)
    make_request(doors)
    plan_id = plan_now(doors)
    before = whose(plan_id, doors)
    first = sorted(before)[0]
    move(plan_id, first, None, doors)
    view = seen(plan_id, doors)
    assert len(whose(plan_id, doors)) == len(before) - 4
    assert len(view.unassigned) == 2
    assert all(set(left.allowed) == set(drivers) for left in view.unassigned)
    move(plan_id, view.unassigned[1].number, drivers[0], doors)
    assert whose(plan_id, doors).keys() == before.keys()
    assert not seen(plan_id, doors).unassigned


def test_a_car_without_the_space_is_refused_by_name(drivers: tuple[int, int], doors: Doors) -> None:
    make_request(doors, [Aid.WHEELCHAIR_RIGID])
    plan_id = plan_now(doors)
    before = whose(plan_id, doors)
    with pytest.raises(Fault) as refused:
        move(plan_id, sorted(before)[0], drivers[1], doors)
    assert refused.value.kind is BREAKS["load"]
    assert "Wati" in refused.value.message
    assert whose(plan_id, doors) == before


def test_an_hour_at_which_somebody_would_miss_his_turn_is_refused(
    doors: Doors, people: dict[str, Person]
) -> None:
    only = make_driver(people["dedi"].id)
    make_request(doors, hours=(8, 8))
    make_request(doors, hours=(10, 10))
    plan_id = plan_now(doors)
    before = whose(plan_id, doors)
    with pytest.raises(Fault) as refused:
        move(plan_id, sorted(before)[0], only, doors, position=len(before) - 1)
    assert refused.value.code.startswith("plan.breaks_")
    assert stops(plan_id, only, doors)[0].number == sorted(before)[0]


def test_the_order_of_getting_in_is_asked_for(drivers: tuple[int, int], doors: Doors) -> None:
    make_booths(2)
    make_request(doors)
    make_request(doors)
    plan_id = plan_now(doors)
    numbers = sorted(whose(plan_id, doors))
    for visit in (numbers[0], numbers[4]):
        move(plan_id, visit, drivers[0], doors)
    for wanted in (1, 2):
        move(plan_id, numbers[0], drivers[0], doors, position=wanted)
        assert stops(plan_id, drivers[0], doors)[wanted - 1].number == numbers[0]


def test_a_visit_with_the_kit_goes_to_another_team(doors: Doors, people: dict[str, Person]) -> None:
    teams = [make_courier(people[name].id) for name in ("budi", "wati")]
    with transaction() as live:
        for team in teams:
            live.get_one(Courier, team).has_kit = True
    make_request(doors, [Aid.BED], kit=True)
    plan_id = plan_now(doors)
    ((visit, team),) = whose(plan_id, doors).items()
    other = next(one for one in teams if one != team)
    move(plan_id, visit, other, doors)
    assert whose(plan_id, doors) == {visit: other}
