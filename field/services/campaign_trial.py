"""A campaign tried out without a database: planned, routed, checked, played beside first come."""

import os
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from field.domain.cetak.figures import DayFigures, Outcome, Trial
from field.domain.text import N_
from field.gateways.city_days import hours_on
from field.gateways.jobs import Progress
from field.problems.campaign import Calendar
from field.problems.campaign_figures import day_figures
from field.problems.settled import settled
from routing import Budget
from routing.campaign import (
    Campaign,
    CampaignPlan,
    How,
    RoutedDay,
    Stage,
    WayOut,
    check_campaign,
    plan_campaign,
    route_campaign,
    ways_out,
)
from routing.matrix import MatrixSource
from routing.simulation import Dispatcher, Figures
from routing.simulation import Trial as Game

STEPS = {
    "lining": N_("Mengurutkan pintu tiap kelurahan"),
    "printing": N_("Menyusun urutan cetak"),
    "routing": N_("Menghitung rute tiap hari"),
}
HELPING = N_("Mencari jalan keluar untuk kartu yang tidak muat")
PLAYING = N_("Memainkan hari-harinya dengan nasib yang sama")
ROUTED, PLAYED = 0.5, 0.75  # of the bar, when each of these is done
BAR = {"lining": (0.0, 0.08), "printing": (0.08, 0.16), "routing": (0.16, ROUTED)}
KB = 1024 if sys.platform == "darwin" else 1  # ru_maxrss counts in bytes there
YARDSTICK = 60_000
ROUTING_SECONDS = 240  # for all routes of the yardstick's plan
A_WAY = 5.0  # for each change that is tried
DAY_SECONDS = 10  # for those of one day in the games; a smaller campaign gets its part


@dataclass(frozen=True)
class TriedOut:
    """What came of it; `stopped` when somebody ended it, then the figures are of what was done."""

    trial: Trial
    days: tuple[DayFigures, ...]
    left_out: int
    ways_out: tuple[tuple[str, dict[str, object]], ...]  # the cheapest first, each computed
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
    part = len(campaign.cards) / YARDSTICK
    threads = os.cpu_count() or 1

    def staged(stage: Stage) -> None:
        since, until = BAR[stage.step]
        watch.say(since + (until - since) * stage.done, STEPS[stage.step])

    how = How(
        seed=tried.seed, threads=threads, on_stage=staged, should_stop=watch.cancelled,
        routing_seconds=max(1.0, ROUTING_SECONDS * part),
    )  # fmt: skip
    plan = plan_campaign(campaign, source, how)
    days = list(route_campaign(campaign, plan, source, how))
    seconds = time.monotonic() - began
    ways = _ways(campaign, source, watch) if plan.left_out else []
    budget = Budget(seconds=max(0.2, DAY_SECONDS * part))
    game = Game(Dispatcher(source, budget, tried.seed, threads), tried.seed)
    ours, first = _as_planned(campaign, plan, days), None
    if not watch.cancelled():
        watch.say(ROUTED, PLAYING)
        ours = _played(game.plan(campaign, plan))
    if not watch.cancelled():
        watch.say(PLAYED, PLAYING)
        first = _played(game.first_come(campaign))
    calendar = Calendar(tried.begins, partial(hours_on, tried.city))
    travel = {each.day: each.travel for each in days}
    return TriedOut(
        trial=Trial(ours, first, seconds, _peak_mb(), _broken(campaign, plan, days)),
        days=tuple(day_figures(campaign, plan, calendar, travel)),
        left_out=len(plan.left_out),
        ways_out=tuple((way.code, dict(way.values)) for way in ways),
        stopped=watch.cancelled(),
    )


def _ways(campaign: Campaign, source: MatrixSource, watch: Progress) -> list[WayOut]:
    watch.say(ROUTED, HELPING)
    return ways_out(campaign, source, How(seconds=A_WAY, should_stop=watch.cancelled))


def _broken(campaign: Campaign, plan: CampaignPlan, days: Sequence[RoutedDay]) -> int:
    """Count the rules that the plan breaks, and those that its routes break."""
    return len(check_campaign(campaign, plan)) + sum(len(each.check()) for each in days)


def _as_planned(campaign: Campaign, plan: CampaignPlan, days: Sequence[RoutedDay]) -> Outcome:
    """Return what the plan itself says, where it was not played."""
    brought = sum(len(each.brought) for each in days)
    travel = sum(each.travel for each in days)
    return Outcome(
        cards=len(campaign.cards),
        printed=len(plan.printed),
        delivered=brought + len(plan.trips),
        days=max((each.day for each in plan.days), default=-1) + 1,
        travel_minutes_per_card=round(travel / 60 / brought, 3) if brought else 0.0,
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


def _peak_mb() -> float:
    """Return the most memory of this process and of its helpers, in MB."""
    own, helpers = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (own + helpers) / KB / 1024
