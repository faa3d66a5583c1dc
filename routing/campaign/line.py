"""In which order the doors of a beat are swept: as its couriers would drive if all went out.

The whole beat is solved as one problem of full days, and its routes are laid end to end, each
beside the one before it. A stretch of that line is about a courier's day, where he drives least.
It begins far out: who is not at home there is called at with the next stretches, and what is left
for the last rounds, of a few doors each, is near the office.
"""

import math
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import count
from statistics import median_low

import numpy as np
from numpy.typing import NDArray

from routing.campaign.asked import goes_along
from routing.campaign.beats import Beat
from routing.campaign.curve import metres_of
from routing.campaign.given import Area, Campaign, Card
from routing.campaign.how import How, Stage
from routing.matrix import MatrixSource
from routing.point import Point
from routing.pool import Workers
from routing.problem import Job, Problem, TimeWindow, Vehicle
from routing.search import Budget
from routing.solve import solve_parts

ITERATIONS = 600
"""For a beat."""
A_ROUND = 800
"""Seconds of driving that a courier's day is worth: routes are full, but not at any price."""
NEXT_DOOR = 15
"""Seconds to the next door, to guess how many days a beat takes."""
SPARE = 2
"""So many days more than that."""
TOGETHER = 8
"""So many beats are solved at once: each has a matrix of its own."""

Metres = NDArray[np.float64]
Places = Mapping[int, int]
"""By door."""
Lines = Mapping[frozenset[str], Sequence[Card]]
"""The cards of each beat, by its kelurahan, in the order in which they are swept."""


def lines(campaign: Campaign, apart: Sequence[Beat], source: MatrixSource, how: How) -> Lines:
    """The cards of each beat in line, RT by RT, without those that go along with a trip."""
    going = {beat.kelurahan: _going(campaign, beat) for beat in apart}
    asked = [beat for beat in apart if beat.teams and going[beat.kelurahan]]
    found = {each: _in_line(campaign, cards, {}) for each, cards in going.items()}
    began = time.monotonic()
    with Workers(how.threads) if how.threads > 1 else nullcontext() as workers:
        for first in range(0, len(asked), TOGETHER):
            if how.should_stop():
                break
            group = asked[first : first + TOGETHER]
            problems = [_problem(campaign, each, going[each.kelurahan], source) for each in group]
            budget = Budget(iterations=(how.iterations or ITERATIONS) * len(group))
            plans = solve_parts(
                problems, budget, how.seed, should_stop=how.should_stop, threads=workers or 1
            )
            for each, plan in zip(group, plans, strict=True):
                routes = [route.jobs for route in plan.routes]
                place = _places(campaign, _rider(campaign, each), routes)
                found[each.kelurahan] = _in_line(campaign, going[each.kelurahan], place)
            done, passed = min(1.0, (first + TOGETHER) / len(asked)), time.monotonic() - began
            how.on_stage(Stage("lining", passed, passed * (1 - done) / done, done))
    return found


def _depots(campaign: Campaign, rider: Vehicle) -> list[Point]:
    return [] if rider.start is None else [campaign.depots[rider.start]]


def _going(campaign: Campaign, beat: Beat) -> list[Card]:
    return [card for card in beat.cards if goes_along(campaign, card) is None]


def _problem(
    campaign: Campaign, beat: Beat, cards: Sequence[Card], source: MatrixSource
) -> Problem:
    """All doors of a beat, and couriers enough, each for one full day without rests."""
    rider = _rider(campaign, beat)
    many = Counter(card.door for card in cards)
    depots = _depots(campaign, rider)
    points = (*depots, *(campaign.doors[door].point for door in many))
    jobs = tuple(
        Job(
            id=door,
            location=location,
            service=campaign.doorstep.service(cards_here, campaign.doors[door].walk),
            setup=campaign.doorstep.park,
        )
        for location, (door, cards_here) in enumerate(many.items(), start=len(depots))
    )
    rests = sum(rest.service for rest in rider.breaks)
    day = TimeWindow(0, max(0, rider.shift.close - rider.shift.open - rests))
    work = sum(job.service + job.setup + NEXT_DOOR for job in jobs)
    home = 0 if depots else None
    fleet = tuple(
        Vehicle(
            id=number,
            profile=rider.profile,
            start=home,
            end=home,
            shift=day,
            max_stops=rider.max_stops,
            fixed_cost=A_ROUND,
        )
        for number in range(1, _days(work, day.close, len(jobs), rider) + 1)
    )
    return Problem(jobs, fleet, {rider.profile: source.matrix(points, rider.profile)}, points)


def _days(work: int, day: int, doors: int, rider: Vehicle) -> int:
    """More courier's days than all doors take."""
    by_time = math.ceil(work / day) if day else 0
    return SPARE + max(by_time, math.ceil(doors / (rider.max_stops or doors)))


def _rider(campaign: Campaign, beat: Beat) -> Vehicle:
    """The first courier of its first day."""
    return next(
        rider
        for rider in campaign.crews[min(beat.teams)]
        if campaign.beats.get(rider.id, frozenset()) & beat.kelurahan
    )


def _places(campaign: Campaign, rider: Vehicle, routes: Sequence[Sequence[int]]) -> Places:
    """The place of each door when routes are laid end to end, the farthest from the office first.

    Next is always the route whose middle is nearest.
    """
    doors = [door for route in routes for door in route]
    if not doors:
        return {}
    metres = metres_of([*(campaign.doors[door].point for door in doors), *_depots(campaign, rider)])
    at = dict(zip(doors, metres - metres[-1], strict=False))
    middles = {n: np.mean([at[door] for door in route], axis=0) for n, route in enumerate(routes)}
    place: dict[int, int] = {}
    here, chosen = np.zeros(2), max
    while middles:
        following = chosen(middles, key=partial(_metres, middles, here))
        here, chosen = middles.pop(following), min
        place.update(zip(routes[following], count(len(place)), strict=False))
    return place


def _metres(middles: Mapping[int, Metres], here: Metres, route: int) -> float:
    return float(np.hypot(*(middles[route] - here)))


def _in_line(campaign: Campaign, cards: Sequence[Card], place: Places) -> Sequence[Card]:
    """RT by RT, by the door in the middle of each; an RT whose doors have no place comes last."""
    by_area: dict[Area, list[int]] = defaultdict(list)
    for card in cards:
        by_area[campaign.area(card)].append(place.get(card.door, len(place)))
    middle = {area: median_low(places) for area, places in by_area.items()}

    def turn(card: Card) -> tuple[object, ...]:
        area = campaign.area(card)
        return middle[area], area, card.door, card.id

    return sorted(cards, key=turn)
