"""Each card at most once, known, and accounted for."""

from collections import Counter
from collections.abc import Iterator

from routing.campaign.given import Campaign
from routing.campaign.plan import CampaignPlan
from routing.campaign.violation import Breach, breach


def unknown_card(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    known = {card.id for card in campaign.cards} - campaign.so_far.gone
    named = {card for each in plan.days for batch in each.batches for card in batch.cards}
    for card in sorted((named | plan.out.keys() | plan.left_out.keys()) - known):
        yield breach("unknown_card", card=card)


def printed_twice(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    times = Counter(card for each in plan.days for batch in each.batches for card in batch.cards)
    times.update(campaign.so_far.printed.keys())
    for card in sorted(card for card, count in times.items() if count > 1):
        yield breach("printed_twice", card=card)


def wrong_area(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """A batch is one RW's: its sheet is signed there."""
    area = {card.id: campaign.doors[card.door].area for card in campaign.cards}
    for each in plan.days:
        for batch in each.batches:
            for card in batch.cards:
                if (area[card].kelurahan, area[card].rw) != (batch.area.kelurahan, batch.area.rw):
                    yield breach("wrong_area", card=card, day=each.day)


def lost_card(campaign: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    """It goes out or is left out, and not both."""
    for card in campaign.cards:
        told = (card.id in plan.out) + (card.id in plan.left_out)
        if card.id not in campaign.so_far.gone and told != 1:
            yield breach("lost_card", card=card.id)


def printed_in_vain(_: Campaign, plan: CampaignPlan) -> Iterator[Breach]:
    for card in sorted(plan.printed.keys() - plan.out.keys()):
        yield breach("printed_in_vain", card=card)
