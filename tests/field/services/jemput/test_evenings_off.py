"""An evening that is called off: everybody is told why by whom, and may go to another, once."""

from dataclasses import replace

import pytest

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.evening import CLOSED, FULL, Place
from field.domain.jemput.letters import Template
from field.domain.jemput.request import NO_REASON, Act
from field.gateways.doors import Doors
from field.services import deciding, evenings, tracking
from field.services.accounts import Person
from field.services.deciding import Appointment, Decider
from field.services.evenings import off
from field.store.db import session, transaction
from field.store.letters import letter_to_booking
from field.store.tables import Booking, Evening, Message, Request, Trip
from tests.jemput import MORNING, answers_of, ask, book, open_evening


@pytest.fixture
def siti(people: dict[str, Person]) -> Decider:
    return Decider(people["siti"].id, "32.71.01")


def at_night(evening: int) -> Appointment:
    return replace(MORNING, evening_id=evening)


@pytest.mark.both_databases
def test_everyone_is_told_why_by_whom_and_offered_another(doors: Doors, siti: Decider) -> None:
    evening, other = (open_evening(doors, siti.user_id) for _ in range(2))
    tokens = [book(doors, evening, name) for name in ("Eni", "Udin", "Ani")]  # Ani waits
    evenings.give_up(tokens[1], doors)
    told = off.call_off(evening, "Listrik padam.", siti.user_id, "32.71.01", doors)
    assert (told.told, told.offered) == (2, 0)
    row = session().get_one(Evening, evening)
    assert (row.cancelled_by, row.cancelled_why) == (siti.user_id, "Listrik padam.")
    assert evenings.who_called_off(evening, None) == "Siti Rohmah"
    letters = session().query(Message).filter_by(template=Template.EVENING_OFF)
    assert letters.count() == 2
    booking = session().get_one(Booking, letters.first().booking_id)  # type: ignore[union-attr]  # there are two
    text = letter_to_booking(booking, Template.EVENING_OFF, doors.zone).text
    assert "Listrik padam." in text
    assert [night.evening.id for night in evenings.ticket(tokens[0], doors).others] == [other]
    moved = off.move(tokens[0], other, doors)
    assert off.move(tokens[0], other, doors) == moved, "twice is once"
    ticket = evenings.ticket(moved, doors)
    assert (ticket.evening.id, ticket.booking.name) == (other, "Eni")
    assert ticket.seat.place is Place.SEATED
    assert {night.evening.id for night in evenings.open_nights(doors)} == {other}


def test_it_needs_a_reason_and_is_done_once_by_whom_it_concerns(
    doors: Doors, siti: Decider
) -> None:
    evening = open_evening(doors, siti.user_id)
    token = book(doors, evening, "Eni")
    for why, within, kind in ((" ", None, NO_REASON), ("Banjir", "32.71.02", NOT_FOUND)):
        with pytest.raises(Fault) as fault:
            off.call_off(evening, why, siti.user_id, within, doors)
        assert fault.value.kind is kind
    with pytest.raises(Fault) as fault:
        off.move(token, evening, doors)
    assert fault.value.kind is CLOSED, "nobody moves from an evening that takes place"
    off.call_off(evening, "Banjir", siti.user_id, None, doors)
    with pytest.raises(Fault) as fault:
        off.call_off(evening, "Banjir", siti.user_id, None, doors)
    assert fault.value.kind is CLOSED
    with pytest.raises(Fault) as fault:
        off.move_by_desk(1, evening, siti.user_id, "32.71.02", doors)
    assert fault.value.kind is NOT_FOUND


def test_who_is_fetched_to_an_evening_holds_a_place(doors: Doors, siti: Decider) -> None:
    evening = open_evening(doors, siti.user_id, capacity=1)
    request = ask(doors, answers_of())
    deciding.accept(request, at_night(evening), siti, doors)
    row, night = session().get_one(Request, request), session().get_one(Evening, evening)
    assert (row.evening_id, row.place, row.date) == (evening, night.office, night.date)
    assert (row.window_from, row.window_until) == (night.opens_at, night.closes_at)
    assert {trip.evening_id for trip in session().query(Trip)} == {evening}
    booking = session().query(Booking).one()
    assert (booking.how, booking.request_id) == ("jemput", request)
    with pytest.raises(Fault) as fault:
        deciding.accept(ask(doors, answers_of("Udin")), at_night(evening), siti, doors)
    assert fault.value.kind is FULL
    waiting = book(doors, evening, "Ani")
    deciding.say(request, Act.CANCEL, "", siti, doors)
    assert evenings.ticket(waiting, doors).seat.place is Place.SEATED


def test_who_is_fetched_is_offered_the_next_evening_else_a_morning(
    doors: Doors, siti: Decider
) -> None:
    evening, other = (open_evening(doors, siti.user_id) for _ in range(2))
    with transaction() as live:
        later = live.get_one(Evening, other)
        later.capacity = 1
    ids = [ask(doors, answers_of(name)) for name in ("Ani", "Udin")]
    for request in ids:
        deciding.accept(request, at_night(evening), siti, doors)
    off.call_off(evening, "Banjir", siti.user_id, None, doors)
    session().expire_all()
    rows = [session().get_one(Request, request) for request in ids]
    assert [row.state for row in rows] == ["proposed", "proposed"]
    assert all(row.priority and row.steps[-1].why == "Banjir" for row in rows)
    assert all(row.steps[-1].by_user_id == siti.user_id for row in rows)
    assert rows[0].evening_id == other
    tracking.agree(tracking.token_of(rows[0], doors), doors)
    with pytest.raises(Fault) as fault:  # the other place is gone in the meantime
        tracking.agree(tracking.token_of(rows[1], doors), doors)
    assert fault.value.kind is FULL
    off.call_off(other, "Banjir lagi", siti.user_id, None, doors)
    session().expire_all()
    first = session().get_one(Request, ids[0])
    assert (first.evening_id, first.window_from.astimezone(doors.zone).hour) == (None, 8)  # type: ignore[union-attr]  # it was offered
    assert session().query(Trip).count() == 0
