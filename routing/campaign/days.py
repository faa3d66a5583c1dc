"""Which stops on which day, so that each day's stops lie close together and nobody waits too long.

Each territory is cut into areas of a day's work. The areas in which people wait most urgently come
first. Stops that may not be done on the day of their area go to a day on which they may, and the
other areas are cut anew, each by the room that is left on its day.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, inf

import numpy as np

from routing.campaign.areas import areas
from routing.campaign.curve import metres_of
from routing.campaign.effort import between_stops
from routing.matrix import MatrixSource
from routing.parts import Outline, Part, parts
from routing.point import Point
from routing.problem import Job, Vehicle

FULL = 0.9
"""The part of a shift that is planned for: the rest is the way out and home, and bad luck."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days, counted from 0, from `first` to `last`, on which something may be done."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """Jobs to be done in some days. `crews` has the vehicles of each day, empty on a day off.

    `spans` say when a job may be done; without one, on any day.
    """

    points: tuple[Point, ...]
    jobs: tuple[Job, ...]
    crews: tuple[tuple[Vehicle, ...], ...]
    spans: Mapping[int, Span] = field(default_factory=dict)
    balance: int = 0
    compact: int = 0

    def span(self, job: Job) -> Span:
        return self.spans.get(job.id, Span(0, len(self.crews) - 1))


def spread(campaign: Campaign, source: MatrixSource) -> list[Outline]:
    """The days of the campaign, each with its jobs and its crew.

    A job that no crew could serve on any of its days stays with the first of them: the plan of
    that day will say why it is left out.
    """
    fleet = {vehicle.id: vehicle for crew in campaign.crews for vehicle in crew}
    chosen: dict[int, list[Job]] = defaultdict(list)
    for part in parts(campaign.jobs, tuple(fleet.values())):
        for day, jobs in _days(campaign, part, source).items():
            chosen[day] += jobs
    return [
        Outline(
            campaign.points,
            tuple(chosen[day]),
            crew,
            balance=campaign.balance,
            compact=campaign.compact,
        )
        for day, crew in enumerate(campaign.crews)
    ]


def _days(campaign: Campaign, part: Part, source: MatrixSource) -> dict[int, list[Job]]:
    """The jobs of one territory by day."""
    ids = {vehicle.id for vehicle in part.vehicles}
    crews = {
        day: [vehicle for vehicle in crew if vehicle.id in ids]
        for day, crew in enumerate(campaign.crews)
    }
    working = [day for day, crew in crews.items() if crew]
    chosen: dict[int, list[Job]] = defaultdict(list)
    if not working:
        chosen[0] = list(part.jobs)
        return chosen
    days = working[: _days_needed(campaign, part, crews, source)]
    cut = _Cut(campaign, part.jobs, days)
    tight = _out_of_time(campaign, working, cut)
    rest = [job for job in part.jobs if job.id not in tight]
    if tight and rest:
        cut = cut.again(rest, tight)
    for job in part.jobs:
        day = tight[job.id] if job.id in tight else cut.day[job.id]
        chosen[_allowed(working, campaign.span(job), day)].append(job)
    return chosen


def _days_needed(
    campaign: Campaign, part: Part, crews: Mapping[int, Sequence[Vehicle]], source: MatrixSource
) -> int:
    """As few full days as the work fills: they are the densest; never more than there are."""
    profile = part.vehicles[0].profile
    driving = between_stops(campaign.points, part.jobs, profile, source)
    work = sum(job.service + job.setup + driving for job in part.jobs)
    hours = [sum(map(_working, crew)) * FULL for crew in crews.values() if crew]
    stops = [sum(v.max_stops or len(part.jobs) for v in crew) for crew in crews.values() if crew]
    most = max(1.0, min(max(hours), max(stops) * work / len(part.jobs)))
    return max(1, min(len(hours), ceil(work / most)))


class _Cut:
    """A territory cut into an area for each of some days."""

    def __init__(
        self,
        campaign: Campaign,
        jobs: Sequence[Job],
        days: Sequence[int],
        shares: Sequence[float] = (),
    ) -> None:
        self.campaign = campaign
        self.jobs = jobs
        self.work = {job.id: float(max(1, job.service + job.setup)) for job in jobs}
        metres = metres_of([campaign.points[job.location] for job in jobs])
        work = np.array(list(self.work.values()))
        self.label = areas(metres, work, shares or [1.0] * len(days))
        self.days = days if shares else self._by_urgency(days)
        self.day = {job.id: self.days[label] for job, label in zip(jobs, self.label, strict=True)}

    def again(self, jobs: Sequence[Job], taken: Mapping[int, int]) -> "_Cut":
        """These jobs only: each area as large as the room that the taken days leave."""
        room = dict.fromkeys(self.days, sum(self.work.values()) / len(self.days))
        for job, day in taken.items():
            if day in room:
                room[day] -= self.work[job]
        shares = [max(0.0, room[day]) for day in self.days]
        return _Cut(self.campaign, jobs, self.days, shares if any(shares) else [1.0] * len(shares))

    def _by_urgency(self, days: Sequence[int]) -> list[int]:
        """The day of each area: the first for that in which people wait most urgently."""
        here: dict[int, list[Job]] = {number: [] for number in range(len(days))}
        for job, label in zip(self.jobs, self.label, strict=True):
            here[int(label)].append(job)
        turn = sorted(here, key=lambda number: self._urgency(here[number]))
        return [days[turn.index(number)] for number in here]

    def _urgency(self, area: Sequence[Job]) -> tuple[float, float]:
        many = max(1, len(area))
        due = sum(self.campaign.span(job).last for job in area) / many
        return (due if area else inf), -sum(job.priority for job in area) / many


def _out_of_time(campaign: Campaign, working: Sequence[int], cut: _Cut) -> dict[int, int]:
    """The jobs that may not be done on the day of their area, each with the emptiest of its own."""
    tight: dict[int, int] = {}
    load: dict[int, float] = defaultdict(float)
    for job in cut.jobs:
        span, day = campaign.span(job), cut.day[job.id]
        if span.first <= day <= span.last:
            continue
        within = [each for each in working if span.first <= each <= span.last]
        if within:
            chosen = min(within, key=lambda each: (load[each], abs(each - day)))
            load[chosen] += cut.work[job.id]
            tight[job.id] = chosen
    return tight


def _allowed(working: Sequence[int], span: Span, day: int) -> int:
    """The working day within the span that is nearest, or the first day of a span without any."""
    within = [each for each in working if span.first <= each <= span.last]
    return min(within, key=lambda each: abs(each - day), default=max(0, span.first))


def _working(vehicle: Vehicle) -> int:
    return vehicle.shift.close - vehicle.shift.open - sum(rest.service for rest in vehicle.breaks)
