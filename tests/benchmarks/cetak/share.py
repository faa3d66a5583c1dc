"""A part of a campaign: some of its kelurahan, with as large a share of its printers."""

from collections import Counter
from dataclasses import replace

from routing.campaign import Campaign


def share(campaign: Campaign, part: int) -> Campaign:
    """Every `part`-th kelurahan, from where their cards are nearest to that part of all."""
    home = Counter(campaign.area(card).kelurahan for card in campaign.cards)
    wanted = len(campaign.cards) / part
    choices = [sorted(home)[first::part] for first in range(part)]
    kept = set(min(choices, key=lambda names: abs(sum(home[one] for one in names) - wanted)))
    doors = {n: door for n, door in campaign.doors.items() if door.area.kelurahan in kept}
    beats = {who: beat for who, beat in campaign.beats.items() if beat & kept}
    return replace(
        campaign,
        cards=tuple(card for card in campaign.cards if card.door in doors),
        doors=doors,
        printers=campaign.printers[::part],
        operators=campaign.operators[::part],
        crews={
            day: tuple(each for each in crew if each.id in beats)
            for day, crew in campaign.crews.items()
        },
        beats=beats,
    )
