"""A campaign put as a question of quantities: calendars, capacities and counts."""

from collections import Counter
from collections.abc import Sequence

from routing.campaign.beats import Beat
from routing.campaign.given import Campaign, Card
from routing.campaign.staffing import HOUR, good_cards, staffed
from routing.quantities import BEFORE, BeatCounts, PrintCapacity, Question, Turn


def question(campaign: Campaign, beats: Sequence[Beat]) -> Question:
    days = {day: capacity(campaign, day) for day in print_days(campaign)}
    days = {day: room for day, room in days.items() if room.most}
    weights = campaign.weights
    counts = tuple(_counts(campaign, beat) for beat in beats)
    return Question(
        counts,
        days,
        tuple(turns(campaign, tuple(days))),
        {day: good_blanks(campaign, day) for day in days},
        Counter(
            (max(card.ready, campaign.so_far.today), trip)
            for beat in beats
            for card in beat.cards
            if (trip := goes_along(campaign, card)) is not None
            and card.id not in campaign.so_far.printed
        ),
        {day: reach(campaign, day) for day in days},
        weights.waiting,
        weights.urgent,
        weights.visit,
        weights.promise,
        weights.late,
        weights.fair,
    )


def print_days(campaign: Campaign) -> range:
    return range(campaign.so_far.today, campaign.limits.days)


def delivery_days(campaign: Campaign) -> list[int]:
    """From today on, up to the last on which a card may come to its door."""
    return [day for day in _all_delivery_days(campaign) if day >= campaign.so_far.today]


def out_days(campaign: Campaign, printed: int) -> list[int]:
    """The days on which a card may go out that was printed then; never the same day."""
    later = [day for day in _all_delivery_days(campaign) if day > printed]
    return later[: campaign.limits.longest_wait]


def _all_delivery_days(campaign: Campaign) -> list[int]:
    days = sorted(day for day, crew in campaign.crews.items() if crew)
    after = [day for day in days if day >= campaign.limits.days][: campaign.limits.last_door]
    return [day for day in days if day < campaign.limits.days] + after


def turns(campaign: Campaign, days: Sequence[int]) -> list[Turn]:
    """What is printed already may go out on any day: what lies too long already goes late."""
    lying = bool(campaign.so_far.printed)
    found = [Turn(BEFORE, out) for out in delivery_days(campaign) if lying]
    return found + [Turn(day, out) for day in days for out in out_days(campaign, day)]


def last_day(campaign: Campaign, card: Card) -> int | None:
    """The last day on which this card may go out, if it has one."""
    so_far = campaign.so_far
    last = [] if card.due is None else [card.due]
    if card.urgent:
        days = [day for day in _all_delivery_days(campaign) if day > card.ready]
        last += days[: campaign.limits.urgent_within][-1:]
    if card.id in so_far.printed:
        last += out_days(campaign, so_far.printed[card.id])[-1:]
    return min(last, default=None)


def goes_along(campaign: Campaign, card: Card) -> int | None:
    """The day on which this card goes with a trip, if it can be printed before."""
    today = campaign.so_far.today
    if card.trip is None or card.trip < today or card.id in campaign.so_far.gone:
        return None
    if card.id in campaign.so_far.printed:
        return card.trip
    last = min(card.trip, campaign.limits.days) - 1
    first = max(card.ready, today)
    return card.trip if first <= last and card.trip <= reach(campaign, last) else None


def reach(campaign: Campaign, printed: int) -> int:
    """The last day on which a card may go out that was printed then."""
    return max(out_days(campaign, printed), default=printed)


def capacity(campaign: Campaign, day: int) -> PrintCapacity:
    usual = sum(good_cards(campaign, staffed(campaign, day)).values())
    runs = staffed(campaign, day, priced=True)
    if not any(run.price for run in runs):
        return PrintCapacity(usual, usual)
    price = sum(run.price * 60 * (run.end - run.begin) for run in runs) // HOUR
    return PrintCapacity(usual, max(usual, sum(good_cards(campaign, runs).values())), price)


def good_blanks(campaign: Campaign, day: int) -> int:
    """Good cards that can be made of the blanks that are there on this day and were before."""
    if campaign.blanks is None:
        return len(campaign.cards)
    there = sum(n for when, n in campaign.blanks.deliveries.items() if when <= day)
    return int((campaign.blanks.stock + there) * (1 - campaign.spoiled) + 1e-9)


def _counts(campaign: Campaign, beat: Beat) -> BeatCounts:
    so_far = campaign.so_far
    mine = [card for card in beat.cards if goes_along(campaign, card) is None]
    mine = [card for card in mine if card.ready < campaign.limits.days or card.id in so_far.printed]
    fresh = [card for card in mine if card.id not in so_far.printed]
    lying = [card for card in mine if card.id in so_far.printed]
    limits = {card.id: last_day(campaign, card) for card in mine}
    first = {card.id: max(card.ready, so_far.today) for card in fresh}
    return BeatCounts(
        beat.teams,
        beat.out_and_home,
        Counter(first.values()),
        Counter(first[card.id] for card in fresh if card.urgent),
        Counter((first[card.id], last) for card in fresh if (last := limits[card.id]) is not None),
        Counter(so_far.promised[card.id] for card in mine if card.id in so_far.promised),
        Counter(limits[card.id] or so_far.today for card in lying),
    )
