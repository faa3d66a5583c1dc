"""Who loses a turn to an outage gets another: within his hours, then that day, else none."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from field.domain.jemput.booth import Booth, Span, overfull
from field.domain.jemput.rebook import rebook
from field.domain.jemput.turns import Wanting

DAY = datetime(2026, 11, 24, tzinfo=UTC)
HALF = timedelta(minutes=30)


def at(hour: float) -> datetime:
    return DAY + timedelta(hours=hour)


def wanting(trip: int, told: float, until: float) -> Wanting:
    return Wanting(trip, at(8), at(until), HALF, at(0) + timedelta(minutes=trip), kept=at(told))


def test_only_who_stood_in_the_outage_moves_and_nobody_else_is_pushed() -> None:
    booths = (Booth(1, (Span(at(8), at(9)),)), Booth(2))
    people = [wanting(1, 8, 10), wanting(2, 8, 10), wanting(3, 9, 10), wanting(4, 9, 10)]
    found = rebook(booths, people, at(16))
    assert list(found.moved) == [2]
    assert found.without == ()
    kept = [one.at(at(8 if one.trip == 1 else 9)) for one in people if one.trip != 2]
    assert overfull(booths, [*kept, found.moved[2]]) == []


def test_who_finds_nothing_in_his_hours_waits_longer_rather_than_another_day() -> None:
    booths = (Booth(1, (Span(at(8), at(10)),)),)
    found = rebook(booths, [wanting(1, 8, 9), wanting(2, 9, 9)], at(16))
    assert sorted(turn.start for turn in found.moved.values()) == [at(10), at(10.5)]


def test_where_the_device_is_out_all_day_nobody_is_told_an_hour() -> None:
    booths = (Booth(1, (Span(at(8)),)),)
    found = rebook(booths, [wanting(1, 8, 9)], at(16))
    assert (found.moved, found.without) == ({}, (1,))


def test_who_was_bumped_before_chooses_first() -> None:
    booths = (Booth(1, (Span(at(8), at(9)),)), Booth(2, (Span(at(8), at(9)),)))
    late = replace(wanting(2, 8, 10), bumped=True)
    held = [wanting(number, 9, 10) for number in (3, 4, 5)]
    found = rebook(booths, [wanting(1, 8, 9.25), late, *held], at(10))
    assert found.moved[2].start < at(10)
    assert 1 not in found.moved or found.moved[2].start <= found.moved[1].start


def test_a_device_has_hours_of_its_own() -> None:
    booth = Booth(1, opens=time(9), closes=time(15)).on(DAY, (Span(at(12), at(13)),))
    assert not booth.open_for(at(8.5), at(9.5))
    assert booth.open_for(at(9), at(12))
    assert not booth.open_for(at(12), at(12.5))
    assert not booth.open_for(at(14.75), at(15.25))


@given(
    told=st.lists(st.integers(0, 24), min_size=1, max_size=12),
    outages=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=3),
)
def test_no_outage_leaves_more_people_at_a_time_than_devices(
    told: list[int], outages: list[tuple[int, int]]
) -> None:
    """Turns of half an hour from eight on, in steps of a quarter; two devices that may fail."""
    whole = (Booth(1), Booth(2))
    people = [wanting(n, 8 + step / 4, 12) for n, step in enumerate(told)]
    lost = {turn.person for turn in overfull(whole, [one.at(one.kept or at(8)) for one in people])}
    people = [one for one in people if one.trip not in lost]  # as they were given before
    spans = tuple(Span(at(8 + s / 4), at(8 + (s + n) / 4)) for s, n in outages)
    booths = (Booth(1, spans), Booth(2))
    found = rebook(booths, people, at(16))
    stay = {one.trip: one for one in people if one.trip not in {*found.moved, *found.without}}
    after = [one.at(one.kept or at(8)) for one in stay.values()] + list(found.moved.values())
    assert overfull(booths, after) == []
    for trip, turn in found.moved.items():
        before = next(one for one in people if one.trip == trip)
        assert turn.start >= before.opens
        assert turn.end <= at(16)
    if not spans:
        assert not found.moved
