"""Is this plan of a campaign true and allowed? Reckoned from the campaign alone."""

from itertools import chain

from routing.campaign.given import Campaign
from routing.campaign.plan import CampaignPlan
from routing.campaign.rules import cards, days, printers
from routing.campaign.violation import Breach

RULES = (
    cards.printed_twice,
    cards.wrong_area,
    cards.lost_card,
    cards.printed_in_vain,
    days.printed_unready,
    days.printed_out_of_time,
    days.out_unprinted,
    days.no_delivery,
    days.waits_too_long,
    days.last_door,
    days.late,
    days.moved,
    printers.over_rate,
    printers.batches_overlap,
    printers.two_operators,
    printers.two_printers,
    printers.operator_shift,
    printers.printer_hours,
    printers.outage,
    printers.cold,
    printers.blanks,
)


def check_campaign(campaign: Campaign, plan: CampaignPlan) -> list[Breach]:
    """Every rule that the plan breaks; an empty list is a plan to be followed."""
    unknown = list(cards.unknown_card(campaign, plan))
    return unknown or list(chain.from_iterable(rule(campaign, plan) for rule in RULES))
