"""No card before it is ready, none out before it is printed, none too late."""

from collections.abc import Iterator

from routing.campaign.given import Campaign, Card
from routing.campaign.plan import CampaignPlan
from routing.campaign.violation import Breach, breach


def printed_unready(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    for card in campaign.cards:
        day = plan.printed.get(card.id)
        if day is not None and day < card.ready:
            yield breach("printed_unready", card=card.id, day=day, ready=card.ready)


def printed_out_of_time(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """Printing is planned from today on, and ends with the campaign."""
    for each in plan.days:
        if not campaign.so_far.today <= each.day < campaign.limits.days:
            yield breach("printed_out_of_time", day=each.day)


def out_unprinted(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """Nobody carries a card that is not there on the evening before."""
    for card, day in plan.out.items():
        printed = _printed(campaign, plan, card)
        if printed is None or printed >= day:
            yield breach("out_unprinted", card=card, day=day)


def no_delivery(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """Somebody who serves its kelurahan is on duty, or its trip is on that day."""
    served = {
        (day, kelurahan)
        for day, crew in campaign.crews.items()
        for rider in crew
        for kelurahan in campaign.beats.get(rider.id, ())
    }
    for card in _out(campaign, plan):
        day, kelurahan = plan.out[card.id], campaign.doors[card.door].area.kelurahan
        if day < campaign.so_far.today:
            yield breach("no_delivery", card=card.id, day=day)
        elif card.id in plan.trips:
            if card.trip != day:
                yield breach("no_delivery", card=card.id, day=day)
        elif (day, kelurahan) not in served:
            yield breach("no_delivery", card=card.id, day=day)


def waits_too_long(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """A printed card lies no longer than it may; what lay too long before today is told as late."""
    for card in _out(campaign, plan):
        printed = _printed(campaign, plan, card.id)
        told = card.id in campaign.so_far.printed and card.id in plan.late
        if printed is None or told:
            continue
        between = [day for day in _working(campaign) if printed < day < plan.out[card.id]]
        if len(between) >= campaign.limits.longest_wait:
            yield breach("waits_too_long", card=card.id, days=len(between) + 1)


def last_door(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    after = [day for day in _working(campaign) if day >= campaign.limits.days]
    allowed = after[: campaign.limits.last_door]
    last = allowed[-1] if allowed else campaign.limits.days - 1
    for card in _out(campaign, plan):
        if card.id not in plan.trips and plan.out[card.id] > last:
            yield breach("last_door", card=card.id, day=plan.out[card.id], last=last)


def late(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """Whoever is later than he should be is named as late, and nobody else is."""
    for card in _out(campaign, plan):
        last = _last(campaign, card)
        is_late = last is not None and plan.out[card.id] > last
        if is_late != (card.id in plan.late):
            yield breach("late", card=card.id, day=plan.out[card.id])


def moved(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """Whose promise is not kept is named, and nobody else is."""
    for card, day in plan.out.items():
        kept = campaign.so_far.promised.get(card, day) == day
        if kept == (card in plan.moved):
            yield breach("moved", card=card, day=day)


def _last(campaign: Campaign, card: Card) -> int | None:
    days = [] if card.due is None else [card.due]
    if card.urgent:
        after = [day for day in _working(campaign) if day > card.ready]
        days += after[: campaign.limits.urgent_within][-1:]
    if card.id in campaign.so_far.printed:
        after = [day for day in _working(campaign) if day > campaign.so_far.printed[card.id]]
        days += after[: campaign.limits.longest_wait][-1:]
    return min(days, default=None)


def _working(campaign: Campaign) -> list[int]:
    return [day for day in sorted(campaign.crews) if campaign.crews[day]]


def _printed(campaign: Campaign, plan: CampaignPlan, card: int) -> int | None:
    return campaign.so_far.printed.get(card, plan.printed.get(card))


def _out(campaign: Campaign, plan: CampaignPlan) -> list[Card]:
    return [card for card in campaign.cards if card.id in plan.out]
