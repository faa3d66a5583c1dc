"""An evening's places are given in order, once each; who gives one up lets the next in."""

import pytest

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.evening import TWICE, BookingState, How, Place
from field.domain.jemput.form import BAD_PHONE
from field.gateways.doors import Doors
from field.services import evenings
from field.services.accounts import Person
from field.services.evenings import Wish
from field.store.db import session
from field.store.tables import Booking, Message
from tests.jemput import book, open_evening


@pytest.mark.both_databases
def test_the_waiting_list_moves_up_and_is_told(doors: Doors, people: dict[str, Person]) -> None:
    evening = open_evening(doors, people["siti"].id, capacity=1)
    first, second, third = (book(doors, evening, name) for name in ("Eni", "Udin", "Ani"))
    seat = evenings.ticket(third, doors).seat
    assert (seat.place, seat.number) == (Place.WAITING, 2)
    evenings.give_up(first, doors)
    assert evenings.ticket(second, doors).seat.place is Place.SEATED
    assert evenings.ticket(third, doors).seat.number == 1
    moved = session().query(Message).one()
    assert moved.template == "moved_up"
    assert moved.booking_id == evenings.ticket(second, doors).booking.id
    evenings.change_capacity(evening, 2, people["siti"].id, None, doors)
    assert evenings.ticket(third, doors).seat.place is Place.SEATED


def test_a_form_sent_twice_is_one_booking_and_a_name_stands_once(
    doors: Doors, people: dict[str, Person]
) -> None:
    evening = open_evening(doors, people["siti"].id)
    wish = Wish("Bu Eni", "0812-3456-7890", How.PAGE, "form", agreed=True)
    token = evenings.book(evening, wish, None, doors)
    assert evenings.book(evening, wish, None, doors) == token
    again = Wish("bu eni", "081234567890", How.PAGE, "other form", agreed=True)
    with pytest.raises(Fault) as fault:
        evenings.book(evening, again, None, doors)
    assert fault.value.kind is TWICE
    assert session().query(Booking).count() == 1


def test_a_walk_in_needs_no_phone_a_page_does(doors: Doors, people: dict[str, Person]) -> None:
    siti = people["siti"].id
    evening = open_evening(doors, siti)
    walk_in = Wish("Pak Udin", "", How.WALK_IN, "desk", agreed=True, user_id=siti)
    evenings.book(evening, walk_in, "32.71.01", doors)
    with pytest.raises(Fault) as fault:
        evenings.book(evening, Wish("Ani", "", How.PAGE, "page", agreed=True), None, doors)
    assert fault.value.kind is BAD_PHONE


def test_nobody_finds_anothers_ticket_or_evening(doors: Doors, people: dict[str, Person]) -> None:
    evening = open_evening(doors, people["siti"].id)
    one, other = book(doors, evening, "Eni"), book(doors, evening, "Udin")
    mixed = f"{one.split('.')[0]}.{other.split('.')[1]}"
    for token in (mixed, one[:-1], "", "1", "1.", f"{one}0"):
        with pytest.raises(Fault) as fault:
            evenings.ticket(token, doors)
        assert fault.value.kind is NOT_FOUND
    booking = evenings.ticket(one, doors).booking.id
    with pytest.raises(Fault):
        evenings.mark(evening, booking, BookingState.CAME, people["siti"].id, "32.71.02", doors)
