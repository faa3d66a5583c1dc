"""Why a card is not planned: the code of the first thing that is missing."""

from collections.abc import Iterable, Sequence

from routing.campaign.asked import capacity, delivery_days, print_days
from routing.campaign.beats import Beat
from routing.campaign.given import Campaign, Card

READY_TOO_LATE = "ready_too_late"
NO_COURIER = "no_courier"
NO_PRINTING = "no_printing"
NO_BLANKS = "no_blanks"
NO_DELIVERY = "no_delivery"
REASONS = (READY_TOO_LATE, NO_COURIER, NO_PRINTING, NO_BLANKS, NO_DELIVERY)


def reasons(campaign: Campaign, beats: Sequence[Beat], cards: Iterable[Card]) -> dict[int, str]:
    """The reason of each: not ready, nobody to bring it, or what there is least of for the others.

    That is hours to print, blanks, or room with the couriers on the days on which it could go out.
    """
    teams = {name: beat.teams for beat in beats for name in beat.kelurahan}
    short = _short_of(campaign)
    found = {}
    for card in cards:
        printed = card.id in campaign.so_far.printed
        if not printed and card.ready >= campaign.limits.days:
            found[card.id] = READY_TOO_LATE
        elif not any(
            day in teams[campaign.area(card).kelurahan] for day in delivery_days(campaign)
        ):
            found[card.id] = NO_COURIER
        else:
            found[card.id] = NO_DELIVERY if printed else short
    return found


def _short_of(campaign: Campaign) -> str:
    """What there is least of: printing, blanks, or couriers."""
    wanted = len(campaign.cards) - len(campaign.so_far.gone) - len(campaign.so_far.printed)
    hours = sum(capacity(campaign, day).most for day in print_days(campaign))
    blanks = wanted
    if campaign.blanks is not None:
        blanks = int(
            (campaign.blanks.stock + sum(campaign.blanks.deliveries.values()))
            * (1 - campaign.spoiled)
        )
    if min(hours, blanks) >= wanted:
        return NO_DELIVERY
    return NO_PRINTING if hours <= blanks else NO_BLANKS
