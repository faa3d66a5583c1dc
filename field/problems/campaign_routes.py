"""The routes of a campaign's delivery days: solved day by day, each judged by `routing.check`."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from routing import Budget, check
from routing.campaign import Campaign, CampaignPlan, outlines
from routing.matrix import MatrixSource
from routing.parts import problems
from routing.search import ShouldStop, never
from routing.solve import solve_parts

OnDay = Callable[[float], None]


def unseen(_: float) -> None:
    """For who does not look."""


@dataclass
class Roads:
    """Seconds of travel by day and kelurahan, and what the routes come to."""

    travel: dict[tuple[int, str], int] = field(default_factory=lambda: defaultdict(int))
    violations: int = 0
    unserved: int = 0  # doors without room on their day
    stopped: bool = False

    @property
    def seconds(self) -> int:
        return sum(self.travel.values())


@dataclass(frozen=True)
class Search:
    """How the routes are looked for; `budget` is for each day."""

    source: MatrixSource
    budget: Budget
    seed: int = 0
    threads: int = 1
    on_day: OnDay = unseen
    should_stop: ShouldStop = never


def routed(campaign: Campaign, plan: CampaignPlan, search: Search) -> Roads:
    """Solve the routes of each delivery day; stopped, the days so far."""
    found = Roads()
    days = list(outlines(campaign, plan))
    for number, (day, outline) in enumerate(days):
        if search.should_stop():
            found.stopped = True
            break
        search.on_day(number / len(days))
        apart = list(problems(outline, search.source))
        plans = list(
            solve_parts(
                apart, search.budget, search.seed, should_stop=search.should_stop,
                threads=search.threads,
            )
        )  # fmt: skip
        for problem, routes in zip(apart, plans, strict=True):
            found.violations += len(check(problem, routes))
            found.unserved += len(routes.unassigned)
            for route in routes.routes:
                stops = [stop for stop in route.jobs if stop in campaign.doors]
                _share(found.travel, day, route.travel, campaign, stops)
    return found


def _share(
    travel: dict[tuple[int, str], int],
    day: int,
    seconds: int,
    campaign: Campaign,
    doors: Sequence[int],
) -> None:
    """Give a route's travel to the kelurahan of its doors, each by its doors."""
    for door in doors:
        travel[day, campaign.doors[door].area.kelurahan] += seconds // len(doors)
    if doors:
        first = campaign.doors[doors[0]].area.kelurahan
        travel[day, first] += seconds % len(doors)
