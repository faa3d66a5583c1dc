"""A part of a campaign: some of its kelurahan, with as large a share of its cards and printers."""

from collections import Counter
from dataclasses import replace

from routing.campaign import Campaign


def share(campaign: Campaign, part: int) -> Campaign:
    """Every `part`-th kelurahan, from where that has enough cards; what is too many is left off."""
    home = Counter(campaign.area(card).kelurahan for card in campaign.cards)
    wanted = len(campaign.cards) // part
    choices = [sorted(home)[first::part] for first in range(part)]
    sizes = [sum(home[one] for one in names) for names in choices]
    kept = choices[min(range(part), key=lambda each: (sizes[each] < wanted, sizes[each]))]
    cards = [card for card in campaign.cards if campaign.area(card).kelurahan in kept][:wanted]
    doors = {card.door for card in cards}
    beats = {who: beat for who, beat in campaign.beats.items() if not beat.isdisjoint(kept)}
    return replace(
        campaign,
        cards=tuple(cards),
        doors={number: door for number, door in campaign.doors.items() if number in doors},
        printers=campaign.printers[::part],
        operators=campaign.operators[::part],
        crews={
            day: tuple(each for each in crew if each.id in beats)
            for day, crew in campaign.crews.items()
        },
        beats=beats,
    )
