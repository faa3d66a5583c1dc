"""Rules on who may do what, how much fits aboard, and how far and long a route may be."""

from collections.abc import Iterator

from routing.plan import Violation
from routing.rules.loads import loads
from routing.rules.view import View


def skills(view: View) -> Iterator[Violation]:
    for _, job in view.stops:
        if not view.vehicle.skilled(job):
            yield view.violation("skills", job=job.id)


def allowed_vehicle(view: View) -> Iterator[Violation]:
    for _, job in view.stops:
        if not view.vehicle.allowed(job):
            yield view.violation("allowed_vehicle", job=job.id)


def max_tasks(view: View) -> Iterator[Violation]:
    limit = view.vehicle.max_stops
    if limit is not None and len(view.stops) > limit:
        yield view.violation("max_tasks", over=len(view.stops) - limit)


def load(view: View) -> Iterator[Violation]:
    """What is aboard must fit on every step, in each dimension."""
    for axis, capacity in enumerate(view.vehicle.capacity):
        over = max(loads(view, axis)) - capacity
        if over > 0:
            yield view.violation("load", over=over)


def max_travel_time(view: View) -> Iterator[Violation]:
    limit = view.vehicle.max_travel
    seconds = sum(way[0] for way in view.ways.values())
    if limit is not None and seconds > limit:
        yield view.violation("max_travel_time", seconds=seconds - limit)


def max_distance(view: View) -> Iterator[Violation]:
    limit = view.vehicle.max_distance
    metres = sum(way[1] for way in view.ways.values())
    if limit is not None and metres > limit:
        yield view.violation("max_distance", metres=metres - limit)


def max_duration(view: View) -> Iterator[Violation]:
    limit = view.vehicle.max_duration
    if limit is not None and view.route.duration > limit:
        yield view.violation("max_duration", seconds=view.route.duration - limit)
