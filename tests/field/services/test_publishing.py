"""Publishing: frozen, numbered, replaced and never edited; what was promised stays."""

from datetime import date

import pytest

from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.crew import mark_away
from field.services.drafts import draft
from field.services.plan_changes import Change, change
from field.services.publishing import outlook, publish
from field.store.db import session, transaction
from field.store.tables import Card, Event, Manifest, Plan
from tests.builders import TODAY, make_courier, make_household
from tests.planned import make_doors_to_visit, manifests_of, plan_now

pytestmark = pytest.mark.both_databases
EMPANG = "32.71.01.1003"


@pytest.fixture
def budi(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id)


def visits(manifest: Manifest) -> dict[int, str]:
    return {stop.household_id: stop.visit for stop in manifest.stops}


def happened(visit: str, kind: str, user: int, doors: Doors) -> None:
    """Write a fact from the road straight into the store."""
    now = doors.clock.now()
    with transaction() as live:
        live.add(
            Event(
                id=f"{kind}-{visit}"[:36], visit=visit, route_version=1, kind=kind,
                device_id="hp", seq=1, at=now, at_corrected=now, received_at=now, user_id=user,
                body_hash="x",
            )
        )  # fmt: skip


def test_a_route_is_frozen_and_the_cards_stay_in_the_office(budi: int, doors: Doors) -> None:
    homes = make_doors_to_visit(doors, 5)
    plan_id = plan_now(doors)
    shown = draft(plan_id, None, "id", doors).routes[0]
    publish(plan_id, None, None, doors)
    (manifest,) = manifests_of(budi)
    assert (manifest.number, manifest.version, manifest.replaced_at) == (1, 1, None)
    assert [stop.household_id for stop in manifest.stops] == [s.household_id for s in shown.stops]
    assert [stop.arrival for stop in manifest.stops] == [stop.arrival for stop in shown.stops]
    assert (manifest.starts_at, manifest.ends_at) == (shown.starts, shown.ends)
    assert sorted(c.household_id for stop in manifest.stops for c in stop.cards) == sorted(homes)
    assert {card.place for card in session().query(Card)} == {"office"}
    assert session().get_one(Plan, plan_id).state == "published"


def test_a_published_plan_is_closed(budi: int, doors: Doors) -> None:
    assert budi
    homes = make_doors_to_visit(doors, 2)
    plan_id = plan_now(doors)
    publish(plan_id, None, None, doors)
    with pytest.raises(Fault) as again:
        publish(plan_id, None, None, doors)
    assert again.value.code == "plan.closed"
    with pytest.raises(Fault) as edited:
        change(plan_id, Change(homes[0], None, None, 1), None, 1, doors)
    assert edited.value.code == "plan.closed"


def test_a_new_version_keeps_the_visits_that_the_courier_has(budi: int, doors: Doors) -> None:
    make_doors_to_visit(doors, 3)
    publish(first := plan_now(doors), None, None, doors)
    new = make_household(doors)
    second = plan_now(doors, again=True)
    seen = outlook(second, None, doors)
    assert (seen.replaced, seen.kept, seen.moved, seen.added, seen.dropped) == (1, 3, 0, 1, 0)
    publish(second, None, None, doors)
    old, current = manifests_of(budi)
    assert (old.version, current.version) == (1, 2)
    assert old.number == current.number
    assert old.replaced_at is not None
    assert current.replaced_at is None
    kept = visits(current)
    assert new in kept
    del kept[new]
    assert kept == visits(old)
    assert len(old.stops) == 3, "the version that was replaced is as it was"
    assert session().get_one(Plan, first, populate_existing=True).state == "replaced"


def test_what_is_done_stays_on_the_route_before_what_is_ahead(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    make_doors_to_visit(doors, 4)
    publish(plan_now(doors), None, None, doors)
    (first,) = manifests_of(budi)
    done = first.stops[0]
    door, visit = done.household_id, done.visit
    happened(visit, "delivered", people["budi"].id, doors)
    with transaction() as live:
        for card in live.query(Card).filter_by(household_id=door):
            card.place = "resident"
    publish(plan_now(doors, again=True), None, None, doors)
    current = manifests_of(budi)[-1]
    assert current.stops[0].visit == visit
    assert [stop.sequence for stop in current.stops] == [1, 2, 3, 4]
    assert len({stop.household_id for stop in current.stops}) == 4


def test_a_card_in_a_bag_stays_with_its_courier(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    make_doors_to_visit(doors, 4)
    publish(plan_now(doors), None, None, doors)
    make_courier(people["wati"].id)
    with transaction() as live:
        for card in live.query(Card):
            card.place, card.holder_id = "courier", budi
    publish(plan_now(doors, again=True), None, None, doors)
    assert len(manifests_of(budi)[-1].stops) == 4


def test_a_courier_without_doors_any_more_has_no_route_in_force(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    make_doors_to_visit(doors, 2)
    publish(plan_now(doors), None, None, doors)
    wati = make_courier(people["wati"].id)
    mark_away(budi, TODAY, None, doors, people["asep"].id)
    publish(plan_now(doors, again=True), None, None, doors)
    assert [one.replaced_at is None for one in manifests_of(budi)] == [False]
    (hers,) = manifests_of(wati)
    assert len(hers.stops) == 2
    assert hers.number != manifests_of(budi)[0].number


def test_another_kecamatan_keeps_its_routes(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    other = "32.71.02.1001"
    wati = make_courier(people["wati"].id, kelurahan=other)
    make_doors_to_visit(doors, 2)
    make_doors_to_visit(doors, 2, kelurahan=other)
    publish(plan_now(doors, kecamatan="32.71.01"), "32.71.01", None, doors)
    publish(plan_now(doors, kecamatan="32.71.02"), None, None, doors)
    assert [one.replaced_at for one in manifests_of(budi) + manifests_of(wati)] == [None, None]
    assert manifests_of(budi)[0].number != manifests_of(wati)[0].number


def test_a_plan_that_life_has_overtaken_is_refused_whole(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    homes = make_doors_to_visit(doors, 3)
    first, second = plan_now(doors), plan_now(doors)
    publish(first, None, None, doors)
    with pytest.raises(Fault) as refused:
        publish(second, None, None, doors)
    assert refused.value.code == "plan.overtaken"
    tomorrow = date(2026, 11, 25)
    make_household(doors)
    third = plan_now(doors, tomorrow)
    mark_away(budi, tomorrow, None, doors, people["asep"].id)
    with pytest.raises(Fault) as away:
        publish(third, None, None, doors)
    assert away.value.code == "plan.courier_away"
    assert session().query(Manifest).count() == 1
    assert len(homes) == 3


def test_a_draft_changed_meanwhile_is_not_published(budi: int, doors: Doors) -> None:
    assert budi
    homes = make_doors_to_visit(doors, 2)
    plan_id = plan_now(doors)
    change(plan_id, Change(homes[0], None, None, 1), None, 1, doors)
    with pytest.raises(Fault) as refused:
        publish(plan_id, None, None, doors, revision=1)
    assert refused.value.code == "plan.changed"
    publish(plan_id, None, None, doors, revision=2)
    assert len(manifests_of(budi)[0].stops) == 1


def test_an_empty_plan_is_not_published(budi: int, doors: Doors) -> None:
    assert budi
    make_household(doors, kelurahan=EMPANG)
    with pytest.raises(Fault) as refused:
        publish(plan_now(doors), None, None, doors)
    assert refused.value.code == "plan.nothing_to_publish"


def test_a_day_that_has_become_empty_takes_its_last_route_back(budi: int, doors: Doors) -> None:
    make_doors_to_visit(doors, 2)
    publish(plan_now(doors), None, None, doors)
    with transaction() as live:
        for card in live.query(Card):
            card.place = "withdrawn"
    assert publish(plan_now(doors, again=True), None, None, doors) == []
    assert [one.replaced_at is None for one in manifests_of(budi)] == [False]
