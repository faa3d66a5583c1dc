"""The answer: who prints what and when, on which day each card goes out, and what is left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from routing.campaign.given import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """An operator at a printer from `begin` to `end`, warming it up first. Seconds of the day."""

    printer: int
    operator: int
    begin: int
    end: int
    warm_up: int = 0
    price: int = 0

    @property
    def seconds(self) -> int:
        """Of printing."""
        return self.end - self.begin - self.warm_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Cards of one RW, printed one after another in this order; it pauses while nobody is there.

    `area` has no RT; the cards are in order of RT and household, as their sheet is.
    """

    printer: int
    area: Area
    cards: tuple[int, ...]
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class PrintDay:
    """One day's printing: who stands where, and the batches of each printer in their order."""

    day: int
    runs: tuple[Run, ...] = ()
    batches: tuple[Batch, ...] = ()

    @property
    def cards(self) -> int:
        return sum(len(batch.cards) for batch in self.batches)


@dataclass(frozen=True)
class CampaignPlan:
    """`out` is the day on which a card goes out; by trip (see `Card.trip`) where it is in `trips`.

    `late` are cards that go out after their due day, `moved` those that do not go out on the day
    that was promised, `left_out` those that are not planned, each with the code of the reason.
    """

    days: tuple[PrintDay, ...] = ()
    out: Mapping[int, int] = field(default_factory=dict)
    trips: frozenset[int] = frozenset()
    late: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    left_out: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def printed(self) -> Mapping[int, int]:
        """The day on which each card is printed; those of earlier days are `SoFar`'s."""
        return {
            card: each.day for each in self.days for batch in each.batches for card in batch.cards
        }

    @cached_property
    def delivery_days(self) -> tuple[int, ...]:
        return tuple(sorted(set(self.out.values())))
