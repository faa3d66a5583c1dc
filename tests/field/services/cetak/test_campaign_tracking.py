"""Where a campaign stands is a sum over the moves of its cards, also those taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.services import campaign_batches
from field.services.accounts import Person
from field.services.campaign_tracking import Tracking, tracking_of
from field.store.campaigns import day_figures
from field.store.custody import Why, lock_cards, move
from field.store.db import session, transaction
from field.store.print_acts import Doing, Held, When, undo_act, write_act
from field.store.print_inflow import recorded_by_day
from field.store.tables import Card, PrintAct, PrintBatch, Printer
from tests.campaigns import accepted, ask, order
from tests.fakes import StillClock
from tests.jemput import TUESDAY, book, open_evening
from tests.printing import make_blanks, make_ready, make_room


@pytest.fixture
def plan_id(doors: Doors, clock: StillClock) -> int:
    """A campaign of forty cards whose busiest day has come, its batches made."""
    printer, _ = make_room()
    with transaction() as live:
        live.get_one(Printer, printer).cards_per_hour = 20
    make_blanks(doors, 100)
    make_ready(doors, 40)
    plan = accepted(ask(order(40), doors), doors)
    printing = {day.day: day.to_print for day in day_figures(plan)}
    day = max(printing, key=lambda each: printing[each])
    clock.forward(days=(day - local_date(clock.now(), doors.zone)).days)
    campaign_batches.make_batches(plan, day, (None, None), doors)
    return plan


def act(kind: Act, cards: int, place: Place, doors: Doors) -> int:
    """Do something to the first cards at a place; returns the act's id."""
    now = doors.clock.now()
    with transaction() as live:
        query = select(Card).where(Card.place == place.value).order_by(Card.id).limit(cards)
        held = [Held(card.id, card.code, Place(card.place)) for card in live.scalars(query)]
        batch = live.scalars(select(PrintBatch.id)).first()
        when = When(now, local_date(now, doors.zone), None)
        return write_act(live, Doing(kind, batch), held, when).id


def seen(plan_id: int, doors: Doors) -> Tracking:
    session().rollback()
    return tracking_of(plan_id, None, doors)


def today(found: Tracking) -> tuple[int, int, int]:
    day = next(day for day in found.days if day.day == found.today)
    return day.printed, day.spoiled, day.delivered


def test_prints_count_net_of_what_was_spoiled_or_taken_back(doors: Doors, plan_id: int) -> None:
    act(Act.PRINTED, 10, Place.QUEUED, doors)
    assert today(seen(plan_id, doors)) == (10, 0, 0)
    act(Act.SPOILED, 2, Place.PRINTED, doors)
    act(Act.SPOILED, 1, Place.QUEUED, doors)
    assert today(seen(plan_id, doors)) == (8, 3, 0)
    more = act(Act.PRINTED, 4, Place.QUEUED, doors)
    assert today(seen(plan_id, doors))[0] == 12
    with transaction() as live:
        now = doors.clock.now()
        undo_act(live, live.get_one(PrintAct, more), When(now, now.date(), None))
    assert today(seen(plan_id, doors)) == (8, 3, 0)
    found = seen(plan_id, doors)
    assert found.printing.done == 8
    assert found.by_place == {"printed": 8, "queued": found.by_place["queued"],
                              "ready": 40 - 8 - found.by_place["queued"]}  # fmt: skip


def test_a_checked_card_is_not_printed_twice_and_a_handed_over_one_is_there(
    doors: Doors, clock: StillClock, plan_id: int
) -> None:
    act(Act.PRINTED, 6, Place.QUEUED, doors)
    act(Act.CHECKED, 6, Place.PRINTED, doors)
    assert today(seen(plan_id, doors)) == (6, 0, 0)
    clock.forward(days=1)
    with transaction() as live:
        ids = list(live.scalars(select(Card.id).where(Card.place == "office").limit(3)))
        why = Why("delivered", clock.now(), None)
        cards = lock_cards(live, ids)
        for card in cards.values():
            move(live, card, Place.RESIDENT, None, why)
        move(live, cards[ids[0]], Place.OFFICE, None, why)
    found = seen(plan_id, doors)
    assert today(found) == (0, 0, 2)
    assert (found.printing.done, found.delivering.done) == (6, 2)
    assert sum(done for _, done in found.by_kelurahan.values()) == 2


def test_a_slow_day_moves_the_forecast_and_the_last_door_comes_after_the_last_print(
    doors: Doors, clock: StillClock, plan_id: int
) -> None:
    before = seen(plan_id, doors)
    act(Act.PRINTED, 5, Place.QUEUED, doors)
    clock.forward(days=1)
    after = seen(plan_id, doors)
    assert after.printing.behind > 0
    assert before.print_end.likely
    assert after.print_end.likely
    assert after.print_end.likely > before.print_end.likely
    assert after.door_end.likely
    assert after.door_end.likely >= after.print_end.likely + timedelta(days=1)


def test_a_kecamatan_counts_on_its_own_evenings_only(
    doors: Doors, people: dict[str, Person]
) -> None:
    book(doors, open_evening(doors, people["budi"].id), "Ibu Sari")

    def expected(kecamatan: str | None) -> int:
        return sum(day.expected for day in recorded_by_day(TUESDAY, TUESDAY, kecamatan).values())

    assert [expected(where) for where in (None, "32.71.01", "32.71.02")] == [1, 1, 0]
