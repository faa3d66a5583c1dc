"""Rules on what the steps say of themselves: it agrees with the matrix and with the problem."""

from collections.abc import Iterator

from routing.plan import VISITS, Step, Violation
from routing.rules.loads import loads, paired
from routing.rules.view import View


def timing(view: View) -> Iterator[Violation]:
    """Driving between two places takes what the matrix says, breaks and waits on top."""
    leaving, driven, total = view.route.steps[0].departure, 0, 0
    for number, step in enumerate(view.route.steps[1:], start=1):
        gap = step.arrival - leaving
        driven += gap
        agrees = gap >= 0 and _forward(step) and step.travel == total + driven
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


def carried(view: View) -> Iterator[Violation]:
    """The load noted at each step is what is aboard when leaving it.

    Not asked where a shipment is torn apart: what is aboard then is anybody's guess.
    """
    if not paired(view):
        return
    axes = range(len(view.route.steps[0].load))
    right = list(zip(*(loads(view, axis) for axis in axes), strict=True))
    done = 0
    for number, step in enumerate(view.route.steps):
        done += step.kind in VISITS
        if step.load != (right[done] if right else ()):
            yield view.violation("carried", step=number)


def service(view: View) -> Iterator[Violation]:
    """Service in full; setup in full, but none when the stop before is at the same place."""
    setups = zip(view.stops, view.setups, strict=True)
    for (step, job), setup in setups:
        if (step.service, step.setup) != (job.service, setup):
            yield view.violation("service", job=job.id)


def _forward(step: Step) -> bool:
    return min(step.setup, step.waiting, step.service) >= 0
