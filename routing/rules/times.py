"""Rules on the clock: what the steps say agrees with the matrix, windows, shift and breaks."""

from collections.abc import Iterator

from routing.matrix import UNREACHABLE
from routing.plan import StepKind, Violation
from routing.rules.view import View


def timing(view: View) -> Iterator[Violation]:
    """Driving between two places takes what the matrix says, breaks and waits on top."""
    leaving, driven, total = view.route.steps[0].departure, 0, 0
    for number, step in enumerate(view.route.steps[1:], start=1):
        gap = step.arrival - leaving
        driven += gap
        agrees = gap >= 0 and step.waiting >= 0 and step.travel == total + driven
        if number in view.ways:
            agrees = agrees and driven == view.ways[number][0]
            total, driven = total + view.ways[number][0], 0
        if not agrees:
            yield view.violation("timing", step=number)
        leaving = step.departure


def distance(view: View) -> Iterator[Violation]:
    total = 0
    for number, step in enumerate(view.route.steps):
        total += view.ways.get(number, (0, 0))[1]
        if step.distance != total:
            yield view.violation("distance", step=number)


def unreachable(view: View) -> Iterator[Violation]:
    for number, way in view.ways.items():
        if UNREACHABLE in way:
            yield view.violation("unreachable", step=number)


def service(view: View) -> Iterator[Violation]:
    """Service in full; setup in full, but none when the stop before is at the same place."""
    place = view.vehicle.start
    for step, job in view.stops:
        setup = 0 if place == job.location else job.setup
        if (step.service, step.setup) != (job.service, setup):
            yield view.violation("service", job=job.id)
        place = job.location


def lead_time(view: View) -> Iterator[Violation]:
    for step, job in view.stops:
        if any(window.open <= step.begin <= window.close for window in job.windows):
            continue
        ahead = [window.open - step.begin for window in job.windows if step.begin < window.open]
        if ahead:
            yield view.violation("lead_time", job=job.id, seconds=min(ahead))


def delay(view: View) -> Iterator[Violation]:
    for step, job in view.stops:
        if job.windows and step.begin > job.windows[-1].close:
            seconds = step.begin - job.windows[-1].close
            yield view.violation("delay", job=job.id, seconds=seconds)


def shift(view: View) -> Iterator[Violation]:
    first, last = view.route.steps[0].arrival, view.route.steps[-1].departure
    hours = view.vehicle.shift
    outside = max(0, hours.open - first) + max(0, last - hours.close)
    if outside:
        yield view.violation("shift", seconds=outside)


def max_duration(view: View) -> Iterator[Violation]:
    limit = view.vehicle.max_duration
    if limit is not None and view.route.duration > limit:
        yield view.violation("max_duration", seconds=view.route.duration - limit)


def break_time(view: View) -> Iterator[Violation]:
    breaks = {rest.id: rest for rest in view.vehicle.breaks}
    for step in view.route.steps:
        if step.kind is not StepKind.BREAK or step.id is None:
            continue
        rest = breaks[step.id]
        inside = any(window.open <= step.begin <= window.close for window in rest.windows)
        if not inside or step.service < rest.service:
            yield view.violation("break_time", id=rest.id)


def missing_break(view: View) -> Iterator[Violation]:
    """A break may be taken at home: before a route that starts late, after one that ends early."""
    given = {step.id for step in view.route.steps if step.kind is StepKind.BREAK}
    start, end = view.route.steps[0].arrival, view.route.steps[-1].departure
    for rest in view.vehicle.breaks:
        before = rest.windows[0].open + rest.service <= start
        after = end <= rest.windows[-1].close
        if rest.id not in given and not before and not after:
            yield view.violation("missing_break", id=rest.id)
