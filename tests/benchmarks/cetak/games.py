"""Plan and first come first served through the same days: one world of one city in one process."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from field.problems.settled import settled
from field.services.demo_campaign import Yardstick, demo_campaign
from routing import Budget
from routing.campaign import How, plan_campaign
from routing.simulation import Dispatcher, Figures, Trial
from tests.benchmarks.cetak.share import share

CITY = "32.71"
BEGINS = date(2026, 11, 23)  # a Monday
ARRIVALS = ("all at the start", "over the days")


@dataclass(frozen=True)
class Match:
    """The city of a seed, and the world of the same seed.

    `budget` is for the routes of a day, `thinking` seconds for the plan; `part` is the share of
    the city, 1 for all of it.
    """

    cards: int
    seed: int
    over_days: bool
    budget: Budget
    thinking: float
    part: int = 1

    @property
    def arrivals(self) -> str:
        return ARRIVALS[self.over_days]


@dataclass(frozen=True)
class Result:
    match: Match
    plan: Figures
    first_come: Figures
    plan_seconds: float
    seconds: float

    @property
    def saved(self) -> float:
        """The part of the travel minutes a card that the plan saves."""
        return 1 - self.plan.travel_minutes_per_card / self.first_come.travel_minutes_per_card

    @property
    def as_soon(self) -> bool:
        ours, theirs = self.plan, self.first_come
        return ours.days_median <= theirs.days_median and ours.days_p95 <= theirs.days_p95


def played(match: Match) -> Result:
    began = time.monotonic()
    campaign = demo_campaign(
        Yardstick(CITY, BEGINS, cards=match.cards, seed=match.seed, over_days=match.over_days)
    )
    if match.part > 1:
        campaign = share(campaign, match.part)
    source = settled(door.point for door in campaign.doors.values())
    planning = time.monotonic()
    plan = plan_campaign(campaign, source, How(seed=match.seed, seconds=match.thinking))
    planned = time.monotonic()
    trial = Trial(Dispatcher(source, match.budget, match.seed), match.seed)
    ours, theirs = trial.plan(campaign, plan), trial.first_come(campaign)
    return Result(match, ours, theirs, planned - planning, time.monotonic() - began)


def all_played(matches: Sequence[Match], processes: int) -> Iterator[Result]:
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from pool.map(played, matches)
