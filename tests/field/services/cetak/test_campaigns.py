"""A campaign is planned from what waits and who is there, holds once, and is planned anew."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from field.domain.cetak.order import CampaignOrder
from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services import campaign_batches, campaign_views, campaigns
from field.store import campaign_cards
from field.store.db import session, transaction
from field.store.planning import waiting_cards
from field.store.tables import CampaignCard, Card, PrintBatch, Printer
from tests.builders import TODAY
from tests.campaigns import CITY, accepted, ask, means, newest_plan, order, run
from tests.fakes import StillClock
from tests.printing import make_blanks, make_ready, make_room


@pytest.fixture
def room(doors: Doors) -> list[int]:
    """Sixty records in the queue, a slow printer with its operator, blanks enough."""
    printer, _ = make_room()
    with transaction() as live:
        live.get_one(Printer, printer).cards_per_hour = 20
    make_blanks(doors, 500)
    return make_ready(doors, 40) + make_ready(doors, 20, rw="008")


def days_of(plan_id: int) -> list[CampaignCard]:
    return list(session().scalars(select(CampaignCard).where(CampaignCard.plan_id == plan_id)))


def first_day(plan_id: int) -> date:
    return min(row.print_on for row in days_of(plan_id) if row.print_on)


def test_every_card_gets_a_day_of_printing_and_a_later_one_at_its_door(
    doors: Doors, room: list[int]
) -> None:
    plan = newest_plan(ask(order(60), doors))
    rows = days_of(plan.id)
    assert plan.state == "draft"
    assert {row.card_id for row in rows} == set(room)
    assert all(row.print_on and row.deliver_on and row.print_on < row.deliver_on for row in rows)
    assert max(Counter(row.print_on for row in rows).values()) <= 35
    view = campaign_views.plan_view(plan.id, None)
    assert sum(day.to_print for day in view.days) == sum(day.to_deliver for day in view.days) == 60


@pytest.mark.usefixtures("room")
def test_every_card_has_a_place_on_a_couriers_route(doors: Doors) -> None:
    """The two couriers that are asked for are on no list: they are +1 and +2."""
    plan = newest_plan(ask(order(60), doors))
    routes: dict[tuple[date | None, int | None], list[int]] = defaultdict(list)
    for row in days_of(plan.id):
        routes[row.deliver_on, row.courier].append(row.stop or 0)
    for (day, courier), stops in routes.items():
        assert set(stops) == set(range(1, len(set(stops)) + 1))
        assert day is not None
        seen = campaign_views.day_view(plan.id, day, None, doors)
        shown = [one for one in seen.routes if one.courier == courier]
        assert sum(one.cards for one in shown) == len(stops)
        assert sum(one.doors for one in shown) == len(set(stops))
        assert sum(one.travel_s for one in shown) > 0
        assert {seen.couriers[one.courier] for one in shown} <= {"+1", "+2"}


def test_a_target_below_the_queue_takes_the_urgent_first(doors: Doors, room: list[int]) -> None:
    with transaction() as live:
        live.get_one(Card, room[-1]).urgent = True
    plan = newest_plan(ask(order(10), doors))
    taken = {row.card_id for row in days_of(plan.id)}
    assert len(taken) == 10
    assert room[-1] in taken


@pytest.mark.usefixtures("room")
def test_what_does_not_fit_is_said_and_cannot_be_accepted(doors: Doors) -> None:
    plan = newest_plan(ask(order(60, means(1)), doors))
    assert plan.state == "impossible"
    assert plan.figures["left_out"] >= 30
    with pytest.raises(Fault, match="Rencana kampanye"):
        campaigns.accept(plan.id, CITY, doors)


@pytest.mark.usefixtures("room")
def test_a_stopped_planning_leaves_no_plan_and_may_be_asked_for_again(doors: Doors) -> None:
    campaign_id = campaigns.ask_campaign(order(60), None, doors)
    run(campaign_id, doors, stop=True)
    line = campaigns.campaign_line(campaign_id, None)
    assert (line.plans, line.job_id) == ((), None)
    campaigns.ask_again(campaign_id, order(60), CITY, doors)
    with pytest.raises(Fault, match="sedang direncanakan"):
        campaigns.ask_again(campaign_id, order(60), CITY, doors)
    run(campaign_id, doors)
    assert newest_plan(campaign_id).state == "draft"


def test_a_days_batches_are_made_once_and_in_the_order_of_the_plan(
    doors: Doors, room: list[int]
) -> None:
    plan_id = accepted(ask(order(60), doors), doors)
    first = first_day(plan_id)
    made = campaign_batches.make_batches(plan_id, first, (None, None), doors)
    rows = [row for row in days_of(plan_id) if row.print_on == first]
    queued = session().scalars(select(Card).where(Card.place == "queued")).all()
    assert {card.id for card in queued} == {row.card_id for row in rows}
    assert len(session().scalars(select(PrintBatch)).all()) == made
    with pytest.raises(Fault, match="Tidak ada lagi"):
        campaign_batches.make_batches(plan_id, first, (None, None), doors)
    assert {row.card_id for row in days_of(plan_id)} == set(room)


def test_a_days_deliveries_are_the_cards_that_are_due(doors: Doors, room: list[int]) -> None:
    plan_id = accepted(ask(order(60), doors), doors)
    with transaction() as live:
        for card in live.scalars(select(Card).where(Card.id.in_(room))):
            card.place = "office"
    for day in (TODAY + timedelta(days=step) for step in range(1, 4)):
        due = {row.card_id for row in days_of(plan_id) if row.deliver_on and row.deliver_on <= day}
        assert {one.card_id for one in waiting_cards(day, TODAY, None, again=False)} == due


def test_a_card_is_in_one_campaign_only(doors: Doors, room: list[int]) -> None:
    first, second = ask(order(60), doors), ask(CampaignOrder("Lain", 60, means()), doors)
    accepted(first, doors)
    with pytest.raises(Fault, match="60 kartu sudah masuk"):
        accepted(second, doors)
    assert campaign_cards.count_ready(None) == 0
    assert len(room) == 60


def test_planned_anew_keeps_the_past_and_what_still_can_be_kept(
    doors: Doors, clock: StillClock, room: list[int]
) -> None:
    campaign_id = ask(order(60), doors)
    old = accepted(campaign_id, doors)
    first = first_day(old)
    before = {row.card_id: row for row in days_of(old)}
    with transaction() as live:
        for card in live.scalars(select(Card).where(Card.id.in_(room))):
            if before[card.id].print_on == first:
                card.place = "office"
    next_day = first + timedelta(days=1)
    clock.forward(days=(next_day - TODAY).days)
    campaigns.ask_again(campaign_id, order(60, means(3, next_day)), CITY, doors)
    run(campaign_id, doors)
    new = accepted(campaign_id, doors)
    after = {row.card_id: row for row in days_of(new)}
    assert after.keys() == before.keys()
    assert all(
        after[card].print_on == first for card, row in before.items() if row.print_on == first
    )
    moved = {card for card, row in before.items() if after[card].deliver_on != row.deliver_on}
    assert newest_plan(campaign_id).figures["moved"] == len(moved)
    assert len(moved) <= 30
    line = campaigns.campaign_line(campaign_id, None)
    assert [one.state.value for one in line.plans] == ["accepted", "replaced"]
    printed = campaign_views.plan_view(new, None).days[0]
    assert printed.day == first
    assert printed.to_print == sum(row.print_on == first for row in before.values())
