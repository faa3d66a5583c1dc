"""A campaign as a setting: its people and machines by day, and days like the last for the rest.

Only what is known beforehand is taken: hours, breaks and outages that the campaign itself tells.
"""

from collections.abc import Iterator, Sequence

from routing.campaign.given import Campaign, Operator, Printer
from routing.campaign.plan import CampaignPlan
from routing.problem import TimeWindow
from routing.simulation.policy import Planned
from routing.simulation.setting import DAY_S, Card, Day, Door, Setting, Turn

TAIL = 14
"""Days after the last of the campaign, each like the one a week before, to finish what is late."""
WEEK = 7
HOUR = 3_600


def setting_of(campaign: Campaign, tail: int = TAIL) -> Setting:
    """The campaign from its first day on, whatever has been done so far."""
    served = _served(campaign)
    last = max(campaign.limits.days - 1, *campaign.crews)
    days = [_day(campaign, day) for day in range(last + 1)]
    for _ in range(tail):
        days.append(days[-WEEK] if len(days) >= WEEK else days[-1])
    depots = len(campaign.depots)
    doors = tuple(campaign.doors.values())
    return Setting(
        points=(*campaign.depots, *(door.point for door in doors)),
        doors=tuple(
            Door(
                id=door.id,
                location=depots + number,
                vehicles=served[door.area.kelurahan],
                setup=campaign.doorstep.park,
                first=campaign.doorstep.service(1, door.walk),
                more=campaign.doorstep.next,
            )
            for number, door in enumerate(doors)
        ),
        cards=tuple(
            Card(card.id, card.door, card.ready * DAY_S, card.urgent, card.trip)
            for card in campaign.cards
        ),
        days=tuple(days),
        pace={each.id: round(HOUR / each.rate) for each in campaign.printers},
        warm_up={each.id: each.warm_up for each in campaign.printers},
        blanks=_blanks(campaign),
    )


def planned(setting: Setting, plan: CampaignPlan) -> Planned:
    """The plan's print order and days of going out, to be followed as far as chance allows."""
    order = [
        (day.day, batch.begin + (batch.end - batch.begin) * place / len(batch.cards), card)
        for day in plan.days
        for batch in day.batches
        for place, card in enumerate(batch.cards)
    ]
    return Planned(setting, [card for _, _, card in sorted(order)], plan.out)


def _served(campaign: Campaign) -> dict[str, frozenset[int]]:
    """The couriers of each kelurahan."""
    places = {door.area.kelurahan for door in campaign.doors.values()}
    return {
        place: frozenset(who for who, beat in campaign.beats.items() if place in beat)
        for place in places
    }


def _blanks(campaign: Campaign) -> dict[int, int]:
    if campaign.blanks is None:
        return {}
    come = dict(campaign.blanks.deliveries)
    come[0] = come.get(0, 0) + campaign.blanks.stock
    return come


def _day(campaign: Campaign, day: int) -> Day:
    return Day(tuple(_turns(campaign, day)), tuple(campaign.crews.get(day, ())))


def _turns(campaign: Campaign, day: int) -> Iterator[Turn]:
    """Each operator goes to the fastest printer that runs in these hours and has nobody yet."""
    taken: dict[int, list[TimeWindow]] = {printer.id: [] for printer in campaign.printers}
    fastest = sorted(campaign.printers, key=lambda each: (-each.rate, each.id))
    for operator in campaign.operators:
        for hours, breaks in _shifts(operator, day):
            for printer in fastest:
                spans = _working(printer, day, hours, breaks)
                if spans and not _meet(taken[printer.id], hours):
                    taken[printer.id].append(hours)
                    yield from (Turn(printer.id, operator.id, *span) for span in spans)
                    break


def _shifts(operator: Operator, day: int) -> list[tuple[TimeWindow, Sequence[TimeWindow]]]:
    return [(shift.hours, shift.breaks) for shift in operator.shifts.get(day, ())]


def _meet(taken: Sequence[TimeWindow], hours: TimeWindow) -> bool:
    return any(each.open < hours.close and hours.open < each.close for each in taken)


def _working(
    printer: Printer, day: int, hours: TimeWindow, breaks: Sequence[TimeWindow]
) -> list[tuple[int, int]]:
    open_hours = printer.hours.get(day, ())
    left = [(max(hours.open, a.open), min(hours.close, a.close)) for a in open_hours]
    for gap in (*breaks, *printer.outages.get(day, ())):
        left = [
            pair
            for open_, close in left
            for pair in ((open_, min(close, gap.open)), (max(open_, gap.close), close))
        ]
    return [(open_, close) for open_, close in sorted(left) if open_ < close]
