"""A delivery day of a plan as the outline of a routing problem: one visit for each household."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from routing.campaign.given import Campaign, Card
from routing.campaign.plan import CampaignPlan
from routing.parts import Outline
from routing.problem import Job

URGENT, LATE = 60, 30
"""Priorities: what goes first when not all can be served. Others have their days of waiting."""


def outlines(campaign: Campaign, plan: CampaignPlan) -> Iterator[tuple[int, Outline]]:
    """Each delivery day from the first on. A visit's id is its door's."""
    by_day: dict[int, list[Card]] = defaultdict(list)
    for card in campaign.cards:
        if card.id in plan.out and card.id not in plan.trips:
            by_day[plan.out[card.id]].append(card)
    for day in sorted(by_day):
        yield day, outline(campaign, day, by_day[day])


def outline(campaign: Campaign, day: int, cards: Iterable[Card]) -> Outline:
    """These cards on this day, brought by its crew, each within its own kelurahan."""
    crew = campaign.crews.get(day, ())
    households: dict[int, list[Card]] = defaultdict(list)
    for card in cards:
        households[card.door].append(card)
    places = tuple(dict.fromkeys(campaign.doors[door].point for door in households))
    at = {place: number for number, place in enumerate(places, start=len(campaign.depots))}
    riders = _riders(campaign, day)
    jobs = tuple(
        _job(campaign, group, at[campaign.doors[door].point], riders, day)
        for door, group in sorted(households.items())
    )
    return Outline(
        (*campaign.depots, *places),
        jobs,
        tuple(crew),
        balance=campaign.balance,
        compact=campaign.compact,
    )


def _riders(campaign: Campaign, day: int) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for rider in campaign.crews.get(day, ()):
        for kelurahan in campaign.beats.get(rider.id, ()):
            found[kelurahan].add(rider.id)
    return {kelurahan: frozenset(riders) for kelurahan, riders in found.items()}


def _job(
    campaign: Campaign,
    cards: list[Card],
    location: int,
    riders: Mapping[str, frozenset[int]],
    day: int,
) -> Job:
    door = campaign.doors[cards[0].door]
    sizes = {len(rider.capacity) for rider in campaign.crews.get(day, ())}
    load = (len(cards), *[0] * (max(sizes) - 1)) if max(sizes, default=0) else ()
    waited = max(day - card.ready for card in cards)
    return Job(
        id=door.id,
        location=location,
        service=campaign.doorstep.service(len(cards), door.walk),
        setup=campaign.doorstep.park,
        delivery=load,
        priority=URGENT if any(card.urgent for card in cards) else min(LATE, max(0, waited)),
        vehicles=riders.get(door.area.kelurahan, frozenset()),
    )
