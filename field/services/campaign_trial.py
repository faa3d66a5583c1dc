"""A campaign tried out without a database: planned, routed, checked, played beside first come."""

import os
import resource
import sys
import time
from dataclasses import dataclass
from datetime import date
from functools import partial

from field.domain.cetak.figures import DayFigures, Outcome, Trial
from field.domain.text import N_
from field.gateways.city_days import hours_on
from field.gateways.jobs import Progress
from field.problems.campaign import Calendar
from field.problems.campaign_figures import day_figures
from field.problems.campaign_routes import Roads, Search, routed
from field.problems.settled import settled
from routing import Budget
from routing.campaign import Campaign, CampaignPlan, How, Stage, check_campaign, plan_campaign
from routing.simulation import Dispatcher, Figures
from routing.simulation import Trial as Game

PRINTING = N_("Menyusun urutan cetak")
ROUTING = N_("Menghitung rute tiap hari")
PLAYING = N_("Memainkan hari-harinya dengan nasib yang sama")
PRINTED, ROUTED, PLAYED = 0.15, 0.5, 0.75  # of the bar, when each of these is done
KB = 1024 if sys.platform == "darwin" else 1  # ru_maxrss counts in bytes there
DAY_SECONDS = 20  # for the routes of a day with all cards of the yardstick
YARDSTICK = 60_000


@dataclass(frozen=True)
class TriedOut:
    """What came of it; `stopped` when somebody ended it, then the figures are of what was done."""

    trial: Trial
    days: tuple[DayFigures, ...]
    left_out: dict[str, int]
    stopped: bool


@dataclass(frozen=True)
class Tried:
    """How it is tried: the city's calendar begins at a date; luck and city come from the seed."""

    city: str
    begins: date
    seed: int
    progress: Progress


def try_out(campaign: Campaign, tried: Tried) -> TriedOut:
    """Plan it, then let the same days happen to the plan and to first come first served."""
    began, watch = time.monotonic(), tried.progress
    source = settled(door.point for door in campaign.doors.values())
    budget = Budget(seconds=max(1.0, DAY_SECONDS * len(campaign.cards) / YARDSTICK))
    threads = os.cpu_count() or 1

    def staged(stage: Stage) -> None:
        watch.say(PRINTED * stage.done, PRINTING)

    how = How(seed=tried.seed, threads=threads, on_stage=staged, should_stop=watch.cancelled)
    plan = plan_campaign(campaign, source, how)
    search = Search(
        source, budget, tried.seed, threads,
        lambda done: watch.say(PRINTED + (ROUTED - PRINTED) * done, ROUTING), watch.cancelled,
    )  # fmt: skip
    roads = routed(campaign, plan, search)
    seconds = time.monotonic() - began
    game = Game(Dispatcher(source, budget, tried.seed, threads), tried.seed)
    first = None
    ours = _as_planned(campaign, plan, roads)
    if not watch.cancelled():
        watch.say(ROUTED, PLAYING)
        ours = _played(game.plan(campaign, plan))
    if not watch.cancelled():
        watch.say(PLAYED, PLAYING)
        first = _played(game.first_come(campaign))
    broken = len(check_campaign(campaign, plan)) + roads.violations
    calendar = Calendar(tried.begins, partial(hours_on, tried.city))
    return TriedOut(
        trial=Trial(ours, first, seconds, _peak_mb(), broken),
        days=tuple(day_figures(campaign, plan, calendar, roads.travel)),
        left_out=_counts(plan),
        stopped=watch.cancelled(),
    )


def _as_planned(campaign: Campaign, plan: CampaignPlan, roads: Roads) -> Outcome:
    """Return what the plan itself says, where it was not played."""
    out = len(plan.out)
    return Outcome(
        cards=len(campaign.cards),
        printed=len(plan.printed),
        delivered=out,
        days=max((each.day for each in plan.days), default=-1) + 1,
        travel_minutes_per_card=round(roads.seconds / 60 / out, 3) if out else 0.0,
    )


def _played(figures: Figures) -> Outcome:
    return Outcome(
        cards=figures.cards,
        printed=figures.printed,
        delivered=figures.delivered,
        days=figures.print_finish,
        travel_minutes_per_card=figures.travel_minutes_per_card,
        wait_median=figures.days_median,
        wait_95=figures.days_p95,
    )


def _counts(plan: CampaignPlan) -> dict[str, int]:
    found: dict[str, int] = {}
    for reason in plan.left_out.values():
        found[reason] = found.get(reason, 0) + 1
    return found


def _peak_mb() -> float:
    """Return the most memory of this process and of its helpers, in MB."""
    own, helpers = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (own + helpers) / KB / 1024
