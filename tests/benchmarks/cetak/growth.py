"""How a campaign's cost grows with its cards: planned, routed and checked in one process each.

The city, its couriers and its fourteen days stay; the printers' rate goes with the cards, so that
each campaign is just possible. Routes get the same time a door.
"""

import os
import resource
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from statistics import median

from field.problems.settled import settled
from field.services.demo_campaign import Yardstick, demo_campaign
from routing.campaign import (
    Campaign,
    How,
    RoutedDay,
    check_campaign,
    plan_campaign,
    route_campaign,
    route_minutes,
)
from tests.benchmarks.cetak.games import BEGINS, CITY
from tests.benchmarks.cetak.growth_page import page, plot
from tests.benchmarks.routing.apart import answer, megabytes, question, side_by_side
from tests.benchmarks.routing.families import ROOT
from tests.benchmarks.routing.race import machine
from tests.benchmarks.routing.tables import say

SIZES = (6_000, 20_000, 60_000)
THREADS = 2
ROUTING_S = 420 / 60_000
PLAN_S = 40
ALLOWED = 1_800

Minutes = Mapping[tuple[str, int], float]


@dataclass(frozen=True)
class Grown:
    """What one size took; `estimate_error` is the median of kelurahan and days."""

    cards: int
    brought: int
    breaches: int
    plan_seconds: float
    seconds: float
    cpu_seconds: float
    megabytes: int
    minutes_a_card: float
    estimate_error: float


def main() -> None:
    found = []
    for cards in SIZES:
        (told,) = side_by_side(__name__, [cards], ALLOWED)
        found.append(Grown(**told))
        say(
            f"{cards} cards: {told['seconds']:.0f} s, {told['megabytes']} MB, "
            f"{told['minutes_a_card']:.3f} minutes on the road a card, {told['breaches']} breaches"
        )
    load = f"{os.getloadavg()[1]:.1f}"
    (ROOT / "docs" / "campaign-growth.svg").write_text(plot(found), encoding="utf-8")
    text = page(found, machine(), load)
    (ROOT / "docs" / "campaign-growth.md").write_text(text, encoding="utf-8")


def child() -> None:
    answer(asdict(_grown(question())))


def _grown(cards: int) -> Grown:
    campaign = _campaign(cards)
    source = settled([door.point for door in campaign.doors.values()])
    how = How(seconds=PLAN_S, routing_seconds=cards * ROUTING_S, threads=THREADS)
    began, started = time.monotonic(), time.process_time()
    plan = plan_campaign(campaign, source, how)
    breaches = len(check_campaign(campaign, plan))
    planned = time.monotonic() - began
    travel, brought, actual = 0, 0, dict[tuple[str, int], float]()
    for day in route_campaign(campaign, plan, source, how):
        travel += day.travel
        brought += len(day.brought)
        breaches += sum(len(routes.violations) for routes in day.plans)
        actual |= _minutes(campaign, day)
    seconds = time.monotonic() - began
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = time.process_time() - started + workers.ru_utime + workers.ru_stime
    estimated = route_minutes(campaign, plan, source)
    return Grown(
        cards=cards,
        brought=brought,
        breaches=breaches,
        plan_seconds=planned,
        seconds=seconds,
        cpu_seconds=cpu,
        megabytes=megabytes(THREADS),
        minutes_a_card=travel / 60 / max(1, brought),
        estimate_error=_error(estimated, actual),
    )


def _campaign(cards: int) -> Campaign:
    campaign = demo_campaign(Yardstick(CITY, BEGINS, cards))
    rate = -(-cards // 600)
    return replace(campaign, printers=tuple(replace(p, rate=rate) for p in campaign.printers))


def _minutes(campaign: Campaign, day: RoutedDay) -> dict[tuple[str, int], float]:
    """On the road, by kelurahan: in the demo city each is a part of the day."""
    return {
        (campaign.doors[routes.routes[0].jobs[0]].area.kelurahan, day.day): routes.travel / 60
        for routes in day.plans
        if routes.routes
    }


def _error(known: Minutes, actual: Minutes) -> float:
    off = [
        abs(known[turn] - minutes) / minutes for turn, minutes in actual.items() if turn in known
    ]
    return median(off) if off else 0.0


if __name__ == "__main__":
    child()
