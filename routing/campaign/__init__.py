"""A campaign: cards printed and brought to their doors by one plan.

Given a Campaign, `plan_campaign` says which card is printed when and goes out on which day,
`check_campaign` whether that is allowed, and `outlines` what each day's couriers have to do.
Days count from 0, hours are seconds of their day (see `routing.campaign.given`).
"""

from routing.campaign.check import check_campaign
from routing.campaign.estimate import route_minutes
from routing.campaign.given import (
    Area,
    Blanks,
    Campaign,
    Card,
    Door,
    Doorstep,
    Limits,
    Operator,
    Printer,
    Shift,
    SoFar,
    Weights,
)
from routing.campaign.how import How, Stage
from routing.campaign.outlines import outline, outlines
from routing.campaign.plan import Batch, CampaignPlan, PrintDay, Run
from routing.campaign.planning import plan_campaign
from routing.campaign.routes import RoutedDay, route_campaign
from routing.campaign.sequence import sequenced
from routing.campaign.staffing import good_cards, staffed
from routing.campaign.validate import validate_campaign
from routing.campaign.violation import Breach
from routing.campaign.ways import WayOut, changed_campaign
from routing.campaign.ways_out import ways_out

__all__ = [
    "Area",
    "Batch",
    "Blanks",
    "Breach",
    "Campaign",
    "CampaignPlan",
    "Card",
    "Door",
    "Doorstep",
    "How",
    "Limits",
    "Operator",
    "PrintDay",
    "Printer",
    "RoutedDay",
    "Run",
    "Shift",
    "SoFar",
    "Stage",
    "WayOut",
    "Weights",
    "changed_campaign",
    "check_campaign",
    "good_cards",
    "outline",
    "outlines",
    "plan_campaign",
    "route_campaign",
    "route_minutes",
    "sequenced",
    "staffed",
    "validate_campaign",
    "ways_out",
]
