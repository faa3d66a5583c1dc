"""The print queue on both databases: what waits where, who joins it, what goes with a trip."""

from datetime import date, timedelta

import pytest

from field.domain.cetak.batch import BatchOrder
from field.domain.jemput.evening import BookingState
from field.gateways.doors import Doors
from field.services import deciding, evenings, print_batches, print_queue, print_room
from field.services.accounts import Person
from field.store.db import session, transaction
from field.store.tables import Card, Household, Request
from tests import printing
from tests.builders import BONDONGAN
from tests.jemput import MORNING, TUESDAY, answers_of, ask, book, open_evening

pytestmark = pytest.mark.both_databases
OTHER = "32.71.02.1001"


def test_the_queue_is_counted_by_kelurahan_and_rw(doors: Doors, people: dict[str, Person]) -> None:
    assert people
    printing.make_ready(doors, 3, rw="001")
    printing.make_ready(doors, 2, rw="004")
    old = printing.make_ready(doors, 1, OTHER)
    with transaction() as live:
        live.get_one(Card, old[0]).waiting_since = doors.clock.now() - timedelta(days=20)
    found = print_queue.queue(None, doors)
    assert [(one.code, one.ready, one.days, one.late) for one in found.quarters] == [
        (OTHER, 1, 20, True), (BONDONGAN, 5, 0, False),
    ]  # fmt: skip
    assert [(area.rw, area.ready) for area in found.quarters[1].areas] == [("001", 3), ("004", 2)]
    mine = print_queue.queue("32.71.01", doors)
    assert [one.code for one in mine.quarters] == [BONDONGAN]
    assert mine.to_print == 5


def test_what_needs_a_person_is_counted(doors: Doors, people: dict[str, Person]) -> None:
    asep = people["asep"].id
    printing.make_ready(doors, 3)
    printing.make_blanks(doors, 2)
    assert print_queue.to_do(None) == 0
    order = BatchOrder(BONDONGAN, rws=("007",), limit=2)
    (batch,) = print_batches.make_batches([order], None, asep, doors)
    assert print_queue.to_do(None) == 0
    print_batches.start(batch, printing.make_room(), None, asep, doors)
    print_room.printed(batch, 2, print_room.Who(asep, None), doors)
    assert print_queue.to_do(None) == 1  # to be checked
    print_batches.make_batches([BatchOrder(BONDONGAN)], None, asep, doors)
    assert print_queue.to_do(None) == 2  # and there is no blank for the third


def test_who_is_recorded_tonight_is_in_the_forecast(
    doors: Doors, people: dict[str, Person]
) -> None:
    siti = people["siti"].id
    evening = open_evening(doors, siti, capacity=3)
    night = evenings.night(evening, None).evening.date
    came, _ = (int(book(doors, evening, name).split(".")[0]) for name in ("Ana", "Budi"))
    evenings.mark(evening, came, BookingState.CAME, siti, "32.71.01", doors)
    found = print_queue.joined(doors)[night]
    assert (found.done, found.expected) == (1, 1)
    next_day = night + timedelta(days=1)  # by the settings a record is print-ready a day later
    assert print_queue.joins_by_day(next_day, next_day) == {next_day: 2}
    today = date(2026, 11, 24)
    days = [(today + timedelta(days=ahead), 0) for ahead in range(15)]
    waiting = {one.day: one.waiting for one in print_queue.days_ahead(days, doors)}
    assert (waiting[night], waiting[next_day]) == (0, 2)


def test_a_jemput_trip_counts_once_and_takes_the_cards_of_its_door_along(
    doors: Doors, people: dict[str, Person]
) -> None:
    request = ask(doors, answers_of())
    deciding.accept(request, MORNING, deciding.Decider(people["siti"].id, None), doors)
    found = print_queue.joined(doors)[TUESDAY]
    assert (found.done, found.expected) == (0, 1)
    same, other = printing.make_ready(doors, 2)
    with transaction() as live:
        home = live.get_one(Household, live.get_one(Card, same).household_id)
        home.phone = live.get_one(Request, request).household.phone
    assert list(print_queue.cards_for_trips(doors)) == [same]
    assert session().get_one(Card, other).place == "ready"
