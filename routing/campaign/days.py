"""Which stops on which day, so that each day's stops lie close together and nobody waits too long.

Each territory is cut into areas of a day's work. The areas in which people wait most urgently come
first. Stops that may not be done on the day of their area go to the nearest day on which they may.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

import numpy as np

from routing.campaign.areas import areas
from routing.campaign.effort import between_stops, metres_of
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
    count = _days_needed(campaign, part, crews, source)
    for day, jobs in zip(working, _areas(campaign, part.jobs, count), strict=False):
        for job in jobs:
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


def _areas(campaign: Campaign, jobs: Sequence[Job], count: int) -> list[list[Job]]:
    """The areas, those first where people wait most urgently."""
    metres = metres_of([campaign.points[job.location] for job in jobs])
    work = np.array([float(max(1, job.service + job.setup)) for job in jobs])
    found: dict[int, list[Job]] = defaultdict(list)
    for label, job in zip(areas(metres, work, count), jobs, strict=True):
        found[int(label)].append(job)

    def urgency(area: list[Job]) -> tuple[float, float]:
        due = sum(campaign.span(job).last for job in area) / len(area)
        return due, -sum(job.priority for job in area) / len(area)

    return sorted(found.values(), key=urgency)


def _allowed(working: Sequence[int], span: Span, day: int) -> int:
    """The working day within the span that is nearest, or the first day of a span without any."""
    within = [each for each in working if span.first <= each <= span.last]
    return min(within, key=lambda each: abs(each - day), default=max(0, span.first))


def _working(vehicle: Vehicle) -> int:
    return vehicle.shift.close - vehicle.shift.open - sum(rest.service for rest in vehicle.breaks)
