"""The routes of a plan's delivery days, one day after another: what is left waits for the next."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from routing.campaign.asked import delivery_days
from routing.campaign.given import Campaign, Card
from routing.campaign.how import How, Stage
from routing.campaign.outlines import outline
from routing.campaign.plan import CampaignPlan
from routing.check import check
from routing.matrix import MatrixSource
from routing.parts import problems
from routing.plan import Plan, Violation
from routing.pool import Workers
from routing.problem import Problem
from routing.search import Budget, Progress
from routing.solve import solve_parts

HOW = How()


@dataclass(frozen=True)
class RoutedDay:
    """A delivery day in its separate parts, each a problem and its checked plan.

    A visit's id is its door's. `brought` are the cards on these routes; `waiting` those that found
    no room and are tried on the next day that suits, `left` those for which there is none.
    """

    day: int
    problems: tuple[Problem, ...]
    plans: tuple[Plan, ...]
    brought: frozenset[int]
    waiting: frozenset[int]
    left: frozenset[int]

    @property
    def travel(self) -> int:
        """Seconds on the road, of all couriers."""
        return sum(plan.travel for plan in self.plans)

    def check(self) -> list[Violation]:
        """What its routes break, by `routing.check`."""
        pairs = zip(self.problems, self.plans, strict=True)
        return [each for pair in pairs for each in check(*pair)]


def route_campaign(
    campaign: Campaign, plan: CampaignPlan, source: MatrixSource, how: How = HOW
) -> Iterator[RoutedDay]:
    """Each delivery day with its routes, as soon as it is done; when stopped, no more of them.

    The seconds of `how` are shared out by doors; parts of a day are solved side by side.
    """
    with Workers(how.threads) if how.threads > 1 else nullcontext() as workers:
        work = _Work(campaign, plan, how, workers)
        while work.days and not how.should_stop():
            found = work.routed(min(work.days), source)
            if found is None:
                return
            yield found


class _Work:
    def __init__(
        self, campaign: Campaign, plan: CampaignPlan, how: How, workers: Workers | None
    ) -> None:
        self.campaign, self.how = campaign, how
        self.workers = workers or 1
        self.served = _served(campaign)
        self.days: dict[int, list[Card]] = defaultdict(list)
        for card in campaign.cards:
            if card.id in plan.out and card.id not in plan.trips:
                self.days[plan.out[card.id]].append(card)
        self.doors = max(1, sum(len({card.door for card in each}) for each in self.days.values()))
        self.done, self.told = 0, 0.0
        self.began = time.monotonic()

    def routed(self, day: int, source: MatrixSource) -> RoutedDay | None:
        cards = self.days.pop(day)
        asked = list(problems(outline(self.campaign, day, cards), source))
        doors = sum(len(each.jobs) for each in asked)
        plans = self._solved(day, asked, doors)
        self.done += doors
        if plans is None:
            return None
        visited = {door for plan in plans for route in plan.routes for door in route.jobs}
        brought = [card for card in cards if card.door in visited]
        rest = [card for card in cards if card.door not in visited]
        waiting = [card for card in rest if self._next(card, day) is not None]
        for card in waiting:
            self.days[self._next(card, day) or 0].append(card)
        left = _ids(rest) - _ids(waiting)
        return RoutedDay(day, tuple(asked), tuple(plans), _ids(brought), _ids(waiting), left)

    def _solved(self, day: int, asked: Sequence[Problem], doors: int) -> list[Plan] | None:
        """The plans of all parts, or nothing when stopped on the way."""
        how, share = self.how, min(1.0, doors / self.doors)
        seconds = None if how.routing_seconds is None else how.routing_seconds * share
        budget = Budget(None, how.iterations) if how.iterations else Budget(seconds)
        began = time.monotonic()

        def tell(_: Progress) -> None:
            passed = time.monotonic() - began
            self._tell(day, doors * min(1.0, passed / seconds) if seconds else 0.0)

        plans: list[Plan] = []
        search = solve_parts(asked, budget, how.seed, tell, how.should_stop, threads=self.workers)
        for plan in search:
            if how.should_stop():
                search.close()
                return None
            plans.append(plan)
            self._tell(day, doors * len(plans) / len(asked))
        return plans

    def _tell(self, day: int, doors: float) -> None:
        passed = time.monotonic() - self.began
        self.told = max(self.told, min(1.0, (self.done + doors) / self.doors))
        done = self.told
        left = passed * (1 - done) / done if done else self.how.routing_seconds or 0.0
        self.how.on_stage(Stage("routing", passed, left, done, day))

    def _next(self, card: Card, day: int) -> int | None:
        kelurahan = self.campaign.area(card).kelurahan
        return min((each for each in self.served.get(kelurahan, ()) if each > day), default=None)


def _served(campaign: Campaign) -> Mapping[str, list[int]]:
    """The delivery days of each kelurahan."""
    found: dict[str, list[int]] = defaultdict(list)
    for day in delivery_days(campaign):
        names = {name for rider in campaign.crews[day] for name in campaign.beats.get(rider.id, ())}
        for name in names:
            found[name].append(day)
    return found


def _ids(cards: Sequence[Card]) -> frozenset[int]:
    return frozenset(card.id for card in cards)
