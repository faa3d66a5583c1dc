"""What happens on the days of a game, whoever has planned them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.simulation.setting import DAY_S

Span = tuple[int, int]


@dataclass(frozen=True)
class World:
    """What will happen, whoever plans. Keys are ids and days; visits and prints count from 0."""

    outages: Mapping[tuple[int, int], Span] = field(default_factory=dict)
    absent_operators: frozenset[tuple[int, int]] = frozenset()
    absent_couriers: frozenset[tuple[int, int]] = frozenset()
    rain: Mapping[int, Span] = field(default_factory=dict)
    slower: float = 1.0
    spoiled: frozenset[tuple[int, int]] = frozenset()
    nobody: frozenset[tuple[int, int]] = frozenset()
    knocking: int = 0

    def outage(self, day: int, printer: int) -> Span | None:
        return self.outages.get((day, printer))

    def on_duty(self, day: int, courier: int) -> bool:
        return (day, courier) not in self.absent_couriers

    def at_printer(self, day: int, operator: int) -> bool:
        return (day, operator) not in self.absent_operators

    def spoils(self, card: int, print_: int) -> bool:
        return (card, print_) in self.spoiled

    def at_home(self, door: int, visit: int) -> bool:
        return (door, visit) not in self.nobody

    def slowed(self, moment: int) -> float:
        """How many times longer a drive takes that begins now."""
        begins, ends = self.rain.get(moment // DAY_S, (0, 0))
        return self.slower if begins <= moment % DAY_S < ends else 1.0
