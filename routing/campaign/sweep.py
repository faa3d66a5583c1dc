"""Which cards are meant by a quantity: a beat is swept, stretch after stretch, in whole RTs.

The doors of a beat stand in line (`line`). A turn takes, in this order: those who were promised its
day, urgent ones, those who would be late afterwards, and then the next stretch of the line, so that
whoever was passed longest ago is next. What was recorded behind the sweep waits until it comes
round again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from routing.campaign.asked import last_day
from routing.campaign.given import Area, Campaign, Card
from routing.campaign.room import Room
from routing.quantities import BEFORE, Turn

STRETCHED = 12
"""A turn is made longer or shorter by a twelfth of it at most, to end with an RT."""


class Sweep:
    """One beat: who is left, in line, and how far it is swept."""

    def __init__(self, campaign: Campaign, line: Sequence[Card]) -> None:
        self.campaign = campaign
        self.left = {card.id: card for card in line}
        self.place = {card: place for place, card in enumerate(self.left)}
        self.last = {card.id: last_day(campaign, card) for card in self.left.values()}
        self.promised = {
            card: day for card, day in campaign.so_far.promised.items() if card in self.left
        }
        self.by_door: dict[int, list[Card]] = defaultdict(list)
        for card in self.left.values():
            self.by_door[card.door].append(card)
        self.cursor = 0

    def take(self, turn: Turn, count: int, later: Mapping[Turn, int], room: Room) -> list[Card]:
        """The cards of this turn, about so many; `later` are the turns that follow."""
        taken = _Taken(count)
        for wanted in (self._promised(turn), self._urgent(turn), self._pressing(turn, later)):
            taken.add(wanted)
        for card in list(taken.cards):
            taken.add(self._household(card, turn))
        self._stretch(turn, taken, later, room)
        for card in taken.cards:
            del self.left[card.id]
        return taken.cards

    def drop(self, cards: Iterable[Card]) -> None:
        for card in cards:
            self.left.pop(card.id, None)

    def households(self, turn: Turn) -> list[list[Card]]:
        """What may be taken, door by door, in line."""
        there = (card for card in self.left.values() if self._there(card, turn))
        return [list(group) for _, group in groupby(there, key=lambda card: card.door)]

    def _there(self, card: Card, turn: Turn) -> bool:
        lying = card.id in self.campaign.so_far.printed
        return lying if turn.printed == BEFORE else not lying and card.ready <= turn.printed

    def _promised(self, turn: Turn) -> list[Card]:
        return [
            card
            for card in self.left.values()
            if self.promised.get(card.id) == turn.out and self._there(card, turn)
        ]

    def _urgent(self, turn: Turn) -> list[Card]:
        urgent = [card for card in self.left.values() if card.urgent and self._there(card, turn)]
        return sorted(urgent, key=lambda card: card.ready)

    def _pressing(self, turn: Turn, later: Mapping[Turn, int]) -> Iterator[Card]:
        """For each last day: as many as later turns could not bring in time."""
        for last in sorted({day for card in self.left if (day := self.last[card]) is not None}):
            due = [card for card in self.left.values() if (self.last[card.id] or last + 1) <= last]
            room = sum(count for each, count in later.items() if each.out <= last)
            here = [card for card in due if self._there(card, turn)]
            yield from sorted(here, key=lambda card: self.last[card.id] or 0)[: len(due) - room]

    def _household(self, card: Card, turn: Turn) -> list[Card]:
        """The other cards of this door that may be taken: one visit for all."""
        others = (each for each in self.by_door[card.door] if each.id in self.left)
        return [each for each in others if self._there(each, turn)]

    def _stretch(self, turn: Turn, taken: "_Taken", later: Mapping[Turn, int], room: Room) -> None:
        """From the cursor on, round the whole beat if need be; then to the end of the last RT."""
        kept = self._kept_back(later)
        doors = [
            cards
            for group in self.households(turn)
            if (cards := [card for card in group if card.id not in kept])
        ]
        start = next((n for n, door in enumerate(doors) if self._at(door) >= self.cursor), 0)
        line = doors[start:] + doors[:start]
        begun: list[Card] = []
        area: Area | None = None
        for number, door in enumerate(line):
            here = self.campaign.area(door[0])
            begun = begun if here == area else []
            area = here
            if not taken.fits(door):
                rest = [
                    card
                    for each in line[number:]
                    for card in each
                    if self.campaign.area(card) == here
                ]
                self._round_off(turn, taken, begun, rest, room)
                return
            begun += taken.add(door)
            self.cursor = self._at(door) + 1

    def _kept_back(self, later: Mapping[Turn, int]) -> set[int]:
        """Who was promised a day that still comes."""
        days = {turn.out for turn in later}
        return {card for card, day in self.promised.items() if day in days}

    def _round_off(
        self, turn: Turn, taken: "_Taken", begun: list[Card], rest: list[Card], room: Room
    ) -> None:
        """Finish the RT that does not fit as a whole, or do not begin it."""
        fresh = [card for card in rest if card.id not in taken.ids]
        extra = len(taken.cards) + len(fresh) - taken.count
        free = room.free(turn.printed) if turn.printed != BEFORE else extra
        little = taken.count // STRETCHED
        if extra <= min(free, little):
            taken.add(fresh, force=True)
            self.cursor = self._at(fresh[-1:]) + 1 if fresh else self.cursor
        elif begun and len(begun) <= min(len(fresh), little):
            taken.give_back(begun)
            self.cursor = self._at(begun)

    def _at(self, cards: Sequence[Card]) -> int:
        return self.place[cards[0].id]


class _Taken:
    """The cards of a turn in the making, not more than `count` of them unless forced."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.cards: list[Card] = []
        self.ids: set[int] = set()

    def fits(self, cards: Sequence[Card]) -> bool:
        new = sum(card.id not in self.ids for card in cards)
        return len(self.cards) + new <= self.count

    def add(self, cards: Iterable[Card], *, force: bool = False) -> list[Card]:
        """As many as there is room for; these."""
        added = []
        for card in cards:
            if card.id not in self.ids and (force or len(self.cards) < self.count):
                self.ids.add(card.id)
                self.cards.append(card)
                added.append(card)
        return added

    def give_back(self, cards: Sequence[Card]) -> None:
        back = {card.id for card in cards}
        self.ids -= back
        self.cards = [card for card in self.cards if card.id not in back]
