"""Cards that no turn took are added to one, where a printer and the couriers still have room."""

from collections import Counter
from collections.abc import Iterator, Sequence

from routing.campaign.beats import Beat
from routing.campaign.given import Card
from routing.campaign.room import Room
from routing.campaign.sweep import Sweep
from routing.quantities import BEFORE, Question, Turn


class Gaps:
    """The turns of one beat, with what its couriers carry on each day."""

    def __init__(self, beat: Beat, asked: Question, room: Room) -> None:
        self.beat = beat
        self.turns = [turn for turn in asked.turns if turn.out in beat.teams]
        self.room = room
        self.carried: Counter[int] = Counter()
        self.used: set[Turn] = set()

    def note(self, turn: Turn, cards: int) -> None:
        self.carried[turn.out] += cards
        self.used.add(turn)

    def put_in(self, sweep: Sweep) -> Iterator[tuple[Card, Turn]]:
        """Households as a whole first; what is left of them card by card."""
        for whole in (True, False):
            for turn in sorted(self.turns, key=self._preferred):
                for household in sweep.households(turn):
                    for cards in [household] if whole else [[card] for card in household]:
                        if self._fits(turn, cards):
                            self._add(turn, cards)
                            sweep.drop(cards)
                            yield from ((card, turn) for card in cards)

    def _preferred(self, turn: Turn) -> tuple[bool, bool, Turn]:
        """Turns that there are, then days on which the beat's couriers go out anyway."""
        return turn not in self.used, not self.carried[turn.out], turn

    def _fits(self, turn: Turn, cards: Sequence[Card]) -> bool:
        printed = turn.printed == BEFORE or self.room.free(turn.printed) >= len(cards)
        return printed and self.carried[turn.out] + len(cards) <= self.beat.teams[turn.out].cards

    def _add(self, turn: Turn, cards: Sequence[Card]) -> None:
        if turn.printed != BEFORE:
            self.room.use(turn.printed, len(cards))
        self.note(turn, len(cards))
