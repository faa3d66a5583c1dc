"""Rules on who may do what, how much fits aboard, and how a route is put together."""

from collections.abc import Iterator

from routing.plan import StepKind, Violation
from routing.rules.view import View


def shape(view: View) -> Iterator[Violation]:
    kinds = [step.kind for step in view.route.steps]
    inner = kinds[1:-1]
    whole = kinds[:1] == [StepKind.START] and kinds[-1:] == [StepKind.END]
    if not whole or StepKind.START in inner or StepKind.END in inner:
        yield view.violation("shape")


def place(view: View) -> Iterator[Violation]:
    ends = {StepKind.START: view.vehicle.start, StepKind.END: view.vehicle.end}
    for number, step in enumerate(view.route.steps):
        if step.kind is StepKind.JOB and step.id is not None:
            right: int | None = view.problem.job[step.id].location
        else:
            right = ends.get(step.kind)
        if step.location != right:
            yield view.violation("place", step=number)


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
    """Everything to deliver is aboard at the start, and must fit there."""
    for axis, capacity in enumerate(view.vehicle.capacity):
        over = _needed(view, axis) - capacity
        if over > 0:
            yield view.violation("load", over=over)


def carried(view: View) -> Iterator[Violation]:
    """The load noted at each step is what the stops after it still need."""
    axes = len(view.route.steps[0].load)
    left = [_needed(view, axis) for axis in range(axes)]
    for number, step in enumerate(view.route.steps):
        if step.kind is StepKind.JOB and step.id is not None:
            delivery = view.problem.job[step.id].delivery
            left = [have - _at(delivery, axis) for axis, have in enumerate(left)]
        if list(step.load) != left:
            yield view.violation("carried", step=number)


def _needed(view: View, axis: int) -> int:
    return sum(_at(job.delivery, axis) for _, job in view.stops)


def _at(amounts: tuple[int, ...], axis: int) -> int:
    return amounts[axis] if axis < len(amounts) else 0
