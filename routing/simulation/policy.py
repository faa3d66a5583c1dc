"""A way of working: which card is printed next, and which printed cards go out on a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from routing.simulation.setting import Card, Setting

Beat = frozenset[int] | None


class Policy(Protocol):
    def queue(self, waiting: Sequence[Card]) -> list[int]:
        """All cards that are not printed, in the order in which they shall be."""

    def goes_out(self, day: int, printed: Sequence[Card]) -> list[Card]:
        """Those of the printed cards that shall be at their doors today; the others stay."""


class FirstCome:
    """Printed in the order in which they became ready, and out on the next day of delivery."""

    def queue(self, waiting: Sequence[Card]) -> list[int]:
        return [card.id for card in sorted(waiting, key=lambda each: (each.ready, each.id))]

    def goes_out(self, day: int, printed: Sequence[Card]) -> list[Card]:  # noqa: ARG002  # every day is alike
        return list(printed)


class Planned:
    """As a plan says: `order` is the queue of all cards, `day` on which day each goes out.

    A card that has missed its day, because it was printed late or nobody was at home, goes out
    with the next doors of its territory; a territory is the doors of the same couriers.
    """

    def __init__(self, setting: Setting, order: Sequence[int], day: Mapping[int, int]) -> None:
        self.place = {card: number for number, card in enumerate(order)}
        self.day = day
        self.beat = {card.id: setting.door[card.door].vehicles for card in setting.cards}
        self.days: dict[Beat, set[int]] = defaultdict(set)
        for card, number in day.items():
            self.days[self.beat[card]].add(number)

    def queue(self, waiting: Sequence[Card]) -> list[int]:
        last = len(self.place)
        key = {card.id: (self.place.get(card.id, last), card.ready, card.id) for card in waiting}
        return sorted(key, key=lambda card: key[card])

    def goes_out(self, day: int, printed: Sequence[Card]) -> list[Card]:
        return [card for card in printed if self._today(card.id, day)]

    def _today(self, card: int, day: int) -> bool:
        planned, days = self.day.get(card, 0), self.days[self.beat[card]]
        if planned >= day:
            return planned == day
        return day in days or day > max(days, default=0)
