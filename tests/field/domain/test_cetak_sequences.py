"""The printing room's rules: no order of acts leaves a card in two places or loses a blank."""

from collections import Counter
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.card import MOVES, Place
from field.domain.cetak.acts import STEPS, Act, blanks_used, step
from field.domain.cetak.batch import BatchState, Counts, state_of
from field.domain.cetak.blanks import BlankKind, Stock, check_enough
from field.domain.fault import Fault

CARDS = 6
ARRIVED = 12


@dataclass
class Room:
    """Cards, the books of the blanks, and, apart from both, the blanks themselves."""

    places: list[Place] = field(default_factory=lambda: [Place.READY] * CARDS)
    books: Counter[str] = field(default_factory=lambda: Counter({BlankKind.ARRIVED: ARRIVED}))
    shelf: int = ARRIVED  # blanks that lie there
    bin: int = 0  # blanks that came out bad
    done: list[tuple[Act, list[int], list[Place]]] = field(default_factory=list)

    def do(self, act: Act, cards: list[int]) -> None:
        before = [self.places[card] for card in cards]
        after = [step(act, str(card), self.places[card]) for card in cards]
        used = blanks_used(act, before)
        check_enough(self.stock.left, used.total())
        self.books.update(used)
        for card, at, to in zip(cards, before, after, strict=True):
            assert to in MOVES[at]
            self.places[card] = to
            self._by_hand(act, at, 1)
        self.done.append((act, cards, before))

    def undo(self) -> None:
        act, cards, before = self.done.pop()
        for kind, change in blanks_used(act, before).items():
            self.books[kind] -= change
        for card, at in zip(cards, before, strict=True):
            assert at in MOVES[self.places[card]] or self.places[card] is Place.READY
            self.places[card] = at
            self._by_hand(act, at, -1)

    def _by_hand(self, act: Act, at: Place, times: int) -> None:
        """What happens to the plastic itself."""
        if act is Act.PRINTED:
            self.shelf -= times
        elif act is Act.SPOILED:
            self.bin += times
            self.shelf -= times if at is Place.QUEUED else 0

    @property
    def stock(self) -> Stock:
        return Stock.of(self.books)


acts = st.tuples(
    st.sampled_from([*Act, "undo"]),
    st.lists(st.integers(0, CARDS - 1), min_size=1, max_size=CARDS, unique=True),
)


@given(st.lists(acts, max_size=40))
def test_no_order_of_acts_loses_a_card_or_a_blank(orders: list[tuple[Act, list[int]]]) -> None:
    room = Room()
    for act, cards in orders:
        try:
            room.undo() if act == "undo" and room.done else room.do(Act(act), cards)
        except (Fault, ValueError):
            continue  # refused: nothing may have changed, which the sums below see
        held = sum(place in (Place.PRINTED, Place.OFFICE) for place in room.places)
        assert room.stock.left == room.shelf >= 0
        assert room.stock.printed == held
        assert room.stock.spoiled == room.bin
        assert room.shelf + held + room.bin == ARRIVED


def test_every_step_of_the_room_is_a_move_of_custody() -> None:
    for act, steps in STEPS.items():
        for at, to in steps.items():
            assert to in MOVES[at], act


def test_a_refused_act_changes_nothing() -> None:
    room = Room(shelf=0, books=Counter())
    room.do(Act.MADE, [0, 1])
    before = list(room.places)
    for act, cards in ((Act.PRINTED, [0]), (Act.CHECKED, [0, 1])):
        with pytest.raises(Fault):  # no blanks; not printed
            room.do(act, cards)
        assert room.places == before


def test_a_batch_stands_where_its_cards_stand() -> None:
    assert state_of(Counts(queued=3), started=False) is BatchState.WAITING
    assert state_of(Counts(queued=1, printed=2), started=True) is BatchState.PRINTING
    assert state_of(Counts(printed=2, checked=1), started=True) is BatchState.CHECKING
    assert state_of(Counts(checked=3), started=True) is BatchState.DONE
    assert state_of(Counts(spoiled=3), started=True) is BatchState.DONE
    assert state_of(Counts(), started=False) is BatchState.EMPTY
