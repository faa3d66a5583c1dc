"""The evening's sum of one courier, card by card."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.card import Place
from field.domain.custody import Step, Tally, tally

START = datetime(2026, 11, 24, tzinfo=UTC)
END = START + timedelta(days=1)
BUDI, WATI = 1, 2


def steps(*moves: tuple[float, Place, int | None], card: int = 1) -> list[Step]:
    """Return a card's moves; each is (hours after the day began, where to, whose)."""
    return [Step(card, START + timedelta(hours=hour), to, whose) for hour, to, whose in moves]


OUT = (8.0, Place.COURIER, BUDI)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ([OUT], Tally(carried=1, still_out=1)),
        ([OUT, (9, Place.RESIDENT, BUDI)], Tally(carried=1, delivered=1)),
        ([OUT, (16, Place.OFFICE, BUDI)], Tally(carried=1, counted_in=1)),
        ([OUT, (9, Place.RT, BUDI)], Tally(carried=1, at_rt=1)),
        ([OUT, (9, Place.RT, BUDI), (40, Place.RESIDENT, BUDI)], Tally(carried=1, delivered=1)),
        ([OUT, (9, Place.COURIER, WATI)], Tally(carried=1, passed_on=1)),
        # told the next morning: still this day's
        ([OUT, (30, Place.RESIDENT, BUDI)], Tally(carried=1, delivered=1)),
        # taken back, then brought home
        ([OUT, (9, Place.RESIDENT, BUDI), (9.1, Place.COURIER, BUDI)], Tally(1, still_out=1)),
        # counted in, and out again the next day: this day stays as it was
        ([OUT, (16, Place.OFFICE, BUDI), (32, Place.COURIER, BUDI)], Tally(1, counted_in=1)),
        # carried over from the day before
        ([(-16, Place.COURIER, BUDI)], Tally(carried=1, still_out=1)),
        # the day before, and back: none of this day's
        ([(-16, Place.COURIER, BUDI), (-8, Place.OFFICE, BUDI)], Tally()),
        ([(32, Place.COURIER, BUDI)], Tally()),
        ([(8, Place.COURIER, WATI)], Tally()),
    ],
)
def test_one_card(moves: list[tuple[float, Place, int | None]], expected: Tally) -> None:
    assert tally(steps(*moves), BUDI, START, END) == expected


PRINTED = [Place.OFFICE, Place.BAG, Place.COURIER, Place.RT, Place.RESIDENT, Place.WITHDRAWN]


@given(
    st.lists(
        st.lists(
            st.tuples(st.floats(-30, 60), st.sampled_from(PRINTED), st.sampled_from([BUDI, WATI])),
            max_size=6,
        ),
        max_size=5,
    )
)
def test_every_card_that_was_carried_is_accounted_for(
    cards: list[list[tuple[float, Place, int]]],
) -> None:
    moves = [
        step
        for card, own in enumerate(cards)
        for step in steps(*sorted(own, key=lambda move: move[0]), card=card)
    ]
    sums = tally(moves, BUDI, START, END)
    parts = (sums.delivered, sums.counted_in, sums.at_rt, sums.passed_on, sums.still_out)
    assert sums.carried == sum(parts) <= len(cards)
