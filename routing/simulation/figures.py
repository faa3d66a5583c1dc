"""What a game comes to, in figures that can be compared."""

from dataclasses import dataclass

import numpy as np

from routing.simulation.play import Game
from routing.simulation.setting import DAY_S


@dataclass(frozen=True, slots=True)
class Figures:
    """Days count from print-ready to the door; what has not arrived counts as the last day.

    `finish` is the day, from 1, on which the last card was printed or handed over.
    """

    cards: int
    printed: int
    delivered: int
    spoiled: int
    calls: int
    in_vain: int
    rounds: int
    travel_minutes: float
    travel_minutes_per_card: float
    service_minutes_per_card: float
    days_median: float
    days_p95: float
    print_finish: int
    finish: int


def figures(game: Game) -> Figures:
    cards, delivered = game.setting.cards, game.delivered
    end = len(game.setting.days) * DAY_S
    days = [(delivered.get(card.id, end) - card.ready) / DAY_S for card in cards]
    calls = [call for each in game.rounds for call in each.calls]
    travel = sum(each.travel for each in game.rounds) / 60
    service = sum(each.service for each in game.rounds) / 60
    return Figures(
        cards=len(cards),
        printed=len(game.printed.at),
        delivered=len(delivered),
        spoiled=sum(game.printed.spoiled.values()),
        calls=len(calls),
        in_vain=sum(not call.met for call in calls),
        rounds=len(game.rounds),
        travel_minutes=round(travel, 1),
        travel_minutes_per_card=round(travel / max(1, len(delivered)), 3),
        service_minutes_per_card=round(service / max(1, len(delivered)), 3),
        days_median=round(float(np.median(days)), 2) if days else 0.0,
        days_p95=round(float(np.percentile(days, 95)), 2) if days else 0.0,
        print_finish=_day(max(game.printed.at.values(), default=0)),
        finish=_day(max(delivered.values(), default=0)),
    )


def _day(moment: int) -> int:
    return moment // DAY_S + 1
