"""Planning a day: who goes where, who is left out and why, and what cannot be planned at all."""

from datetime import date

import pytest

from field.domain.fault import Fault
from field.domain.plan_order import PlanOrder
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.crew import mark_away
from field.services.drafts import DraftView, draft
from field.services.handpicks import pick
from field.services.planning import ask_plan, overview, plan_of_job, run_plan
from field.store.db import session, transaction
from field.store.tables import Household, Job, Plan
from tests.builders import TODAY, make_courier, make_household, publish
from tests.fakes import StillClock
from tests.planned import Silent, courier_like, make_doors_to_visit, plan_now

pytestmark = pytest.mark.both_databases
FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)
EMPANG = "32.71.01.1003"


@pytest.fixture
def budi(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id)


def seen(plan_id: int, doors: Doors) -> DraftView:
    return draft(plan_id, None, "id", doors)


def doors_of(view: DraftView) -> dict[int, set[int]]:
    return {r.courier_id: {s.household_id for s in r.stops} for r in view.routes}


def test_each_card_is_on_a_route_within_the_shift(budi: int, doors: Doors) -> None:
    homes = make_doors_to_visit(doors, 20)
    view = seen(plan_now(doors), doors)
    assert doors_of(view) == {budi: set(homes)}
    assert view.unassigned == ()
    route = view.routes[0]
    assert f"{route.starts.astimezone(doors.zone):%H:%M}" >= "07:30"
    assert f"{route.ends.astimezone(doors.zone):%H:%M}" <= "16:00"
    assert [stop.sequence for stop in route.stops] == list(range(1, 21))


def test_a_door_without_a_point_is_left_out_in_words(budi: int, doors: Doors) -> None:
    assert budi
    make_doors_to_visit(doors, 2)
    lost = make_household(doors)
    with transaction() as live:
        home = live.get(Household, lost)
        assert home
        home.lat = home.lon = None
    left = seen(plan_now(doors), doors).unassigned
    assert [(one.household_id, one.allowed) for one in left] == [(lost, ())]
    assert "Belum ada titik" in left[0].reason


def test_a_territory_is_never_left(budi: int, people: dict[str, Person], doors: Doors) -> None:
    wati = make_courier(people["wati"].id, kelurahan=EMPANG, title="Lurah Empang")
    here = make_doors_to_visit(doors, 4)
    there = make_doors_to_visit(doors, 3, kelurahan=EMPANG)
    nowhere = make_household(doors, kelurahan="32.71.01.1004")
    view = seen(plan_now(doors), doors)
    assert doors_of(view) == {budi: set(here), wati: set(there)}
    assert [one.household_id for one in view.unassigned] == [nowhere]
    assert "tidak bertugas" in view.unassigned[0].reason


def test_the_mayor_goes_to_the_doors_chosen_for_him_and_no_others(
    budi: int, people: dict[str, Person], doors: Doors
) -> None:
    mayor = make_courier(people["wati"].id, title="Wali Kota")
    courier_like(mayor, only_handpicked=True, territory=[], kecamatan=None, vehicle="mobil")
    homes = make_doors_to_visit(doors, 8)
    for home in homes[:3]:
        pick(mayor, home, TODAY, None, doors, people["asep"].id)
    view = seen(plan_now(doors, kecamatan="32.71.01"), doors)
    assert doors_of(view) == {mayor: set(homes[:3]), budi: set(homes[3:])}


def test_the_prayer_on_friday_is_kept(budi: int, doors: Doors) -> None:
    # So many stops that the route lasts past noon.
    make_doors_to_visit(doors, 95)
    route = seen(plan_now(doors, FRIDAY), doors).routes[0]
    assert route.courier_id == budi
    assert len(route.pauses) == 1
    begins, ends = (moment.astimezone(doors.zone) for moment in
                    (route.pauses[0].begins, route.pauses[0].ends))  # fmt: skip
    assert "11:15" <= f"{begins:%H:%M}" <= "11:30"
    assert (ends - begins).seconds == 90 * 60
    inside = [s for s in route.stops if begins < s.arrival.astimezone(doors.zone) < ends]
    assert inside == []


def test_who_is_away_gets_no_route(budi: int, people: dict[str, Person], doors: Doors) -> None:
    wati = make_courier(people["wati"].id)
    homes = make_doors_to_visit(doors, 6)
    mark_away(budi, TODAY, None, doors, people["asep"].id)
    assert doors_of(seen(plan_now(doors), doors)) == {wati: set(homes)}
    assert overview(TODAY, None, doors).away == 1
    mark_away(wati, TODAY, None, doors, people["asep"].id)
    with pytest.raises(Fault) as refused:
        plan_now(doors)
    assert refused.value.code == "plan.nobody_on_duty"


def test_a_day_that_has_begun_is_planned_from_now(
    budi: int, doors: Doors, clock: StillClock
) -> None:
    assert budi
    make_doors_to_visit(doors, 3)
    clock.forward(hours=3)  # 11.00 in the city
    job_id = ask_plan(PlanOrder(TODAY, seconds=1), None, doors, here=True)
    run_plan(job_id, Silent(), doors)
    route = seen(plan_of_job(job_id) or 0, doors).routes[0]
    assert route.starts >= clock.now()
    clock.forward(hours=6)  # 17.00: the shift is over
    with pytest.raises(Fault) as refused:
        ask_plan(PlanOrder(TODAY), None, doors)
    assert refused.value.code == "plan.nobody_on_duty"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 23), "plan.past_day"),
        (SATURDAY, "plan.closed_day"),
        (date(2026, 12, 25), "plan.closed_day"),
        (TODAY, "plan.nothing_to_plan"),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_written(
    day: date, code: str, budi: int, doors: Doors
) -> None:
    assert budi
    with pytest.raises(Fault) as refused:
        ask_plan(PlanOrder(day), None, doors)
    assert refused.value.code == code
    assert session().query(Job).count() == 0


def test_a_published_day_is_planned_again_only_on_purpose(budi: int, doors: Doors) -> None:
    homes = make_doors_to_visit(doors, 3)
    publish(doors, budi, homes)
    make_household(doors)
    with pytest.raises(Fault) as refused:
        plan_now(doors)
    assert refused.value.code == "plan.already_published"
    assert len(doors_of(seen(plan_now(doors, again=True), doors))[budi]) == 4


def test_a_promised_card_is_not_promised_twice(budi: int, doors: Doors) -> None:
    promised, free = make_doors_to_visit(doors, 2)
    publish(doors, budi, [promised])
    view = seen(plan_now(doors, date(2026, 11, 25)), doors)
    assert doors_of(view) == {budi: {free}}


def test_a_job_that_runs_twice_makes_one_plan(budi: int, doors: Doors) -> None:
    assert budi
    make_doors_to_visit(doors, 3)
    job_id = ask_plan(PlanOrder(TODAY, seconds=1, whole_shift=True), None, doors)
    for _ in range(2):
        run_plan(job_id, Silent(), doors)
    assert session().query(Plan).count() == 1


def test_a_cancelled_job_leaves_no_plan(budi: int, doors: Doors) -> None:
    assert budi
    make_doors_to_visit(doors, 3)
    job_id = ask_plan(PlanOrder(TODAY, seconds=5, whole_shift=True), None, doors)
    run_plan(job_id, Silent(stop=True), doors)
    assert session().query(Plan).count() == 0


def test_the_button_pressed_twice_asks_once(budi: int, doors: Doors) -> None:
    assert budi
    make_doors_to_visit(doors, 1)
    order = PlanOrder(TODAY, whole_shift=True)
    assert ask_plan(order, None, doors) == ask_plan(order, None, doors)
