"""An evening never has more seats than places, and its waiting list keeps its order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from field.domain.jemput.evening import Booking, BookingState, Place, free_places, moved_up, seats

STANDS, CANCELLED, CAME = BookingState.STANDS, BookingState.CANCELLED, BookingState.CAME
lists = st.lists(st.sampled_from(list(BookingState)), max_size=12).map(
    lambda states: [Booking(n, n, state) for n, state in enumerate(states)]
)


@given(lists, st.integers(0, 6))
def test_seats_are_given_in_the_order_of_asking(bookings: list[Booking], capacity: int) -> None:
    found = seats(bookings, capacity)
    came = [one for one in bookings if one.state is CAME]
    seated = [one for one in bookings if found[one.id].place is Place.SEATED]
    waiting = [one for one in bookings if found[one.id].place is Place.WAITING]
    assert len(seated) <= max(capacity, len(came))
    assert all(found[one.id].place is Place.SEATED for one in came)
    assert not waiting or len(seated) >= capacity
    stands = [one for one in seated if one.state is STANDS]
    assert not (stands and waiting) or stands[-1].order < waiting[0].order
    assert [found[one.id].number for one in waiting] == list(range(1, len(waiting) + 1))
    assert (free_places(bookings, capacity) > 0) == (len(seated) < capacity)


@given(lists, st.integers(1, 6), st.data())
def test_who_gives_up_lets_exactly_the_first_waiting_in(
    bookings: list[Booking], capacity: int, data: st.DataObject
) -> None:
    before = seats(bookings, capacity)
    seated = [b for b in bookings if before[b.id].place is Place.SEATED and b.state is STANDS]
    if not seated:
        return
    gone = data.draw(st.sampled_from(seated))
    after = seats(
        [replace(one, state=CANCELLED) if one is gone else one for one in bookings], capacity
    )
    crowded = sum(one.state is CAME for one in bookings) >= capacity
    first = [one.id for one in bookings if before[one.id].place is Place.WAITING][:1]
    assert moved_up(before, after) == ([] if crowded else first)
