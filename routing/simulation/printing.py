"""A day at the printers: each takes the next card of one queue, when its operator is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from routing.simulation.setting import DAY_S, Setting
from routing.simulation.world import Span, World


@dataclass
class Printed:
    """When each card came out whole, and how often each has been printed in vain so far."""

    at: dict[int, int] = field(default_factory=dict)
    spoiled: dict[int, int] = field(default_factory=dict)

    @property
    def blanks(self) -> int:
        """How many have been used."""
        return len(self.at) + sum(self.spoiled.values())


class Stretch(NamedTuple):
    """A printer in use without interruption: its next card cannot be begun before `now`."""

    now: int
    printer: int
    close: int


def print_day(
    setting: Setting, world: World, day: int, queue: Sequence[int], so_far: Printed
) -> None:
    """Print what the day has time for; what it has not stays in the queue.

    A card that is not yet ready is passed over until it is. One whose print would not be done
    before the turn or the power ends is not begun. A spoiled one is printed again at once.
    """
    waiting = _Waiting(setting, queue)
    blanks = setting.blanks_by(day) - so_far.blanks
    at_work = list(stretches(setting, world, day))
    heapify(at_work)
    while at_work and waiting and blanks > 0:
        now, printer, close = heappop(at_work)
        done = now + setting.pace[printer]
        if done > close:
            continue
        card = waiting.next(now)
        if card is None:
            heappush(at_work, Stretch(waiting.opens(), printer, close))
            continue
        blanks -= 1
        _print(world, card, done, so_far, waiting)
        heappush(at_work, Stretch(done, printer, close))


def _print(world: World, card: int, done: int, so_far: Printed, waiting: "_Waiting") -> None:
    before = so_far.spoiled.get(card, 0)
    if world.spoils(card, before):
        so_far.spoiled[card] = before + 1
        waiting.back(card)
    else:
        so_far.at[card] = done


def stretches(setting: Setting, world: World, day: int) -> Iterator[Stretch]:
    """Those of a day; a printer warms up before its first, and before its first after an outage."""
    last: dict[int, int] = {}
    midnight = day * DAY_S
    for turn in sorted(setting.days[day].turns, key=lambda each: each.open):
        if not world.at_printer(day, turn.operator):
            continue
        outage = world.outage(day, turn.printer)
        for open_, close in _without((turn.open, turn.close), outage):
            cold = turn.printer not in last or (
                outage is not None and last[turn.printer] <= outage[0] < outage[1] <= open_
            )
            last[turn.printer] = close
            warm_up = setting.warm_up.get(turn.printer, 0) if cold else 0
            yield Stretch(midnight + open_ + warm_up, turn.printer, midnight + close)


def _without(hours: Span, outage: Span | None) -> list[Span]:
    if outage is None:
        return [hours]
    before, after = (hours[0], min(hours[1], outage[0])), (max(hours[0], outage[1]), hours[1])
    return [(open_, close) for open_, close in (before, after) if open_ < close]


class _Waiting:
    """The queue, by the moment from which each card can be printed."""

    def __init__(self, setting: Setting, queue: Sequence[int]) -> None:
        self.place = {card: number for number, card in enumerate(queue)}
        self.card = list(queue)
        ready = ((setting.card[card].ready, self.place[card]) for card in queue)
        self.to_come = sorted(ready)
        self.now: list[int] = []
        self.arrived = 0

    def __len__(self) -> int:
        return len(self.now) + len(self.to_come) - self.arrived

    def next(self, now: int) -> int | None:
        while self.arrived < len(self.to_come) and self.to_come[self.arrived][0] <= now:
            heappush(self.now, self.to_come[self.arrived][1])
            self.arrived += 1
        return self.card[heappop(self.now)] if self.now else None

    def opens(self) -> int:
        return self.to_come[self.arrived][0]

    def back(self, card: int) -> None:
        heappush(self.now, self.place[card])
