"""How long the routes of a plan will take on the road, before anybody has solved them."""

from collections import defaultdict
from collections.abc import Mapping

from routing.campaign.beats import beats
from routing.campaign.effort import away, between_places
from routing.campaign.given import Campaign, Card
from routing.campaign.plan import CampaignPlan
from routing.matrix import MatrixSource


def route_minutes(
    campaign: Campaign, plan: CampaignPlan, source: MatrixSource
) -> Mapping[tuple[str, int], float]:
    """Minutes on the road by kelurahan and day, of all its couriers together."""
    by_turn: dict[tuple[str, int], list[Card]] = defaultdict(list)
    for card in campaign.cards:
        if card.id in plan.out and card.id not in plan.trips:
            by_turn[campaign.area(card).kelurahan, plan.out[card.id]].append(card)
    of = {name: beat for beat in beats(campaign, source) for name in beat.kelurahan}
    found = {}
    for (name, day), cards in sorted(by_turn.items()):
        crew = campaign.crews.get(day, ())
        rider = next((each for each in crew if name in campaign.beats.get(each.id, ())), None)
        if rider is None:
            continue
        doors = {card.door for card in cards}
        places = sorted(
            {campaign.doors[door].point for door in doors}, key=lambda at: (at.lat, at.lon)
        )
        team = of[name].teams[day]
        couriers = min(team.couriers, -(-len(cards) // team.each))
        depots = [] if rider.start is None else [campaign.depots[rider.start]]
        out = 2 * away(depots, places, rider.profile, source) * couriers
        found[name, day] = (out + between_places(places, rider.profile, source) * len(places)) / 60
    return found
