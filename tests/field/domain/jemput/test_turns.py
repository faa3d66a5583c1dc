"""Turns at the booths: never more people than devices, and who lost one chooses first."""

from datetime import UTC, datetime, timedelta

from field.domain.jemput.booth import Booth, Span, overfull
from field.domain.jemput.turns import Wanting, give_turns

DAY = datetime(2026, 11, 24, tzinfo=UTC)


def at(hour: float) -> datetime:
    return DAY + timedelta(hours=hour)


def wanting(trip: int, kept: float | None = None, minutes: int = 20) -> Wanting:
    told = None if kept is None else at(kept)
    return Wanting(trip, at(8), at(10), timedelta(minutes=minutes), DAY, kept=told)


def test_an_outage_moves_who_lost_a_device_and_nobody_else() -> None:
    told = [wanting(trip, kept) for trip, kept in ((1, 8), (2, 8), (3, 9), (4, 9))]
    booths = [Booth(1, (Span(at(7), at(8.5)),)), Booth(2)]
    turns = give_turns(booths, [*told, wanting(5)])
    assert turns.bumped == (2,)
    assert [turns.given[trip].start for trip in (1, 3, 4)] == [at(8), at(9), at(9)]
    assert turns.given[2].start == at(8) + timedelta(minutes=20)  # before the new one chose
    assert turns.given[5].start > turns.given[2].start
    assert overfull(booths, turns.given.values()) == []


def test_who_finds_no_turn_is_named() -> None:
    turns = give_turns([Booth(1)], [wanting(trip, minutes=90) for trip in (1, 2, 3)])
    assert sorted(turns.given) == [1, 2]
    assert turns.without == (3,)
