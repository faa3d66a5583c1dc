"""A way of working: which card is printed next, and which printed cards go out on a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
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


ENOUGH = 40
"""So many late cards of a territory are worth a round of their own."""
PATIENCE = 4
"""Nobody waits longer than so many days for the next doors."""


class Planned:
    """As a plan says: `order` is the queue of all cards, `day` on which day each goes out.

    A card that has missed its day, because it was printed late, there was no time or nobody was at
    home, goes out with the next doors of its territory (the doors of the same couriers), with
    enough others that are late, or when it has waited long enough; at once if no doors are to come.
    """

    def __init__(
        self,
        setting: Setting,
        order: Sequence[int],
        day: Mapping[int, int],
        enough: int = ENOUGH,
        patience: int = PATIENCE,
    ) -> None:
        self.place = {card: number for number, card in enumerate(order)}
        self.day = day
        self.enough, self.patience = enough, patience
        self.beat = {card.id: setting.door[card.door].vehicles for card in setting.cards}
        self.days: dict[Beat, set[int]] = defaultdict(set)
        for card, number in day.items():
            self.days[self.beat[card]].add(number)
        self.late_since: dict[int, int] = {}

    def queue(self, waiting: Sequence[Card]) -> list[int]:
        last = len(self.place)
        key = {card.id: (self.place.get(card.id, last), card.ready, card.id) for card in waiting}
        return sorted(key, key=lambda card: key[card])

    def goes_out(self, day: int, printed: Sequence[Card]) -> list[Card]:
        late: dict[Beat, list[int]] = defaultdict(list)
        for card in printed:
            if self.day.get(card.id, 0) < day:
                late[self.beat[card.id]].append(self.late_since.setdefault(card.id, day))
        going = {
            beat
            for beat, since in late.items()
            if day in self.days[beat]
            or day > max(self.days[beat], default=0)
            or len(since) >= self.enough
            or min(since) + self.patience <= day
        }
        return [card for card in printed if self._goes(card.id, day, going)]

    def _goes(self, card: int, day: int, going: Set[Beat]) -> bool:
        planned = self.day.get(card, 0)
        return planned == day or (planned < day and self.beat[card] in going)
