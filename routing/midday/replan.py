"""From a plan and the news to a plan of the rest of the day that disturbs few."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from routing.check import check
from routing.cost import loss, penalty, plan_cost, route_cost
from routing.engines.engine import Engine
from routing.engines.ortools_engine import OrToolsEngine
from routing.engines.ruin import RuinEngine
from routing.explain.left_out import explained
from routing.fault import InvalidProblem
from routing.mending.mend import filled, kept
from routing.midday.change import Change
from routing.midday.ease import eased
from routing.midday.faults import faults
from routing.midday.fewer import fewer, moved
from routing.midday.keep import at_once, dearer, priced, promised
from routing.midday.news import News
from routing.midday.rest import Rest, cancelled, rest_of_day
from routing.midday.told import changes, promises
from routing.plan import Orders, Plan, Unassigned
from routing.price import built, not_planned
from routing.problem import Job, Problem
from routing.search import Budget, OnProgress, ShouldStop, never, unwatched
from routing.task import checked
from routing.validate import require_valid, validate

DEFAULT_BUDGET = Budget(seconds=1)

SHARES = (0.4, 0.3, 0.3)
"""Searches in turn, each by the engine that the best orders so far ask for."""

DEARER = 10
"""So many times the price, once as many stops have moved as may."""

STEP = 3
"""So many times the price, after a search that moved more: putting them back cost all its gain."""


@dataclass(frozen=True, slots=True)
class Replanned:
    """The rest of the day: a problem, its plan, and all that is different from what people know.

    When the day changes again, this problem and plan are the old ones; `aboard` goes into the next
    news. New visits are added to the problem.
    """

    problem: Problem
    plan: Plan
    changes: tuple[Change, ...]
    aboard: frozenset[int]


def replan(  # noqa: PLR0913 - those of `solve`, the old plan and the news
    problem: Problem,
    plan: Plan,
    news: News,
    budget: Budget = DEFAULT_BUDGET,
    seed: int = 0,
    on_progress: OnProgress = unwatched,
    should_stop: ShouldStop = never,
) -> Replanned:
    """What to do now: everything done stays done, and the plan is kept unless a change pays.

    Args:
        problem: the day as it is known now, with new visits in it. A visit of the plan that is not
            in it is cancelled; a vehicle of the plan that is not in it has gone home.
        plan: the plan that is being driven; it answers this problem but for what is new.
        news: what has happened. What cannot be kept any more is eased, and told as a change.
        budget: for the search; a plan by insertion alone is there at once.
        seed: the same one with a budget of iterations gives the same plan.
        on_progress: is told of each better plan.
        should_stop: ends the search with the best plan so far.

    Raises:
        InvalidProblem: with every fault of the problem, or of news that cannot be true.
    """
    off = cancelled(problem, plan, news)
    _require_sense(problem, plan, news, off)
    rest, easings = eased(rest_of_day(problem, plan, news))
    require_valid(rest.problem)
    after = _Search(rest, plan, news).run(budget, seed, on_progress, should_stop)
    told = (*easings, *changes(rest.problem, plan, after, news, off))
    return Replanned(rest.problem, after, told, rest.aboard)


def _require_sense(problem: Problem, plan: Plan, news: News, off: frozenset[int]) -> None:
    """What was locked this morning is not asked: the rest of the day eases what it must."""
    today = _today(problem, off | news.done)
    found = validate(today) or list(faults(problem, plan, news))
    if found:
        raise InvalidProblem(found)


def _today(problem: Problem, closed: frozenset[int]) -> Problem:
    """The problem without locks, and without names of visits that are closed and gone from it."""
    gone = closed - problem.job.keys()

    def free(visit: Job) -> Job:
        return replace(visit, after=visit.after - gone)

    return replace(
        problem,
        jobs=tuple(map(free, problem.jobs)),
        shipments=tuple(
            replace(each, pickup=free(each.pickup), delivery=free(each.delivery))
            for each in problem.shipments
        ),
        vehicles=tuple(replace(vehicle, locked=()) for vehicle in problem.vehicles),
    )


class _Search:
    """Promised times hold while it searches; what is left out then may still break them."""

    def __init__(self, rest: Rest, plan: Plan, news: News) -> None:
        self.rest = rest
        self.keep = news.keep
        self.drivers = {visit: route.vehicle for route in plan.routes for visit in route.jobs}
        self.priced = priced(rest.problem, self.drivers, news.keep)
        self.promises = promises(plan, news)

    def run(
        self, budget: Budget, seed: int, on_progress: OnProgress, should_stop: ShouldStop
    ) -> Plan:
        still = kept(self.priced, self.rest.orders, self.rest.aboard)
        strict = self._strict(still)
        best: Orders = filled(strict, still)
        for share in SHARES:
            left_out = _left_out(strict, best)
            engine: Engine = OrToolsEngine(best) if left_out else RuinEngine(best)
            found = engine.solve(strict, budget.share(share), seed, on_progress, should_stop)
            mended = filled(strict, kept(strict, found, self.rest.aboard))
            found = fewer(strict, mended, self.drivers, self.keep.most)
            best = min((best, found), key=lambda orders: self._loss(strict, orders))
            strict = self._settled(strict, best, mended)
        wider = filled(self.priced, best)
        if sum(map(len, wider.values())) > sum(map(len, best.values())):
            strict = self._strict(wider)
        return self._plan(strict, wider)

    def _settled(self, strict: Problem, best: Orders, found: Orders) -> Problem:
        """Moving is dearer after as many have moved as may, and after a search that moved more."""
        if self._moved(strict, best) >= self.keep.most:
            return dearer(strict, DEARER)
        return dearer(strict, STEP) if self._moved(strict, found) > self.keep.most else strict

    def _moved(self, strict: Problem, orders: Orders) -> int:
        return sum(map(len, moved(strict, orders, self.drivers)))

    def _strict(self, orders: Orders) -> Problem:
        """The problem in which promised times hold, as far as these orders keep them."""
        timed = built(at_once(self.priced, orders, self.rest.left), orders, ())
        strict = promised(self.priced, timed, self.promises, self.keep)
        headed = {vehicle.id for vehicle in strict.vehicles if vehicle.locked} & self.rest.left
        return at_once(strict, orders, headed)

    def _loss(self, strict: Problem, orders: Orders) -> int:
        """What is minimised; without balance no route need be timed for it."""
        if strict.balance:
            told = at_once(strict, orders, self.rest.left)
            return loss(told, built(told, orders, not_planned(told, orders)))
        planned = {visit for ids in orders.values() for visit in ids}
        left_out = sum(penalty(job) for job in strict.visits if job.id not in planned)
        return left_out + sum(_route_cost(strict, number, ids) for number, ids in orders.items())

    def _plan(self, strict: Problem, orders: Orders) -> Plan:
        """These orders about when people were told, for the problem without any of that."""
        left_out = tuple(explained(self.rest.problem, orders))
        for told in (at_once(strict, orders, self.rest.left), strict):
            plan = self._timed(told, orders, left_out)
            if not check(self.rest.problem, plan):
                return plan
        return checked(self.rest.problem, self._timed(self.rest.problem, orders, left_out))

    def _timed(self, told: Problem, orders: Orders, left_out: tuple[Unassigned, ...]) -> Plan:
        problem = self.rest.problem
        routes = tuple(
            replace(route, cost=_route_cost(problem, route.vehicle, route.jobs))
            for route in built(told, orders, ()).routes
        )
        return Plan(routes, left_out, plan_cost(problem, routes))


def _left_out(problem: Problem, orders: Orders) -> bool:
    """Is a required visit left out? OR-Tools finds places where several others must move."""
    planned = {visit for ids in orders.values() for visit in ids}
    return any(job.required and job.id not in planned for job in problem.visits)


def _route_cost(problem: Problem, number: int, ids: Sequence[int]) -> int:
    visits = [problem.job[visit] for visit in ids]
    return route_cost(problem, problem.vehicle[number], visits) if visits else 0
