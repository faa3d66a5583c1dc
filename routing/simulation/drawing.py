"""A world drawn from a seed, before anybody decides anything."""

from collections.abc import Sequence

import numpy as np

from routing.simulation.luck import Luck
from routing.simulation.setting import Day, Setting
from routing.simulation.world import Span, World

PRINTS = 3
"""After so many spoiled prints of one card the next succeeds."""
VISITS = 8
"""At the last of so many visits somebody is at home."""

Pairs = frozenset[tuple[int, int]]


def drawn(setting: Setting, seed: int, luck: Luck) -> World:
    """Each kind of chance has a stream of its own: more of one changes nothing of another."""
    streams = np.random.SeedSequence(seed).spawn(6)
    chance = [np.random.default_rng(each) for each in streams]
    days = range(len(setting.days))
    cards = [card.id for card in setting.cards]
    doors = [door.id for door in setting.doors]
    return World(
        outages=_outages(chance[0], setting, luck),
        absent_operators=_hits(chance[1], (days, setting.operators), luck.operator_absent),
        absent_couriers=_hits(chance[2], (days, setting.couriers), luck.courier_absent),
        rain=_rain(chance[3], len(days), luck),
        slower=luck.slower,
        spoiled=_hits(chance[4], (cards, range(PRINTS)), luck.spoiled),
        nobody=_hits(chance[5], (doors, range(VISITS - 1)), luck.nobody),
        knocking=luck.knocking,
    )


def _hits(
    chance: np.random.Generator, among: tuple[Sequence[int], Sequence[int]], how_often: float
) -> Pairs:
    firsts, seconds = among
    hit = chance.random((len(firsts), len(seconds))) < how_often
    return frozenset((firsts[row], seconds[column]) for row, column in np.argwhere(hit).tolist())


def _outages(
    chance: np.random.Generator, setting: Setting, luck: Luck
) -> dict[tuple[int, int], Span]:
    """At most one by printer and day, begun while somebody prints."""
    printers = sorted(setting.pace)
    drawn = chance.random((len(setting.days), len(printers), 3)).tolist()
    found = {}
    for number, day in enumerate(setting.days):
        for printer, (hit, when, how_long) in zip(printers, drawn[number], strict=True):
            if day.turns and hit < luck.outage:
                begin = _between(_hours(day), when)
                found[number, printer] = begin, begin + _between(luck.outage_s, how_long)
    return found


def _hours(day: Day) -> Span:
    return min(turn.open for turn in day.turns), max(turn.close for turn in day.turns)


def _rain(chance: np.random.Generator, days: int, luck: Luck) -> dict[int, Span]:
    found = {}
    for day, (hit, when, how_long) in enumerate(chance.random((days, 3)).tolist()):
        if hit < luck.rain:
            begin = _between(luck.rain_begins, when)
            found[day] = begin, begin + _between(luck.rain_s, how_long)
    return found


def _between(span: Span, part: float) -> int:
    return round(span[0] + (span[1] - span[0]) * part)
