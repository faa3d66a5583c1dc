"""A campaign's plan in figures by day, and what is on the road of it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from field.domain.cetak.figures import DayFigures
from field.problems.campaign import Calendar
from routing.campaign import Campaign, CampaignPlan, RoutedDay

Figures = dict[str, Any]


def day_figures(
    campaign: Campaign,
    plan: CampaignPlan,
    calendar: Calendar,
    travel: Mapping[int, int],
) -> list[DayFigures]:
    """Return each day on which something is printed or goes out."""
    prints = {each.day: each for each in plan.days}
    doors: dict[int, list[int]] = defaultdict(list)
    for card in campaign.cards:
        if card.id in plan.out and card.id not in plan.trips:
            doors[plan.out[card.id]].append(card.door)
    found = []
    for day in sorted(prints.keys() | doors.keys()):
        batches = prints[day].batches if day in prints else ()
        found.append(
            DayFigures(
                day=calendar.date(day),
                printers=len({batch.printer for batch in batches}),
                batches=len(batches),
                to_print=sum(len(batch.cards) for batch in batches),
                couriers=len(campaign.crews.get(day, ())) if doors[day] else 0,
                doors=len(set(doors[day])),
                to_deliver=len(doors[day]),
                travel_s=travel.get(day, 0),
            )
        )
    return found


def plan_figures(campaign: Campaign, plan: CampaignPlan, routed: Sequence[RoutedDay]) -> Figures:
    """Return the plan's counts of cards, and of the reasons why some are left out."""
    return {
        "cards": len(campaign.cards), "printed": len(plan.printed), "out": len(plan.out),
        "trips": len(plan.trips), "late": len(plan.late), "moved": len(plan.moved),
        "left_out": len(plan.left_out), "reasons": dict(Counter(plan.left_out.values())),
        "no_room": sum(len(day.left) for day in routed),
    }  # fmt: skip
