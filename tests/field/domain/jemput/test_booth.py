"""No moment has more people than devices, and who loses a turn to an outage chooses first."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from field.domain.jemput.booth import Appointment, Booth, Span, overfull, places_open

START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


spans = st.builds(
    lambda start, length: Span(at(start), at(start + length) if length else None),
    st.integers(0, 120),
    st.integers(0, 90),
)
booths = st.lists(
    st.lists(spans, max_size=2).map(lambda outages: Booth(1, tuple(outages))), max_size=3
)


@st.composite
def turns(draw: st.DrawFn) -> list[Appointment]:
    return [
        Appointment(
            person, at(draw(st.integers(0, 120))), timedelta(minutes=draw(st.integers(5, 30))),
            at(-draw(st.integers(0, 9999))), draw(st.booleans()),
        )
        for person in range(draw(st.integers(0, 9)))
    ]  # fmt: skip


@given(booths, turns())
def test_what_is_kept_fits_at_each_minute_and_what_is_lost_did_not(
    devices: list[Booth], asked: list[Appointment]
) -> None:
    lost = overfull(devices, asked)
    kept = [turn for turn in asked if turn not in lost]
    for minute in range(160):
        heads = sum(turn.start <= at(minute) < turn.end for turn in kept)
        if heads:
            assert heads <= places_open(devices, at(minute), at(minute) + timedelta(seconds=1))
    assert [turn.bumped for turn in lost] == sorted((t.bumped for t in lost), reverse=True)
    assert overfull(devices, kept) == []


def test_an_outage_closes_the_turns_that_it_meets() -> None:
    first = Appointment(1, at(0), timedelta(minutes=10), START)
    later = Appointment(2, at(30), timedelta(minutes=10), START)
    broken = [Booth(1, (Span(at(20)),))]
    assert overfull([Booth(1)], [first, later]) == []
    assert overfull(broken, [first, later]) == [later]
