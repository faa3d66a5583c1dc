"""Rules on the clock and the road: windows, shift, and a way to get there."""

from collections.abc import Iterator

from routing.matrix import UNREACHABLE
from routing.plan import Violation
from routing.rules.view import View


def unreachable(view: View) -> Iterator[Violation]:
    for number, way in view.ways.items():
        if UNREACHABLE in way:
            yield view.violation("unreachable", step=number)


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
